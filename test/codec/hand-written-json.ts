import fc from 'fast-check';

/** How somebody writes JSON by hand. What is left to mood is decided by `seed`, place by place. */
export interface HandStyle {
  readonly seed: number;
  /** One level of indentation. */
  readonly indent: string;
  /** Line endings: several are mixed. */
  readonly eols: readonly string[];
  readonly finalNewline: boolean;
  /** Chance in percent that a container stands in one line. */
  readonly inline: number;
  /** Chance in percent of a blank line before a member. */
  readonly blankLines: number;
  /** Chance in percent that spacing is other than usual at a place. */
  readonly odd: number;
  /** Chance in percent that a number or string is spelled otherwise. */
  readonly spelled: number;
  /** No white space at all. */
  readonly minified: boolean;
  readonly commaFirst: boolean;
  readonly colon: string;
  readonly comma: string;
  readonly padding: string;
}

/** A style that leaves nothing to mood. */
export const PLAIN_HAND: HandStyle = {
  seed: 1,
  indent: '  ',
  eols: ['\n'],
  finalNewline: true,
  inline: 0,
  blankLines: 0,
  odd: 0,
  spelled: 0,
  minified: false,
  commaFirst: false,
  colon: ': ',
  comma: ', ',
  padding: ' ',
};

const percent = fc.constantFrom(0, 20, 50, 100);

/** Any style. */
export const handStyle: fc.Arbitrary<HandStyle> = fc.record({
  seed: fc.nat(),
  indent: fc.constantFrom(' ', '  ', '   ', '    ', '     ', '        ', '\t', '\t\t', ' \t', ''),
  eols: fc.constantFrom(['\n'], ['\r\n'], ['\r'], ['\n', '\r\n'], ['\n', '\r\n', '\r']),
  finalNewline: fc.boolean(),
  inline: percent,
  blankLines: fc.constantFrom(0, 0, 20),
  odd: fc.constantFrom(0, 0, 20, 80),
  spelled: percent,
  minified: fc.constantFrom(false, false, false, true),
  commaFirst: fc.constantFrom(false, false, false, true),
  colon: fc.constantFrom(':', ': ', ' : ', ':\t'),
  comma: fc.constantFrom(',', ', ', ' , '),
  padding: fc.constantFrom('', ' '),
});

/** A small generator of numbers (mulberry32): whole numbers from 0 to below `bound`. */
export function createDice(seed: number): (bound: number) => number {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** Writes a value as somebody might. The same style writes the same text. */
export function writeByHand(value: unknown, style: HandStyle): string {
  const roll = createDice(style.seed);
  const happens = (chance: number): boolean => roll(100) < chance;
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const eol = (): string => pick(style.eols);
  const space = (usual: string): string => (happens(style.odd) ? pick(['', ' ', '  ', '\t', usual + ' ']) : usual);

  const number = (given: number): string => {
    const plain = Object.is(given, -0) ? '-0' : JSON.stringify(given);
    if (!happens(style.spelled)) return plain;
    const spellings = [given.toExponential(), given.toExponential().toUpperCase(), `${plain}.0`, `${plain}e0`, `${plain}.00E+0`];
    return pick(spellings.filter((spelling) => /^-?\d/.test(spelling) && Object.is(Number(spelling), given) && isJson(spelling)));
  };
  const string = (given: string): string => {
    const plain = JSON.stringify(given);
    if (!happens(style.spelled)) return plain;
    return `"${given.replaceAll(/[^]/gu, (character) => (happens(50) ? escape(character) : JSON.stringify(character).slice(1, -1)))}"`;
  };
  const lines = (parts: readonly string[], indent: string): string => {
    const inner = indent + style.indent;
    const begin = (): string => (happens(style.blankLines) ? eol() : '') + eol() + inner;
    const trail = (): string => (happens(style.odd) ? pick(['', ' ', '\t']) : '');
    const written = parts.map((part, index) => {
      if (index === 0) return begin() + part;
      return style.commaFirst ? `${begin()}, ${part}` : `${trail()},${trail()}${begin()}${part}`;
    });
    return `${trail()}${written.join('')}${trail()}${eol()}${indent}`;
  };
  const container = (
    open: string,
    close: string,
    count: number,
    indent: string,
    part: (index: number, indent: string) => string,
  ): string => {
    if (count === 0) return open + space('') + close;
    const isInline = style.minified || happens(style.inline);
    const parts = Array.from({ length: count }, (_, index) => part(index, isInline ? indent : indent + style.indent));
    if (style.minified) return open + parts.join(',') + close;
    if (!isInline) return open + lines(parts, indent) + close;
    const joined = parts.reduce((before, next) => before + space(style.comma).replace(/^(?!.*,)/, ',') + next);
    return open + space(style.padding) + joined + space(style.padding) + close;
  };
  const write = (node: unknown, indent: string): string => {
    if (typeof node === 'number') return number(node);
    if (typeof node === 'string') return string(node);
    if (typeof node !== 'object' || node === null) return JSON.stringify(node);
    if (Array.isArray(node)) return container('[', ']', node.length, indent, (index, inner) => write(node[index], inner));
    const entries: readonly [string, unknown][] = Object.entries(node);
    return container('{', '}', entries.length, indent, (index, inner) => {
      const [key, member] = entries[index]!;
      const colon = style.minified
        ? ':'
        : space('').replace(/[^ ]/g, '') + style.colon + (happens(style.odd) ? pick(['', ' ', eol()]) : '');
      return string(key) + colon + write(member, inner);
    });
  };
  const written = write(value, '');
  return style.minified ? written : written + (style.finalNewline ? eol() : '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A character as escapes of its code units. */
function escape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
