import { compareStrings } from '../base/compare-strings.js';
import type { AssetBody } from '../artifacts/asset/model.js';
import type { AssetReading } from '../artifacts/asset/create-asset-reader.js';
import { jsonPointer } from '../codec/json-pointer.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Location } from '../diagnostics/location.js';
import { collisionKey } from '../paths/collision-key.js';
import { diagnosePath } from '../paths/diagnose-path.js';
import { nameOf, parentOf, parseWorkspacePath, type WorkspacePath } from '../paths/workspace-path.js';
import { folderOf, type InputTree } from './input-tree.js';

/** An input of a declaration, placed in the workspace but not yet looked at. */
export interface PlacedInput {
  /** The role it plays. */
  readonly role: string;
  /** Path as the declaration has it. */
  readonly path: string;
  /** Path from the workspace root. */
  readonly file: WorkspacePath;
  /** Where the declaration names it. */
  readonly at: () => Location;
}

/** The inputs that exist, and what is wrong with the others. */
export interface PlacedInputs {
  /** In packing order. */
  readonly inputs: readonly PlacedInput[];
  /** Findings, in packing order. */
  readonly diagnostics: readonly Diagnostic[];
}

function diagnoseMissing(input: PlacedInput, names: ReadonlySet<string>): Diagnostic {
  const key = collisionKey(nameOf(input.file));
  const similar = [...names].find((name) => collisionKey(name) === key) ?? null;
  const data = { role: input.role, path: input.path, didYouMean: similar };
  return diagnose('ASSET_INPUT_MISSING', { artifact: 'asset', location: input.at(), data });
}

function judgeInput(input: PlacedInput, root: string, tree: InputTree): Diagnostic | null {
  const owner = tree.ownerOf(input.file);
  if (owner !== null && owner !== root) {
    const data = { role: input.role, path: input.path, owner };
    return diagnose('ASSET_INPUT_FOREIGN', { artifact: 'asset', location: input.at(), data });
  }
  const names = tree.filesOf(parentOf(input.file) ?? folderOf(root)) ?? new Set<string>();
  return names.has(nameOf(input.file)) ? null : diagnoseMissing(input, names);
}

/**
 * Places the inputs of a declaration in the workspace, in packing order: roles in code-unit order, paths of a role in
 * array order. An input must be a regular file of the asset's own folder tree, spelled exactly as on disk.
 *
 * Codes: ASSET_INPUT_FOREIGN, ASSET_INPUT_MISSING, PATH_TOO_LONG.
 */
export function placeInputs(root: string, body: AssetBody, locate: AssetReading['locate'], tree: InputTree): PlacedInputs {
  const inputs: PlacedInput[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const role of Object.keys(body.inputs).sort(compareStrings)) {
    for (const [index, path] of (body.inputs[role] ?? []).entries()) {
      const at = (): Location => locate(jsonPointer(['inputs', role, index]), 'value');
      const text = `${folderOf(root)}/${path}`;
      const parsed = parseWorkspacePath(text);
      if (parsed.isErr()) {
        diagnostics.push(diagnosePath(parsed.error, { artifact: 'asset', location: at(), text }));
        continue;
      }
      const input = { role, path, file: parsed.value, at };
      const fault = judgeInput(input, root, tree);
      if (fault === null) inputs.push(input);
      else diagnostics.push(fault);
    }
  }
  return { inputs, diagnostics };
}
