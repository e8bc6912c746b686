/** The options that only some commands take. */
export type CommandOption = 'apply' | 'plan' | 'exit-code';

/** A command line, taken apart. */
export interface Invocation {
  /** The command; null where none is named. */
  readonly command: string | null;
  /** What stands after the command. */
  readonly args: readonly string[];
  /** The workspace's folder, from the current folder. */
  readonly workspace: string;
  /** How to answer. */
  readonly format: 'text' | 'json';
  /** Whether to do it rather than to preview it. */
  readonly apply: boolean;
  /** The digest of the plan as previewed; undefined where none is given. */
  readonly plan: string | undefined;
  /** Whether a preview with something to do exits with 1. */
  readonly exitCode: boolean;
  /** Whether to tell how it is used. */
  readonly help: boolean;
  /** Whether to tell the version. */
  readonly version: boolean;
  /** Which of the options that only some commands take were given. */
  readonly given: readonly CommandOption[];
}
