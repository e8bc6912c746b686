import { findOverlap } from '../artifacts/journal/find-overlap.js';
import { isMovableFolder } from '../artifacts/journal/is-movable-folder.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { foldersAbove } from '../paths/folders-above.js';
import { ASSETS_FOLDER, REGISTRY_PATH } from '../paths/owned-paths.js';
import { movedPath } from '../paths/moved-path.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { viewRegistry } from './identity/registry-view.js';
import { malformedPlan } from './malformed-plan.js';
import type { IdentityValue, MoveFolderEdit, Plan } from './plan.js';

type Fault = Generator<Diagnostic>;
type Move = MoveFolderEdit<WorkspacePath>;

const keyOf = ({ asset_id, asset_uuid }: IdentityValue): string => JSON.stringify([asset_id, asset_uuid]);

const pathOf = (root: string): string => `${ASSETS_FOLDER}/${root}`;

/** What is moved was seen in its place, and where it goes nothing was seen; no folder above is left to chance. */
function* checkGuards({ edits, preconditions }: Plan<WorkspacePath>): Fault {
  const listings = new Map(preconditions.folders.map(({ path, listing }) => [path, listing]));
  for (const [index, edit] of edits.entries()) {
    if (edit.kind !== 'move-folder') continue;
    const { path, from } = edit;
    const above = foldersAbove(path).slice(1);
    const isGuarded =
      typeof listings.get(from) === 'string' && listings.get(path) === null && above.every((folder) => listings.has(folder));
    if (!isGuarded) yield malformedPlan(`/edits/${index}`, 'a folder whose two places are among the preconditions');
  }
}

/** Records follow their folders, and of a mutation none goes where no folder goes. */
function* checkRecords({ kind, edits }: Plan<WorkspacePath>, moves: readonly Move[]): Fault {
  const index = edits.findIndex(({ path }) => path === REGISTRY_PATH);
  const edit = edits[index];
  const texts = edit?.kind === 'text' ? [edit.before, edit.after] : [null, null];
  const [before, after] = texts.map((text) => (text === null ? null : viewRegistry(text)));
  if (!before || !after) {
    if (moves.length > 0) yield malformedPlan('/edits', 'the registry, with the records that follow a folder');
    return;
  }
  if (moves.length === 0 && kind !== 'mutate') return;
  const ways = moves.map(({ from, path }) => ({ from, to: path }));
  const kept = new Map(after.records.map((record) => [keyOf(record), record.root]));
  const strays = before.records.some((record) => {
    const root = kept.get(keyOf(record));
    return root !== undefined && pathOf(root) !== movedPath<string>(pathOf(record.root), ways);
  });
  if (strays) yield malformedPlan(`/edits/${index}/after`, 'records whose folders are those that move');
  const roots = new Set(after.records.map(({ root }) => pathOf(root)));
  const known = new Set(before.records.map(({ root }) => pathOf(root)));
  if (moves.some(({ from, path }) => !known.has(from) || !roots.has(path))) {
    yield malformedPlan(`/edits/${index}/after`, 'a record of each folder that moves');
  }
}

/**
 * What is wrong with the moves of a plan: of another kind of plan, to or from where plans move nothing, in the way of
 * another change, without the preconditions that guard them, or without the records of what they move. Codes:
 * PLAN_MALFORMED, PLAN_TARGET_NOT_ALLOWED.
 */
export function* findMoveFaults(plan: Plan<WorkspacePath>): Fault {
  const { kind, edits } = plan;
  const moves = edits.flatMap((edit) => (edit.kind === 'move-folder' ? [edit] : []));
  for (const { path, from } of moves) {
    for (const place of [path, from].filter((folder) => !isMovableFolder(folder))) {
      const location = { kind: 'file', file: place } as const;
      yield diagnose('PLAN_TARGET_NOT_ALLOWED', { artifact: 'plan', location, data: { path: place } });
    }
  }
  if (moves.length > 0) {
    if (kind !== 'mutate' && kind !== 'undo') yield malformedPlan('/edits', 'no folder moved by a plan of this kind');
    const files = edits.flatMap((edit) => (edit.kind === 'move-folder' ? [] : [edit.path]));
    const ends = moves.map(({ from, path }) => ({ from, target: path }));
    if (findOverlap(ends, files) !== null) yield malformedPlan('/edits', 'nothing else changed where a folder leaves or arrives');
    yield* checkGuards(plan);
  }
  yield* checkRecords(plan, moves);
}
