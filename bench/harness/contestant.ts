/** One of those who do the same job in one comparison. */
export interface Contestant {
  /** Who, as the table names it. */
  readonly name: string;
  /** Gets ready before each timed run; its time does not count. */
  readonly prepare?: () => unknown;
  /** Does the job, awaited where it is a promise. */
  readonly run: () => unknown;
}
