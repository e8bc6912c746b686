import { err, ok } from 'neverthrow';
import { stagedPath } from '../../artifacts/journal/staged-path.js';
import { CACHE_PATH } from '../../paths/owned-paths.js';
import { isStagingToken } from '../../paths/staged-names.js';
import { writeWhole } from '../../plans/stage/write-whole.js';
import { guardWritePort } from '../../ports/guard-write-port.js';
import type { WriteHost } from '../../ports/packer-host.js';
import type { PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';

/**
 * Puts a cache in its place by one rename. It is neither flushed nor locked: of two writers the last one wins, and what a
 * power cut leaves of it is told by its digest. Nothing but the cache and a staged file of its own is touched.
 */
export async function writeCacheFile(
  { write: port, newToken }: Pick<WriteHost, 'write' | 'newToken'>,
  bytes: Uint8Array,
): Promise<PortResult<void>> {
  const write = guardWritePort(port);
  const token = newToken();
  if (!isStagingToken(token)) return portFailure('broken', 'create', CACHE_PATH, 'no token');
  const staged = stagedPath(CACHE_PATH, token);
  const created = await write.createFile(staged);
  if (created.isErr()) return err(created.error);
  const handle = created.value;
  const written = await writeWhole(handle, bytes, 0);
  const closed = await handle.close();
  const filled = written.andThen(() => closed);
  const placed = filled.isErr() ? filled : await write.rename(staged, CACHE_PATH);
  if (placed.isOk()) return ok();
  const removed = await write.remove(staged);
  return removed.isErr() && removed.error.kind === 'broken' ? err(removed.error) : err(placed.error);
}
