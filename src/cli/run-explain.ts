import { escapeText } from 'prometeu-packer/report';
import { explainCode, type ExplainedCode } from 'prometeu-packer/explain';
import type { Answer } from './answer.js';
import type { Invocation } from './invocation.js';

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

/** Does what `explain` is asked for. */
export async function runExplain({ args: [code = ''] }: Invocation): Promise<Answer> {
  const explained = explainCode(code);
  if (explained !== undefined) return tell(explained);
  return { ran: false, diagnostics: [], result: null, lines: [`there is no code ${escapeText(code)}`] };
}
