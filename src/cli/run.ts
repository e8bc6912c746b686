import { escapeText, type Policy } from 'prometeu-packer';
import type { Answer } from './answer.js';
import { applyPolicyFile } from './apply-policy-file.js';
import { checkInvocation } from './check-invocation.js';
import type { Command } from './command.js';
import type { CommandIo } from './command-io.js';
import { commands } from './commands.js';
import { EXIT_NOT_RUN, EXIT_OK } from './exit-codes.js';
import type { Invocation } from './invocation.js';
import { parseArguments } from './parse-arguments.js';
import { readPolicy } from './read-policy.js';
import { exitCodeOf, isData, renderAnswer } from './render-answer.js';
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

/** Runs a command, judged by the policy that the command line names; the rules of that policy besides. */
async function runCommand(
  { run: work }: Command,
  invocation: Invocation,
  io: CommandIo,
): Promise<{ readonly answer: Answer; readonly rules: Policy['rules'] }> {
  if (invocation.policy === undefined) return { answer: await work(invocation, io), rules: [] };
  const read = await readPolicy(invocation.policy, invocation, io);
  if (read.isErr()) return { answer: read.error, rules: [] };
  const answer = await applyPolicyFile(read.value, invocation, () => work(invocation, io));
  return {
    answer,
    rules: read.value.policy.match(
      ({ value }) => value.rules,
      () => [],
    ),
  };
}

async function runInvocation(invocation: Invocation, io: CommandIo): Promise<number> {
  if (invocation.help) return tellUsage(invocation, io);
  if (invocation.version) {
    io.stdout(`${io.version()}\n`);
    return EXIT_OK;
  }
  const command = checkInvocation(invocation, commands);
  if (command.isErr()) return refuse(command.error, io);
  const { answer, rules } = await runCommand(command.value, invocation, io);
  const write = isData(answer, invocation) ? io.stdout : io.stderr;
  write(renderAnswer(answer, { invocation, io, rules }));
  return exitCodeOf(answer, invocation);
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
