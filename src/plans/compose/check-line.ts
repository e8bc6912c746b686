import { ok, type Result } from 'neverthrow';
import type { Failure } from '../../diagnostics/outcome.js';

/** Checks that end later, each in its turn: the first that failed is the one that counts, whichever ended first. */
export interface CheckLine {
  /** Adds the next check, which never rejects. */
  add(check: Promise<Result<void, Failure>>): void;
  /** Ends when all that were added have ended, with the fault of the first that failed. */
  ended(): Promise<Result<void, Failure>>;
  /** Whether one is known to have failed, so that there is nothing to go on for. */
  hasFailed(): boolean;
}

/** Begins without checks. */
export function createCheckLine(): CheckLine {
  let last: Promise<Result<void, Failure>> = Promise.resolve(ok());
  let failed = false;
  const after = async (earlier: Promise<Result<void, Failure>>, check: Promise<Result<void, Failure>>) => {
    const before = await earlier;
    const result = before.isErr() ? before : await check;
    failed ||= result.isErr();
    return result;
  };
  return {
    add(check) {
      last = after(last, check);
    },
    ended: () => last,
    hasFailed: () => failed,
  };
}
