import type { Diagnostic, PolicyOutcome } from 'prometeu-packer';

/** What a command has to say, before it is put into text or JSON. */
export interface Answer {
  /** Whether it could run at all. */
  readonly ran: boolean;
  /** Every finding, in the one order; those that the policy left, once one is applied. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether what was asked for is refused: the errors say why. */
  readonly refused?: boolean;
  /** What the policy made of the findings; undefined until one is applied. */
  readonly policy?: PolicyOutcome;
  /** The folder that the files of findings are in, absolute; the workspace unless told. */
  readonly folder?: string;
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
  /** Writes the answer, once a policy has judged it, as one HTML file, where the command has one. */
  readonly page?: (judged: Answer) => string;
}
