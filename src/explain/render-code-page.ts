import type { ExplainedCode } from './explain-code.js';

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/**
 * Renders what there is to say of a code as Markdown: the page of it in `docs/diagnostics`.
 *
 * @returns Markdown with a final line end.
 *
 * @example
 * ```ts
 * import { explainCode, renderCodePage } from 'prometeu-packer/explain';
 *
 * const explained = explainCode('REGISTRY_MISSING');
 * if (explained !== undefined) console.log(renderCodePage(explained).split('\n')[0]); // # REGISTRY_MISSING
 * ```
 */
export function renderCodePage({ code, severity, summary, why, fix, example }: ExplainedCode): string {
  const blocks = [
    `# ${code}`,
    `**${severity}** · ${summary}`,
    '## Why it matters',
    why,
    '## What to do',
    fix.map((step) => `- ${step}`).join('\n'),
    '## Example',
    example.about,
    fenced('text', example.text),
    'Its data:',
    fenced('json', JSON.stringify(example.data, null, 2)),
  ];
  return `${blocks.join('\n\n')}\n`;
}
