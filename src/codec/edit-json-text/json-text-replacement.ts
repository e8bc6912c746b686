/** A stretch of a text that other text takes the place of. Offsets are UTF-16 code units, as in strings and editors. */
export interface JsonTextReplacement {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends, exclusive; the same as `start` where text is only put in. */
  readonly end: number;
  /** What stands there afterwards. */
  readonly newText: string;
}
