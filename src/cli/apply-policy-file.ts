import { applyPolicy } from 'prometeu-packer';
import type { Answer } from './answer.js';
import { notRunAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import type { ReadPolicy } from './read-policy.js';

/** The commands whose findings are all that a workspace has, so that a known finding that is not among them is gone. */
const COMPLETE: ReadonlySet<string> = new Set(['doctor', 'report']);

function withText(answer: Answer, { file, text }: ReadPolicy): Answer {
  return { ...answer, texts: new Map([...(answer.texts ?? []), [file, text]]) };
}

/** The answer of a command as a policy has it; where the policy cannot be read, the answer that says so: nothing is run then. */
export async function applyPolicyFile(read: ReadPolicy, { command, shard }: Invocation, run: () => Promise<Answer>): Promise<Answer> {
  if (read.policy.isErr()) return withText(notRunAnswer(read.policy.error, ['the policy cannot be used; nothing was run']), read);
  const { value, diagnostics } = read.policy.value;
  const answer = await run();
  const refused = answer.refused === true || !answer.ran;
  const complete = answer.ran && !refused && shard === undefined && COMPLETE.has(command ?? '');
  const policy = applyPolicy([...answer.diagnostics, ...diagnostics], value, { refused, complete });
  return withText({ ...answer, diagnostics: policy.diagnostics, policy }, read);
}
