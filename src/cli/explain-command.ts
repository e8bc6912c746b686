import { escapeText } from 'prometeu-packer';
import { explainCode, type ExplainedCode } from 'prometeu-packer/explain';
import type { Answer } from './answer.js';
import type { Command } from './command.js';

function indent(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`.trimEnd());
}

function tell(explained: ExplainedCode): Answer {
  const { code, severity, summary, why, fix, example } = explained;
  const lines = [
    `${code} (${severity})`,
    summary,
    '',
    'why it matters:',
    ...indent(why),
    'what to do:',
    ...fix.map((step) => `  - ${step}`),
    'example:',
    ...indent(example.about),
    ...indent(example.text),
  ];
  return { ran: true, diagnostics: [], result: explained, lines };
}

/** `explain CODE`: what a code means, why it matters, an example, and what to do. */
export const explainCommand: Command = {
  name: 'explain',
  usage: 'CODE',
  summary: 'Says what a code means, why it matters, and what to do about it, with an example.',
  args: [1, 1],
  options: [],
  run: async ({ args: [code = ''] }) => {
    const explained = explainCode(code);
    if (explained !== undefined) return tell(explained);
    return { ran: false, diagnostics: [], result: null, lines: [`there is no code ${escapeText(code)}`] };
  },
};
