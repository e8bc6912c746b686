/** A workspace to try things on. */
export interface Sample {
  /** Names it. */
  readonly id: string;
  /** What it is called. */
  readonly title: string;
  /** One sentence: what there is to see. */
  readonly about: string;
  /** Its files, by path from the workspace root, in base64. */
  readonly files: Readonly<Record<string, string>>;
  /** Folders that are made up when it is opened: so many, each with one file of so many bytes; none unless told. */
  readonly madeUp?: { readonly folders: number; readonly bytes: number };
  /** How long its disk takes for a mebibyte, in milliseconds; as short as can be unless told. */
  readonly pauseMs?: number;
}
