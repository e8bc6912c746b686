import { ok, type Result } from 'neverthrow';
import type { Failure } from '../../diagnostics/outcome.js';

/** Checks that end later, each in its turn: the first that failed is the one that counts, whichever ended first. */
export interface CheckLine {
  /** Adds the next check. One that rejects, since a host threw, is told by `ended` alone: it never stays unheard. */
  add(check: Promise<Result<void, Failure>>): void;
  /** Ends when all that were added have ended, with the fault of the first that failed; it rejects where that one did. */
  ended(): Promise<Result<void, Failure>>;
  /** Whether one is known to have failed, so that there is nothing to go on for. */
  hasFailed(): boolean;
}

const nothing = (): void => undefined;

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
      last.then(nothing, () => {
        failed = true;
      });
      check.then(nothing, nothing); // nobody listens to it where an earlier one failed
    },
    ended: () => last,
    hasFailed: () => failed,
  };
}
