/** One token of something like JSON. */
export interface JsonToken {
  readonly index: number;
  readonly kind: 'string' | 'number' | 'name' | 'open' | 'close' | 'comma' | 'colon';
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Numbers at the edges of what formats and languages hold. */
export const interestingNumbers: readonly string[] = [
  ...[
    '0',
    '1',
    '-1',
    '2',
    '3',
    '4',
    '5',
    '63',
    '64',
    '65',
    '255',
    '256',
    '65535',
    '65536',
    '2147483647',
    '2147483648',
    '4294967294',
    '4294967295',
  ],
  ...[
    '4294967296',
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
    '18446744073709551616',
    '-0',
    '0.0',
    '1.0',
    '1e0',
    '1e400',
    '1e-400',
  ],
  ...['0.1', '0.30000000000000004', '5e-324', '01', '1.', '.5', '+1', '0x1', 'NaN', 'Infinity', '1E2', '123456789012345678901234567890'],
];

const tokens = /("(?:[^"\\]|\\.)*")|(-?[0-9][0-9.eE+-]*)|(true|false|null)|([{[])|([}\]])|(,)|(:)/gs;
const kinds = ['string', 'number', 'name', 'open', 'close', 'comma', 'colon'] as const;

/** The tokens of a text, as far as it is anything like JSON; what is between them is left out. */
export function jsonTokens(text: string): readonly JsonToken[] {
  return Array.from(text.matchAll(tokens), (match, index) => {
    const group = match.slice(1).findIndex((part: string | undefined) => part !== undefined);
    return { index, kind: kinds[group] ?? 'name', start: match.index, end: match.index + match[0].length };
  });
}

/** The value that begins at or after a token, with all that is in it; null where none does. */
export function valueSpan(list: readonly JsonToken[], index: number): Span | null {
  const begins = ({ kind }: JsonToken): boolean => kind === 'open' || kind === 'string' || kind === 'number' || kind === 'name';
  const first = list.slice(index).find(begins);
  if (first === undefined) return null;
  let depth = 0;
  for (const token of list.slice(first.index)) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (depth <= 0) return { start: first.start, end: token.end };
  }
  return null;
}

/** The member or item around a token, with the comma after it; null where there is none. */
export function memberAt(list: readonly JsonToken[], index: number): Span | null {
  let first = index;
  while (first > 0 && list[first - 1]?.kind !== 'comma' && list[first - 1]?.kind !== 'open') first -= 1;
  const colon = list[first + 1]?.kind === 'colon' ? first + 2 : first;
  const value = valueSpan(list, colon);
  const start = list[first]?.start;
  if (value === null || start === undefined) return null;
  const after = list.find((token) => token.start >= value.end);
  return { start, end: after?.kind === 'comma' ? after.end : value.end };
}
