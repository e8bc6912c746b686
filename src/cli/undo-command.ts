import type { Command } from './command.js';

/** `undo`: brings back what the last plan changed; a preview unless `--apply`. */
export const undoCommand: Command = {
  name: 'undo',
  usage: '[--apply [--plan DIGEST]] [--exit-code] [--no-cache]',
  summary: 'Brings back, byte for byte, the files that the last plan changed; done twice, it does them again. Builds are not undone.',
  args: [0, 0],
  options: ['apply', 'plan', 'exit-code', 'no-cache'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runUndo(invocation, io),
};
