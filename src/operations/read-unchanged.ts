import { err, ok } from 'neverthrow';
import type { PathDifference, PathState } from '../diagnostics/catalogue/plan-codes.js';
import type { Observed } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { stalePlan } from '../plans/apply/stale-plan.js';
import type { ReadText } from '../plans/read-text.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { ReadContext } from './read-context.js';
import { readText } from './read-text.js';

function stateOf(sha256: string | null): PathState {
  return sha256 === null ? { kind: 'absent' } : { kind: 'file', sha256, length: null };
}

/**
 * Reads text files that a plan will change, and that a snapshot has read before: a plan rests on what the snapshot saw, so
 * that a file which is another one by now makes it stale. Files that the snapshot did not look at are just read.
 *
 * Codes: PLAN_STALE, and the port area.
 */
export async function readUnchanged(
  context: ReadContext,
  { files }: WorkspaceSnapshot,
  paths: readonly WorkspacePath[],
): Promise<Observed<ReadonlyMap<WorkspacePath, ReadText>>> {
  const known = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const texts = new Map<WorkspacePath, ReadText>();
  const differences: PathDifference[] = [];
  for (const path of paths) {
    const read = await readText(context, path);
    if (read.isErr()) return err(read.error);
    const expected = known.get(path);
    const { sha256 } = read.value;
    if (expected !== undefined && expected !== sha256) differences.push({ path, expected: stateOf(expected), found: stateOf(sha256) });
    texts.set(path, read.value);
  }
  return differences.length > 0 ? err(stalePlan(differences)) : ok(texts);
}
