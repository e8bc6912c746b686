import { planRegister } from 'prometeu-packer';
import type { Command } from './command.js';
import { runPlanCommand } from './plan-command.js';
import { withWorkspace } from './with-workspace.js';

/** `register [ROOT…]`: declares source folders and gives them identities; a preview unless `--apply`. */
export const registerCommand: Command = {
  name: 'register',
  usage: '[ROOT…] [--apply [--plan DIGEST]] [--exit-code]',
  summary: 'Declares the folders under assets/ that hold files, or those of them named, and gives them identities.',
  args: [0, Infinity],
  options: ['apply', 'plan', 'exit-code'],
  run: (invocation, io) =>
    withWorkspace(invocation, io, (workspace) => {
      const roots = invocation.args.map((root) => root.replace(/\/$/, ''));
      return runPlanCommand({
        invocation,
        host: workspace,
        io,
        makePlan: (host) => planRegister(host, { signal: io.signal, ...(roots.length > 0 && { roots }) }),
        nothingToDo: roots.length === 0 ? 'nothing to do: no undeclared folder holds files' : 'nothing to do in the folders named',
      });
    }),
};
