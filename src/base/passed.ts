/**
 * The mark of a value that has gone through a gate, so that no later one can be entered without it: a literal of the same shape
 * does not have it. It is there for the compiler alone; no value carries it. The key is a text and no unique symbol, so that the
 * types of the ESM and the CommonJS build are the same.
 */
export interface Passed<Gate extends string> {
  /** The gate. */
  readonly '~prometeu.gate': Gate;
}

/** A value as it stands before its gate. */
export type Unpassed<T> = Omit<T, keyof Passed<string>>;

/** Gives a value the mark of the gate that it has gone through. Only gates call it, each for its own mark; a test lists them. */
export function passed<T extends Passed<string>>(value: Unpassed<T>): T {
  return value as T;
}
