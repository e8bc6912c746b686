/** What one shard found out. */
export interface EvidenceShard {
  /** Which shard, from 1. */
  readonly shard: number;
  /**
   * SHA-256 of each content that was checked as such a file and in which nothing was found, no warning either: 64 lower-case
   * hexadecimal digits each, by code units, each once. Of a content in which something was found there is no evidence: whoever
   * makes the report looks at it again.
   */
  readonly sound: { readonly png: readonly string[]; readonly wav: readonly string[] };
}

/** The limits that evidence was made with, see `SourceBudgets`: with others the same content may be judged otherwise. */
export interface EvidenceBudgets {
  /** Most bytes of one source file. */
  readonly max_file_bytes: number;
  /** Most pixels in a row, and most rows, of a PNG. */
  readonly max_png_side: number;
  /** Most bytes of a PNG once inflated. */
  readonly max_png_inflated_bytes: number;
}

/**
 * What checks of source files found out, by content, so that another process need not check the same bytes again. It says
 * nothing of paths, times or machines: it holds wherever the very same bytes stand. Plain data, as its file holds it.
 */
export interface Evidence {
  /** Version of this shape. */
  readonly evidence_version: 1;
  /** The rules by which contents were judged: a number that counts up with each release that judges otherwise. */
  readonly rules: number;
  /** The limits. */
  readonly budgets: EvidenceBudgets;
  /** Into how many shards the workspace was split. */
  readonly shard_count: number;
  /** The shards that this evidence covers, by number. */
  readonly shards: readonly EvidenceShard[];
}
