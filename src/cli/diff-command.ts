import type { Command } from './command.js';

/** `diff OTHER`: the build of this workspace against that of another. */
export const diffCommand: Command = {
  name: 'diff',
  usage: 'OTHER [--exit-code] [--no-cache]',
  summary: 'Compares the build of this workspace with that of the workspace OTHER: first byte, assets, companions. Writes nothing.',
  args: [1, 1],
  options: ['exit-code', 'no-cache'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runDiff(invocation, io),
};
