import type { Command } from './command.js';

/** `register [ROOT…]`: declares source folders and gives them identities; a preview unless `--apply`. */
export const registerCommand: Command = {
  name: 'register',
  usage: '[ROOT…] [--apply [--plan DIGEST]] [--exit-code] [--no-cache]',
  summary: 'Declares the folders under assets/ that hold files, or those of them named, and gives them identities.',
  args: [0, Infinity],
  options: ['apply', 'plan', 'exit-code', 'no-cache'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runRegister(invocation, io),
};
