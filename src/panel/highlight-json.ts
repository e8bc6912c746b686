/** What a stretch of a JSON text is. */
export type JsonTokenKind = 'key' | 'string' | 'number' | 'word';

/** A stretch of a JSON text that is shown in a colour. */
export interface JsonToken {
  /** What it is. */
  readonly kind: JsonTokenKind;
  /** First UTF-16 code unit. */
  readonly start: number;
  /** Code unit after the last one. */
  readonly end: number;
}

const TOKENS = /"(?:[^"\\\n]|\\.)*"?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** Finds what is to be coloured in a text that may be JSON, may be broken, and may be neither. */
export function highlightJson(text: string): readonly JsonToken[] {
  return [...text.matchAll(TOKENS)].map((match): JsonToken => {
    const [token] = match;
    const start = match.index;
    const end = start + token.length;
    if (!token.startsWith('"')) return { kind: /^[tfn]/.test(token) ? 'word' : 'number', start, end };
    let next = end;
    while (text[next] === ' ' || text[next] === '\t' || text[next] === '\n') next++;
    return { kind: text[next] === ':' ? 'key' : 'string', start, end };
  });
}
