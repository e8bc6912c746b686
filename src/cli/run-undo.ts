import { planUndo } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';
import { runPlanCommand } from './plan-command.js';
import { withWorkspace } from './with-workspace.js';

/** Does what `undo` is asked for. */
export function runUndo(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, (workspace) =>
    runPlanCommand({
      invocation,
      host: workspace,
      io,
      makePlan: (host) => planUndo(host, { signal: io.signal }),
      nothingToDo: 'nothing to undo',
      applyOptions: ({ digest }) => (invocation.plan === undefined ? {} : { consent: { planDigest: digest } }), // the one that was previewed
    }),
  );
}
