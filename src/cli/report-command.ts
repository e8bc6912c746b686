import type { Command } from './command.js';

/** `report`: everything about a workspace in one file, for a pipeline to keep. */
export const reportCommand: Command = {
  name: 'report',
  usage: '[--require-current] [--no-cache]',
  summary: 'Reports on a workspace and its archive in one file: with --format html a page that needs nothing else. Writes nothing.',
  args: [0, 0],
  options: ['require-current', 'no-cache'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runReport(invocation, io),
};
