import type { Command } from './command.js';

/** `build`: packs the included assets. */
export const buildCommand: Command = {
  name: 'build',
  usage: '[--require-current] [--no-cache | --trust-times]',
  summary: 'Packs the registered assets into build/assets.pa and writes its companions, all of them or none.',
  args: [0, 0],
  options: ['require-current', 'no-cache', 'trust-times'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runBuild(invocation, io),
};
