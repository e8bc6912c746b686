import type { Command } from './command.js';

/** `unlock`: breaks the lock that a packer left behind; a preview unless `--apply`. */
export const unlockCommand: Command = {
  name: 'unlock',
  usage: '--owner TOKEN [--apply] [--exit-code]',
  summary: 'Breaks the lock with this token, left behind by a packer that is gone and cannot be proven so.',
  args: [0, 0],
  options: ['owner', 'apply', 'exit-code'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runUnlock(invocation, io),
};
