import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const corpus = new URL('../../../shared/corpus/', import.meta.url);

/** Each set of the corpus, as its README names it, with the test that walks it. */
const TESTS: Readonly<Record<string, string>> = {
  'json/parsing/': 'json-parsing',
  'json/transform/': 'json-transform',
  'json/prototype-pollution.json': 'json-pollution',
  'jcs/': 'jcs',
  'png/valid/': 'png',
  'png/corrupt/': 'png',
  'png/crashers/': 'png',
  'png/fuzz/': 'png',
  'wav/': 'wav',
  'strings/blns*.json': 'strings',
  'paths/payloads-*.json': 'paths',
  'paths/zip-slip-entry-names.json': 'paths',
  'paths/is-local-cases.json': 'paths',
  'paths/root-symlink-cases.json': 'root-symlink',
  'paths/portable-names.json': 'paths',
  'paths/unicode-fold-collisions.json': 'paths',
  'semver/': 'semver',
  'uuid/cases.json': 'uuid',
  'unicode/normalization.json': 'unicode',
  'unicode/case-folding.json': 'unicode',
  'unicode/confusables-to-ascii.json': 'unicode',
  'container-glb/': 'container-glb',
  'games/kenney-arcade/': 'games',
  'games/gun-dude/': 'games',
};

/** The sets in the README's table, each with the numbers in its column of files. */
function readSets(): ReadonlyMap<string, readonly number[]> {
  const rows = readFileSync(new URL('README.md', corpus), 'utf8').matchAll(/^\| `(?<set>[^`]+)`[^|]*\| (?<files>[^|]+) \|/gm);
  return new Map(
    [...rows].map(({ groups }) => [
      groups?.['set'] ?? '',
      [...(groups?.['files'] ?? '').matchAll(/\d+/g)].map(([number]) => Number(number)),
    ]),
  );
}

const sets = readSets();
const textOf = (test: string): string => readFileSync(new URL(`./${test}.test.ts`, import.meta.url), 'utf8');

describe('corpus', () => {
  it('has a test for each set of its README, and none for another', () => {
    expect([...sets.keys()].sort()).toEqual(Object.keys(TESTS).sort());
  });

  it.each([...sets])('%s: its test prints, and holds the numbers of the README, each or all together', (set, numbers) => {
    const text = textOf(TESTS[set] ?? '');
    expect(text).toMatch(/console\.(?:log|info)\(/);
    const held = new Set([...text.matchAll(/\b\d[\d_]*\b/g)].map(([number]) => Number(number.replaceAll('_', ''))));
    const wholes = [numbers.reduce((sum, number) => sum + number, 0), numbers.reduce((product, number) => product * number, 1)];
    expect([set, wholes.some((whole) => held.has(whole)) ? [] : numbers.filter((number) => !held.has(number))]).toEqual([set, []]);
  });

  it('is skipped by no test', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.ts') && name !== 'sets.test.ts');
    for (const name of files)
      expect([name, /\.(?:skip|todo|skipIf|runIf|only)\b/.test(readFileSync(new URL(name, import.meta.url), 'utf8'))]).toEqual([
        name,
        false,
      ]);
  });
});
