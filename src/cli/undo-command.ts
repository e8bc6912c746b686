import { planUndo } from 'prometeu-packer';
import type { Command } from './command.js';
import { runPlanCommand } from './plan-command.js';
import { withWorkspace } from './with-workspace.js';

/** `undo`: brings back what the last plan changed; a preview unless `--apply`. */
export const undoCommand: Command = {
  name: 'undo',
  usage: '[--apply [--plan DIGEST]] [--exit-code]',
  summary: 'Brings back, byte for byte, the files that the last plan changed; done twice, it does them again. Builds are not undone.',
  args: [0, 0],
  options: ['apply', 'plan', 'exit-code'],
  run: (invocation, io) =>
    withWorkspace(invocation, io, (workspace) =>
      runPlanCommand({
        invocation,
        host: workspace,
        io,
        makePlan: (host) => planUndo(host, { signal: io.signal }),
        nothingToDo: 'nothing to undo',
        applyOptions: ({ digest }) => (invocation.plan === undefined ? {} : { consent: { planDigest: digest } }), // the one that was previewed
      }),
    ),
};
