/** How the lines of a text end: a text area knows only `\n`, so a text whose lines end otherwise is turned round on the way. */
export type TextEnds = '\n' | '\r\n' | '\r' | 'mixed';

/** Finds how the lines of a text end; `\n` where it has one line. */
export function textEndsOf(text: string): TextEnds {
  const ends = new Set(text.match(/\r\n|\r|\n/g) ?? ['\n']);
  const [only] = ends;
  return ends.size === 1 ? (only as TextEnds) : 'mixed';
}

/** A text as a text area shows it. */
export function withoutTextEnds(text: string): string {
  return text.replace(/\r\n|\r/g, '\n');
}

/** What a text area holds, with the line ends that the file has. */
export function withTextEnds(shown: string, ends: TextEnds): string {
  return ends === '\n' || ends === 'mixed' ? shown : shown.replaceAll('\n', ends);
}
