import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import type { CommandOption, Invocation } from './invocation.js';

/** One command of the program. */
export interface Command {
  /** What it is called. */
  readonly name: string;
  /** What may follow its name. */
  readonly usage: string;
  /** One sentence: what it does. */
  readonly summary: string;
  /** Fewest and most arguments. */
  readonly args: readonly [least: number, most: number];
  /** The options it takes besides those that all take. */
  readonly options: readonly CommandOption[];
  /** Does it. */
  readonly run: (invocation: Invocation, io: CommandIo) => Promise<Answer>;
}
