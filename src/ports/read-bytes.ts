import { err } from 'neverthrow';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { PortResult } from './port-error.js';
import type { ReadPort } from './read-port.js';

/** Reads one whole file into memory of its own. For many files, call the port's batch. */
export async function readBytes(read: ReadPort, path: WorkspacePath, maxBytes: number): Promise<PortResult<Uint8Array>> {
  let answer: PortResult<Uint8Array> = err({ kind: 'broken', operation: 'read', path, detail: 'no answer' });
  const ran = await read.readFiles([{ path, maxBytes }], (_, result) => {
    answer = result.map(({ bytes }) => Uint8Array.from(bytes)); // copied now: the memory is the port's
  });
  return ran.andThen(() => answer);
}
