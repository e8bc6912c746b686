import type { Policy } from 'prometeu-packer';
import type { Answer } from './answer.js';
import { applyPolicyFile } from './apply-policy-file.js';
import type { Command } from './command.js';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';
import { readPolicy } from './read-policy.js';
import { exitCodeOf, isData, renderAnswer } from './render-answer.js';

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

/** Runs a command and writes its answer in the format that is asked for; answers the exit code. */
export async function answerInvocation(command: Command, invocation: Invocation, io: CommandIo): Promise<number> {
  const { answer, rules } = await runCommand(command, invocation, io);
  const write = isData(answer, invocation) ? io.stdout : io.stderr;
  write(renderAnswer(answer, { invocation, io, rules }));
  return exitCodeOf(answer, invocation);
}
