import { err, ok } from 'neverthrow';
import type { PortOperation, PortResult } from './port-error.js';
import type { BatchVisitor } from './read-port.js';

/**
 * Runs a batch call and gives its answers in the order of the requests, for callers that keep them all. An answer that
 * the port never gave becomes `broken`.
 *
 * @param paths - what was asked, in order; names the answers that are missing.
 */
export async function gather<T>(
  operation: PortOperation,
  paths: readonly string[],
  run: (visit: BatchVisitor<T>) => Promise<PortResult<void>>,
): Promise<PortResult<readonly PortResult<T>[]>> {
  const answers = paths.map((): PortResult<T> | undefined => undefined);
  const ran = await run((index, answer) => {
    answers[index] = answer;
  });
  if (ran.isErr()) return err(ran.error);
  return ok(paths.map((path, index) => answers[index] ?? err({ kind: 'broken', operation, path, detail: 'no answer' })));
}
