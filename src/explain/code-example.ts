/** A finding of a code, as it was really raised: each is recorded from a case that the tests run. */
export interface CodeExample {
  /** What was wrong, in one sentence. */
  readonly about: string;
  /** The finding, as the command line shows it. */
  readonly text: string;
  /** Its data. */
  readonly data: unknown;
}
