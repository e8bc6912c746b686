import { err, ok, type Result } from 'neverthrow';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import type { ReadHandle, ReadPort } from '../../ports/read-port.js';

/**
 * Opens a file for reading in pieces, lets it be read, and closes it whatever happens.
 *
 * @param fail - what an error of opening or closing is to the caller.
 */
export async function withReadHandle<T, Fault>(
  read: ReadPort,
  path: WorkspacePath,
  fail: (error: PortError) => Fault,
  run: (handle: ReadHandle) => Promise<Result<T, Fault>>,
): Promise<Result<T, Fault>> {
  const opened = await read.openFile(path);
  if (opened.isErr()) return err(fail(opened.error));
  let closed: PortResult<void> = ok();
  const result = await run(opened.value).finally(async () => {
    closed = await opened.value.close();
  });
  return result.andThen((value) => closed.map(() => value).mapErr(fail));
}
