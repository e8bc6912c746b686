/** What a command has of the process it runs in, so that tests drive it in theirs. */
export interface CommandIo {
  /** The current folder, absolute: paths of the command line start here. */
  readonly cwd: string;
  /** Takes data: what was asked for. */
  readonly stdout: (text: string) => void;
  /** Takes progress, and what is wrong with the command line. */
  readonly stderr: (text: string) => void;
  /** Whether a person watches stderr; without one there is no progress. */
  readonly isTerminal: boolean;
  /** Whether text on stdout may have colours. */
  readonly color: boolean;
  /** The package's version. */
  readonly version: () => string;
  /** Fires when the process is asked to stop. */
  readonly signal: AbortSignal;
}
