import { planFix } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';
import { runPlanCommand } from './plan-command.js';
import { withWorkspace } from './with-workspace.js';

/** Does what `fix` is asked for. */
export function runFix(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, (workspace) => {
    const { args, choice } = invocation;
    const [fingerprint = ''] = args;
    return runPlanCommand({
      invocation,
      host: workspace,
      io,
      makePlan: (host) => planFix(host, { fingerprint, signal: io.signal, ...(choice !== undefined && { choice }) }),
      nothingToDo: 'nothing to do',
      options: choice === undefined ? [] : ['--choice', choice],
    });
  });
}
