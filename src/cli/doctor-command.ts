import type { Command } from './command.js';

/** `doctor`: every finding, how far each file can be trusted, and the verdict; `doctor --fix`: mends what is safe to mend. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage:
    '[--require-current] [--shard N/COUNT [--evidence FILE] | --merge FILE…] | --fix [--apply [--plan DIGEST]] [--exit-code] [--no-cache]',
  summary: 'Examines a workspace in any state and says what it allows. With --fix mends all that is safe to mend; writes nothing else.',
  args: [0, 0],
  options: ['require-current', 'shard', 'evidence', 'merge', 'fix', 'apply', 'plan', 'exit-code', 'no-cache'],
  run: async (invocation, io) => (await import('./run-doctor.js')).runDoctor(invocation, io),
};
