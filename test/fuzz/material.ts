import type { Boundary } from './boundary.js';
import { interestingNumbers, jsonTokens } from './json-spans.js';
import type { Material } from './mutate.js';
import { encode } from './seeds.js';

const common = [
  'null',
  'true',
  'false',
  '{}',
  '[]',
  '""',
  '"a"',
  '{"a":1}',
  '[1]',
  ',',
  ':',
  '"schema_version":',
  '"__proto__"',
  ' ',
  '\n',
  '\u{1f600}',
  'é',
];

/** Most words that are taken from the seeds themselves. */
const MOST_OWN = 120;

/** What a boundary's inputs are made of: its seeds, its words, and the tokens of the seeds. */
export async function materialOf(boundary: Boundary): Promise<Material> {
  const { maxBytes = 4096, words = [] } = boundary;
  const seeds = (await boundary.seeds()).filter(({ length }) => length <= maxBytes);
  const own = new Set(
    seeds.flatMap((seed) => {
      const text = Buffer.from(seed).toString('latin1');
      return jsonTokens(text)
        .filter(({ end, start }) => end - start > 1 && end - start <= 80)
        .map(({ start, end }) => text.slice(start, end));
    }),
  );
  const ownBytes = [...own].slice(0, MOST_OWN).map((token) => new Uint8Array(Buffer.from(token, 'latin1')));
  return { seeds, words: [...[...common, ...words, ...interestingNumbers].map(encode), ...ownBytes] };
}
