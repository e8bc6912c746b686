import type { Command } from './command.js';

/** `migrate [ROOT…]`: brings declarations and registry to the current versions; a preview unless `--apply`. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage:
    '[ROOT…] [--apply [--plan DIGEST] [--accept-identity UUID… | --accept-listed-identities]] [--require-current] [--exit-code] [--no-cache]',
  summary: 'Brings every asset.json and the registry, or the files named, to the current versions, all of them or none.',
  args: [0, Infinity],
  options: ['apply', 'plan', 'accept-identity', 'accept-listed-identities', 'require-current', 'exit-code', 'no-cache'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runMigrate(invocation, io),
};
