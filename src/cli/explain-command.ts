import type { Command } from './command.js';

/** `explain CODE`: what a code means, why it matters, an example, and what to do. */
export const explainCommand: Command = {
  name: 'explain',
  usage: 'CODE',
  summary: 'Says what a code means, why it matters, and what to do about it, with an example.',
  args: [1, 1],
  options: [],
  run: async (invocation) => (await import('./run-explain.js')).runExplain(invocation),
};
