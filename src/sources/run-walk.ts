import type { Walk, Wanted } from './walk.js';

/** A walk that bytes are pushed through. */
export interface WalkRun<T> {
  /** Hands the walk the next bytes; those after its end are passed over. */
  push(chunk: Uint8Array): void;
  /** What the walk answered; undefined until it has ended. */
  result(): { readonly value: T } | undefined;
}

/** Starts a walk. */
export function runWalk<T>(walk: Walk<T>): WalkRun<T> {
  let step = walk.next();
  let gathered = new Uint8Array(); // the start of a piece that one push did not hold
  let filled = 0;

  /** Takes what is wanted from the front of `bytes`, gives it to the walk and answers the rest. */
  const feed = (bytes: Uint8Array, wanted: Wanted): Uint8Array => {
    const count = 'upTo' in wanted ? wanted.upTo : wanted.whole - filled;
    const front = bytes.subarray(0, count);
    if ('upTo' in wanted || front.length === wanted.whole) {
      step = walk.next(front);
      return bytes.subarray(count);
    }
    if (filled === 0) gathered = new Uint8Array(wanted.whole);
    gathered.set(front, filled);
    filled += front.length;
    if (filled === wanted.whole) {
      filled = 0;
      step = walk.next(gathered);
    }
    return bytes.subarray(count);
  };

  return {
    push(chunk) {
      let rest = chunk;
      while (rest.length > 0 && step.done !== true) rest = feed(rest, step.value);
    },
    result: () => (step.done === true ? { value: step.value } : undefined),
  };
}
