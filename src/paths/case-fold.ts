import { once } from '../base/once.js';
import { COMMON_FOLDINGS, FULL_FOLDINGS } from './case-folding-table.js';

const parseHex = (digits: string): number => Number.parseInt(digits, 16);

function* readFoldings(table: string): Generator<[from: string, to: string]> {
  for (const [, first = '', last = first, step = '1', to = ''] of table.matchAll(/(\w{1,6})(?:-(\w{1,6}))?(?:\/(\d))?:([\w+]{1,20})/g)) {
    const target = to.split('+').map(parseHex);
    const start = parseHex(first);
    for (let offset = 0; start + offset <= parseHex(last); offset += Number(step)) {
      yield [String.fromCodePoint(start + offset), String.fromCodePoint(...target.map((code) => code + offset))];
    }
  }
}

const foldings = /* @__PURE__ */ once(
  (): ReadonlyMap<string, string> => new Map([...readFoldings(COMMON_FOLDINGS), ...readFoldings(FULL_FOLDINGS)]),
);

/**
 * Full case folding by the bundled Unicode table (`toCasefold` of the Unicode Standard, 3.13, without the Turkic
 * foldings): the same on every host and in every locale.
 */
export function caseFold(text: string): string {
  const table = foldings();
  return text.replace(/[A-Z\u0080-\u{10ffff}]/gu, (character) => table.get(character) ?? character);
}
