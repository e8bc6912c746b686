import { err, ok } from 'neverthrow';
import type { PathDifference } from '../diagnostics/catalogue/plan-codes.js';
import type { Observed } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { stalePlan } from '../plans/apply/stale-plan.js';
import type { ReadText } from '../plans/read-text.js';
import { wholeState } from '../plans/whole-state.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { ReadContext } from './read-context.js';
import { readTexts } from './read-texts.js';

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
  const texts = await readTexts(context, paths);
  if (texts.isErr()) return err(texts.error);
  const differences = [...texts.value].flatMap(([path, { sha256 }]): PathDifference[] => {
    const expected = known.get(path);
    if (expected === undefined || expected === sha256) return [];
    return [{ path, expected: wholeState(expected), found: wholeState(sha256) }];
  });
  return differences.length > 0 ? err(stalePlan(differences)) : ok(texts.value);
}
