/** A fenced block of a Markdown text. */
export interface MarkdownBlock {
  /** What stands behind the opening fence: `ts`, `sh`, `text`. */
  readonly language: string;
  /** Its text, with a final line end. */
  readonly text: string;
  /** Its first line in the Markdown text, counted from 1. */
  readonly line: number;
}

/** The fenced blocks of a Markdown text, in order. */
export function markdownBlocks(markdown: string): readonly MarkdownBlock[] {
  return [...markdown.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(({ 1: language = '', 2: text = '', index }) => ({
    language,
    text,
    line: markdown.slice(0, index).split('\n').length + 1,
  }));
}
