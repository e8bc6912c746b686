import { escapeText } from 'prometeu-packer/report';
import { checkInvocation } from './check-invocation.js';
import type { CommandIo } from './command-io.js';
import { commands } from './commands.js';
import { EXIT_NOT_RUN, EXIT_OK } from './exit-codes.js';
import type { Invocation } from './invocation.js';
import { parseArguments } from './parse-arguments.js';
import { commandUsage, programUsage } from './usage.js';

function refuse(problem: string, { stderr }: CommandIo): number {
  stderr(`${escapeText(problem)}\nsee prometeu-packer --help\n`);
  return EXIT_NOT_RUN;
}

function tellUsage({ command }: Invocation, { stdout }: CommandIo): number {
  const known = commands.find(({ name }) => name === command);
  stdout(known === undefined ? programUsage(commands) : commandUsage(known));
  return EXIT_OK;
}

async function runInvocation(invocation: Invocation, io: CommandIo): Promise<number> {
  if (invocation.help) return tellUsage(invocation, io);
  if (invocation.version) {
    io.stdout(`${io.version()}\n`);
    return EXIT_OK;
  }
  const command = checkInvocation(invocation, commands);
  if (command.isErr()) return refuse(command.error, io);
  const { answerInvocation } = await import('./answer-invocation.js'); // to tell how it is used takes none of it
  return answerInvocation(command.value, invocation, io);
}

/**
 * Runs the program as if from a shell.
 *
 * @param argv - what stands after the program's name.
 * @returns the exit code: 0, 1 or 2. Never rejects: a defect is told on stderr and answers 2.
 */
export async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    const invocation = parseArguments(argv);
    return invocation.isErr() ? refuse(invocation.error, io) : await runInvocation(invocation.value, io);
  } catch (thrown) {
    io.stderr(`defect: ${escapeText(String(thrown))}\n`);
    return EXIT_NOT_RUN;
  }
}
