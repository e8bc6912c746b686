import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { PortResult } from '../../ports/port-error.js';
import type { StagingContext } from './apply-context.js';
import type { Comparison } from './judge-comparisons.js';
import { observePaths } from './observe-paths.js';
import type { FilePrecondition, HeadPrecondition } from '../plan.js';
import { wholeState } from '../whole-state.js';

/** Looks at files read whole, and at the beginnings of files read in part, and puts what was expected beside it. */
export async function compareFiles(
  context: Pick<StagingContext, 'read' | 'compute' | 'signal'>,
  files: readonly FilePrecondition<WorkspacePath>[],
  heads: readonly HeadPrecondition<WorkspacePath>[] = [],
): Promise<PortResult<readonly Comparison[]>> {
  const looks = [
    ...files.map((file) => ({ look: 'file', path: file.path, expected: wholeState(file.sha256) }) as const),
    ...heads.map(({ path, length, sha256 }) => ({ look: 'head', path, length, expected: { kind: 'head', length, sha256 } }) as const),
  ];
  const observed = await observePaths(context, looks, context.signal);
  return observed.map((pairs) => pairs.map(([{ path, expected }, found]) => ({ path, expected, found })));
}
