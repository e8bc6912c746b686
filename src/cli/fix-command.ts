import type { Command } from './command.js';

/** `fix FINGERPRINT`: mends one finding; a preview unless `--apply`. */
export const fixCommand: Command = {
  name: 'fix',
  usage: 'FINGERPRINT [--choice NAME] [--apply [--plan DIGEST]] [--exit-code] [--no-cache]',
  summary: 'Mends the finding that doctor shows with this fingerprint: settles an identity as chosen, or applies a fix.',
  args: [1, 1],
  options: ['choice', 'apply', 'plan', 'exit-code', 'no-cache'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runFix(invocation, io),
};
