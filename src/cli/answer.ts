import type { Diagnostic } from 'prometeu-packer';

/** What a command has to say, before it is put into text or JSON. */
export interface Answer {
  /** Whether it could run at all. */
  readonly ran: boolean;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
  /** What it made or found, for the JSON report; null where nothing came of it. */
  readonly result: object | null;
  /** The same for people, line by line; stands below the findings. */
  readonly lines: readonly string[];
  /** What the workspace allows, where that was asked. */
  readonly verdict?: object;
  /** Whether this is a preview that found something to do. */
  readonly pending?: boolean;
  /** Texts of files that findings point into, by path from the workspace root. */
  readonly texts?: ReadonlyMap<string, string>;
}
