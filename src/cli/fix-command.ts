import { planFix } from 'prometeu-packer';
import type { Command } from './command.js';
import { runPlanCommand } from './plan-command.js';
import { withWorkspace } from './with-workspace.js';

/** `fix FINGERPRINT`: mends one finding; a preview unless `--apply`. */
export const fixCommand: Command = {
  name: 'fix',
  usage: 'FINGERPRINT [--choice NAME] [--apply [--plan DIGEST]] [--exit-code]',
  summary: 'Mends the finding that doctor shows with this fingerprint: settles an identity as chosen, or applies a fix.',
  args: [1, 1],
  options: ['choice', 'apply', 'plan', 'exit-code'],
  run: (invocation, io) =>
    withWorkspace(invocation, io, (workspace) => {
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
    }),
};
