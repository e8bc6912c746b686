import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { WritePort } from '../../ports/write-port.js';
import { leftBehind } from './left-behind.js';

/** Removes staged files that dead transactions left behind. One that stays is told as PLAN_STAGED_FILE_LEFT and does no harm. */
export async function removeLeftovers(write: WritePort, leftovers: readonly WorkspacePath[]): Promise<readonly Diagnostic[]> {
  const left: Diagnostic[] = [];
  for (const path of leftovers) {
    const removed = await write.remove(path);
    if (removed.isErr() && removed.error.kind !== 'not-found') left.push(leftBehind(path, removed.error));
  }
  return left;
}
