import type { Severity } from 'prometeu-packer';

/** What a piece of text is, where colours tell it. */
export type Paint = Severity | 'strong' | 'faint';

const ESCAPES: Readonly<Record<Paint, string>> = { error: '31;1', warning: '33;1', info: '36', strong: '1', faint: '2' };

/** Gives text a colour by an ANSI escape sequence; the text as it is where colours are off. */
export function paint(color: boolean, as: Paint, text: string): string {
  return color ? `\u001b[${ESCAPES[as]}m${text}\u001b[0m` : text;
}
