/** What one contestant took. */
export interface Timing {
  /** Who. */
  readonly name: string;
  /** Milliseconds of one run: the median of all rounds. */
  readonly ms: number;
  /** Times of the limit, round by round: the median. */
  readonly ratio: number;
  /** The least of them. */
  readonly least: number;
  /** The greatest of them. */
  readonly most: number;
}

/** One line of the results: an operation of ours against what bounds it, and against its peers. */
export interface Row {
  /** What is done. */
  readonly operation: string;
  /** On how much: files, entries, bytes. */
  readonly size: string;
  /** The most that the ratio may be; null where the row stands for itself. */
  readonly target: number | null;
  /** How often everyone ran. */
  readonly rounds: number;
  /** What everyone is measured against. */
  readonly limit: Timing;
  /** Our own. */
  readonly subject: Timing;
  /** Others who do the job, or part of it. */
  readonly peers: readonly Timing[];
  /** What a reader has to know of the row. */
  readonly note?: string;
}

/** A figure that is no time: bytes, memory, growth. */
export interface Figure {
  /** What was measured. */
  readonly operation: string;
  /** On how much. */
  readonly size: string;
  /** The most that it may be. */
  readonly target: number;
  /** What it is. */
  readonly found: number;
  /** Of what: `kB gzip`, `MiB`, `times`. */
  readonly unit: string;
  /** What a reader has to know of it. */
  readonly note?: string;
}

/** What one file of benchmarks found. */
export interface BenchResult {
  /** Comparisons. */
  readonly rows: readonly Row[];
  /** Figures. */
  readonly figures: readonly Figure[];
}
