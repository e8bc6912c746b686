import type { Command } from './command.js';

/** `verify`: the built workspace against its sources; `verify ARCHIVE`: one archive alone. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: '[ARCHIVE] [--no-cache]',
  summary:
    'Checks the build of a workspace against its sources, or an archive alone, every byte; its path starts at the workspace. Writes nothing.',
  args: [0, 1],
  options: ['no-cache'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runVerify(invocation, io),
};
