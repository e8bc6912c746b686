import { setTimeout as sleep } from 'node:timers/promises';
import type { PortResult } from 'prometeu-packer';

const BUSY: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const FIRST_WAIT_MS = 10;

/**
 * Runs an operation again, a bounded number of times with growing waits, while it fails as it does on Windows where a
 * scanner or an indexer holds the file open for a moment. Answers what the last try answered.
 */
export async function retryWhileBusy<T>(retries: number, run: () => Promise<PortResult<T>>): Promise<PortResult<T>> {
  let answer = await run();
  for (let retried = 0; retried < retries && answer.isErr() && BUSY.has(answer.error.detail); retried += 1) {
    await sleep(FIRST_WAIT_MS * 2 ** retried);
    answer = await run();
  }
  return answer;
}
