import { err, ok } from 'neverthrow';
import { rewriteAsset } from '../../artifacts/asset/rewrite-asset.js';
import { readJson } from '../../codec/json/read-json.js';
import { decodeUtf8, encodeUtf8 } from '../../codec/json/utf8.js';
import { targetClass } from '../../artifacts/journal/target-class.js';
import type { Observed } from '../../diagnostics/outcome.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import { parseWorkspacePath, type WorkspacePath } from '../../paths/workspace-path.js';
import { editRegistry } from '../../plans/edit-registry.js';
import { applyByteEdits } from '../../plans/fix/apply-byte-edits.js';
import { registryAfterLookups, type SafeLookup } from '../../plans/fix/safe-lookups.js';
import { editsOfSafeTextFixes, type SafeTextFix } from '../../plans/fix/safe-text-fixes.js';
import { PLAN_TEXT_BUDGETS } from '../../plans/plan-text-budgets.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { declarationOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import type { ReadContext } from '../read-context.js';
import { readUnchanged } from '../read-unchanged.js';

/** A text that fixes change. */
export interface FixedText {
  /** As it stands on disk. */
  readonly before: string;
  /** After the fixes. */
  readonly after: string;
}

/** Texts that fixes change, by path. */
export type FixedTexts = ReadonlyMap<WorkspacePath, FixedText>;

/** Whether a plan may mend the text of a file. */
export function isFixableText(file: string): boolean {
  const guard = parseWorkspacePath(file).match(targetClass, () => null);
  return guard === 'authored' || guard === 'registry';
}

/** Reads what is not known yet. A file that is no text is left out. */
async function withTexts(
  context: ReadContext,
  snapshot: WorkspaceSnapshot,
  known: FixedTexts,
  paths: readonly WorkspacePath[],
): Promise<Observed<Map<WorkspacePath, FixedText>>> {
  const unread = paths.filter((path) => !known.has(path));
  const read = await readUnchanged(context, snapshot, unread);
  if (read.isErr()) return err(read.error);
  const texts = new Map(known);
  for (const [path, { text, sha256 }] of read.value) {
    const isExact = text !== null && digestBytes(encodeUtf8(text), context.compute) === sha256;
    if (isExact) texts.set(path, { before: text, after: text });
  }
  return ok(texts);
}

/**
 * Makes safe fixes in texts.
 *
 * @param snapshot - the workspace as it stands on disk.
 * @returns every text that was changed so far.
 */
export async function fixedTextsOf(
  context: ReadContext,
  snapshot: WorkspaceSnapshot,
  known: FixedTexts,
  fixes: readonly SafeTextFix[],
): Promise<Observed<FixedTexts>> {
  const edits = editsOfSafeTextFixes(fixes);
  const paths = [...edits.keys()] as WorkspacePath[]; // isFixableText has parsed them
  const texts = await withTexts(context, snapshot, known, paths);
  if (texts.isErr()) return err(texts.error);
  for (const path of paths) {
    const text = texts.value.get(path);
    const bytes = text === undefined ? null : applyByteEdits(encodeUtf8(text.after), edits.get(path) ?? []);
    const after = bytes === null ? undefined : decodeUtf8(bytes);
    if (text !== undefined && after !== undefined) texts.value.set(path, { ...text, after });
  }
  return ok(texts.value);
}

function claim(text: string, uuid: string): string {
  return readJson(encodeUtf8(text), PLAN_TEXT_BUDGETS).match(
    (document) => rewriteAsset(document, { ...(document.value as JsonObject), asset_uuid: uuid }), // the reader refuses every other root
    () => text,
  );
}

/**
 * Settles identities in texts: claims in declarations, each of the version that it is, and the folders of records in the registry.
 *
 * @param snapshot - the workspace as it stands on disk.
 * @param seen - the workspace as it is with the texts so far.
 * @returns every text that was changed so far.
 */
export async function settledTextsOf(
  context: ReadContext,
  snapshot: WorkspaceSnapshot,
  seen: WorkspaceSnapshot,
  known: FixedTexts,
  lookups: readonly SafeLookup[],
): Promise<Observed<FixedTexts>> {
  const claims = new Map(
    lookups.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'claim' ? [[declarationOf(step.root), step.uuid] as const] : [])),
    ),
  );
  const registry = seen.registry === null ? null : registryAfterLookups(seen.registry, lookups);
  const paths = [...claims.keys(), ...(registry === null ? [] : [REGISTRY_PATH])];
  const texts = await withTexts(context, snapshot, known, paths);
  if (texts.isErr()) return err(texts.error);
  for (const [path, text] of texts.value) {
    const uuid = claims.get(path);
    if (uuid !== undefined) texts.value.set(path, { ...text, after: claim(text.after, uuid) });
    const moved = path === REGISTRY_PATH && registry !== null ? editRegistry(registry, text.after).after : null;
    if (moved !== null) texts.value.set(path, { ...text, after: moved });
  }
  return ok(texts.value);
}
