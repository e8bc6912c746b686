import { draftRecipe } from '../plans/build/draft-recipe.js';
import { layoutRecipe } from '../plans/compose/layout-recipe.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { judgeWorkspace, type Verdict } from './doctor/judge-workspace.js';

/**
 * What a workspace allows, as a snapshot of it tells: the doctor's verdict without reading anything again, so without a lock that
 * is held and what stands where a build writes.
 *
 * @example
 * ```ts
 * import { readWorkspace, workspaceVerdict } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const read = await readWorkspace(createMemoryWorkspace({ 'assets/.prometeu/index.json': '{' }));
 * if (read.isOk()) console.log(workspaceVerdict(read.value).mutate.can); // false
 * ```
 */
export function workspaceVerdict(snapshot: WorkspaceSnapshot): Verdict {
  const planned = draftRecipe(snapshot).andThen(({ value }) => layoutRecipe(value));
  return judgeWorkspace(snapshot, { planned, lock: [], outputs: [] });
}
