/** A text file as it was read. */
export interface ReadText {
  /** Its text; null where it does not exist. */
  readonly text: string | null;
  /** SHA-256 of its bytes; null where it does not exist. */
  readonly sha256: string | null;
}
