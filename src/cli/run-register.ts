import { planRegister } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';
import { runPlanCommand } from './plan-command.js';
import { withWorkspace } from './with-workspace.js';

/** Does what `register` is asked for. */
export function runRegister(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, (workspace) => {
    const roots = invocation.args.map((root) => root.replace(/\/$/, ''));
    return runPlanCommand({
      invocation,
      host: workspace,
      io,
      makePlan: (host) => planRegister(host, { signal: io.signal, ...(roots.length > 0 && { roots }) }),
      nothingToDo: roots.length === 0 ? 'nothing to do: no undeclared folder holds files' : 'nothing to do in the folders named',
    });
  });
}
