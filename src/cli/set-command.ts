import type { Command } from './command.js';

/** `set ROOT FIELD=VALUE…`: changes an asset; a preview unless `--apply`. */
export const setCommand: Command = {
  name: 'set',
  usage:
    'ROOT FIELD=VALUE… | ROOT --remove [--delete-declaration] | ROOT --move-to ROOT [--apply [--plan DIGEST]] [--exit-code] [--no-cache]',
  summary:
    'Changes an asset: name, included, preload, preload.slot, type, format, metadata.KEY, inputs.ROLE; moves its folder, or removes it from the registry.',
  args: [1, Infinity],
  options: ['remove', 'delete-declaration', 'move-to', 'apply', 'plan', 'exit-code', 'no-cache'],
  run: async (invocation, io) => (await import('./working-runs.js')).workingRuns.runSet(invocation, io),
};
