import { escapeText, explain } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { Command } from './command.js';

function explainCode(code: string): Answer {
  const explained = explain(code);
  if (explained === undefined) return { ran: false, diagnostics: [], result: null, lines: [`there is no code ${escapeText(code)}`] };
  const { severity, summary, help } = explained;
  return { ran: true, diagnostics: [], result: explained, lines: [`${code} (${severity})`, summary, help] };
}

/** `explain CODE`: what the catalogue says of a code. */
export const explainCommand: Command = {
  name: 'explain',
  usage: 'CODE',
  summary: 'Says what a code means and what to do about it.',
  args: [1, 1],
  options: [],
  run: async ({ args: [code = ''] }) => explainCode(code),
};
