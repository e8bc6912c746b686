/** A file under judgement. */
export interface SourceFile {
  /** Path from the repository's root, with `/`. */
  readonly path: string;
  /** Its whole text. */
  readonly text: string;
}

/** A place where a file breaks a rule. */
export interface Violation {
  /** The rule's name. */
  readonly rule: string;
  /** Path of the file. */
  readonly path: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** What stands there: a specifier, a name, a count. */
  readonly found: string;
}

/** Judges a whole tree, since some rules need more than one file. */
export type Rule = (files: readonly SourceFile[]) => readonly Violation[];
