import { escapeText } from 'prometeu-packer/report';
import { element } from './element.js';

const KINDS: readonly (readonly [start: string, kind: string])[] = [
  ['+++', 'head'],
  ['---', 'head'],
  ['===', 'head'],
  ['Index', 'head'],
  ['@@', 'place'],
  ['+', 'added'],
  ['-', 'removed'],
];

/** What cannot be seen is shown by number, so that a line that loses it does not look the same. */
function show(line: string): string {
  return line
    .split('\t')
    .map((part) => escapeText(part.replaceAll('\r', '␍')))
    .join('\t');
}

/** Draws a unified diff, line by line; what is added and taken away is told by its sign too, not by colour alone. */
export function drawDiff(document: Document, diff: string): HTMLElement {
  const lines = diff.replace(/\n$/, '').split('\n');
  const drawn = lines.flatMap((line) => {
    const kind = KINDS.find(([start]) => line.startsWith(start))?.[1] ?? 'same';
    return kind === 'head' ? [] : [element(document, 'span', { attributes: { class: kind } }, [`${show(line)}\n`])];
  });
  return element(document, 'pre', { attributes: { class: 'diff', tabindex: 0 } }, drawn);
}
