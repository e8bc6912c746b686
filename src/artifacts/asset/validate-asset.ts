import type { Collector } from '../../diagnostics/collector.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Location } from '../../diagnostics/location.js';
import { jsonPointer } from '../../codec/json-pointer.js';
import { collisionKey, pathCollisionKey } from '../../paths/collision-key.js';
import { diagnosePath, pathCodeOf } from '../../paths/diagnose-path.js';
import { findOwnedSegment } from '../../paths/owned-names.js';
import { parseWorkspacePath, type WorkspacePath } from '../../paths/workspace-path.js';
import { hasPlainInputs } from './has-plain-inputs.js';
import { type AssetBody, ASSET_TYPES } from './model.js';
import { DECLARATION_NAME } from '../../paths/declaration-name.js';

/** Where a value or key of the file under judgement stands. */
type Locate = (pointer: string, part: 'key' | 'value') => Location;

const DECLARATION_KEY = /* @__PURE__ */ collisionKey(DECLARATION_NAME);

function findReserved(path: WorkspacePath): string | null {
  return pathCollisionKey(path) === DECLARATION_KEY ? path : findOwnedSegment(path);
}

/**
 * Judges what a declaration means on its own, apart from its identity: the format suits the type, there are inputs, each
 * is a portable path that is not the packer's own, and none stands there twice.
 *
 * Codes: ASSET_FORMAT_UNSUITABLE, ASSET_NO_INPUTS, ASSET_INPUT_TWICE, PATH_OWNED, and the path area.
 *
 * @param file - path of the declaration from the workspace root.
 */
export function validateAsset(body: AssetBody, file: string, locate: Locate, collector: Collector): void {
  const artifact = 'asset';
  const { type, inputs, output } = body;
  const formats: readonly string[] = ASSET_TYPES[type].formats;
  if (!formats.includes(output.format)) {
    const data = { type, format: output.format, expected: formats };
    collector.addAll([diagnose('ASSET_FORMAT_UNSUITABLE', { artifact, location: locate('/output/format', 'value'), data })]);
  }
  if (hasPlainInputs(body)) return;
  const named = Object.entries(inputs).flatMap(([role, paths]) => paths.map((path, index) => ({ role, path, index })));
  if (named.length === 0) collector.addAll([diagnose('ASSET_NO_INPUTS', { artifact, location: locate('/inputs', 'value'), data: {} })]);

  const seen = new Map<string, string>();
  for (const { role, path, index } of named) {
    const at = (): Location => locate(jsonPointer(['inputs', role, index]), 'value');
    const parsed = parseWorkspacePath(path);
    if (parsed.isErr()) {
      const fault = parsed.error;
      collector.add(pathCodeOf(fault), file, () => diagnosePath(fault, { artifact, location: at(), text: path }));
      continue;
    }
    const segment = findReserved(parsed.value);
    const key = pathCollisionKey(parsed.value);
    const earlier = seen.get(key);
    seen.set(key, path);
    if (segment !== null)
      collector.add('PATH_OWNED', file, () => diagnose('PATH_OWNED', { artifact, location: at(), data: { path, segment } }));
    else if (earlier !== undefined) {
      collector.add('ASSET_INPUT_TWICE', file, () =>
        diagnose('ASSET_INPUT_TWICE', { artifact, location: at(), data: { role, path, earlier } }),
      );
    }
  }
}
