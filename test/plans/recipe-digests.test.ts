import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputePort } from '../../src/ports/compute-port.js';
import { digestBytes } from '../../src/ports/digest-bytes.js';
import { groupSources, placeSources } from '../../src/plans/compose/place-sources.js';
import { createRecipeDigests } from '../../src/plans/compose/recipe-digests.js';
import { compute, path, sha256 } from './bench.js';

const KIBI = 1024;

const contentOf = (size: number, seed: number): Uint8Array => new Uint8Array(size).fill(seed);

function recipeOfSizes(sizes: readonly (readonly number[])[], wrong: ReadonlySet<string> = new Set()) {
  return {
    preload: [],
    assets: sizes.map((inputs, asset) => ({
      asset_id: asset + 1,
      asset_uuid: '',
      root: 'r',
      asset_name: 'a',
      bank_type: 'DATA' as const,
      metadata: {},
      inputs: inputs.map((size, index) => {
        const digest = sha256(wrong.has(`${asset}.${index}`) ? 'other' : contentOf(size, asset * 7 + index));
        return { role: 'main', path: 'p', file: path(`assets/${asset}-${index}`), size, sha256: digest };
      }),
    })),
  };
}

function digestAll(sizes: readonly (readonly number[])[], port: ComputePort, limit: number, wrong?: ReadonlySet<string>) {
  const recipe = recipeOfSizes(sizes, wrong);
  const digests = createRecipeDigests(recipe, port);
  const memory = new Uint8Array(1 << 20);
  const differences: string[] = [];
  for (const group of groupSources(placeSources(recipe, []), limit)) {
    const [first] = group;
    if (first.input.size > limit) {
      const digest = digests.begin(first);
      const content = contentOf(first.input.size, first.asset * 7 + first.index);
      digest.update(content.subarray(0, 10));
      digest.update(content.subarray(10));
      const difference = digest.finish();
      if (difference !== null) differences.push(difference.path);
      continue;
    }
    let start = 0;
    const sources = group.map((source) => {
      memory.set(contentOf(source.input.size, source.asset * 7 + source.index), start);
      const placed = { source, start };
      start += source.input.size;
      return placed;
    });
    const { parts, keep } = digests.addWhole(sources, memory);
    const found = keep(parts.map((part) => digestBytes(part, port)));
    memory.fill(255); // the memory may be reused
    differences.push(...found.map((difference) => difference.path));
  }
  return { copied: digests.list(), differences };
}

const size = fc.oneof(fc.nat(5), fc.integer({ min: 60 * KIBI, max: 70 * KIBI }), fc.constant(200 * KIBI));
const sizes = fc.array(fc.array(size, { maxLength: 4 }), { maxLength: 4 });

describe('createRecipeDigests', () => {
  it.each([
    ['at once', compute],
    ['without the shorter ways', { sha256: compute.sha256, crc32: compute.crc32, inflate: compute.inflate }],
  ])('digests inputs and assets, whole or in pieces: %s', (_, port) => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(100, 128 * KIBI, 512 * KIBI), (given, limit) => {
        const { copied, differences } = digestAll(given, port, limit);
        expect(differences).toEqual([]);
        for (const [asset, inputs] of given.entries()) {
          const contents = inputs.map((bytes, index) => contentOf(bytes, asset * 7 + index));
          expect(copied[asset]).toEqual({ sha256: sha256(Buffer.concat(contents)), inputs: contents.map(sha256) });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('gives each of several assets the digest of its own bytes', () => {
    const { copied } = digestAll([[3, 4], [5], [6, 7]], compute, 512 * KIBI);
    const all = [[contentOf(3, 0), contentOf(4, 1)], [contentOf(5, 7)], [contentOf(6, 14), contentOf(7, 15)]];
    expect(copied.map((asset) => asset.sha256)).toEqual(all.map((contents) => sha256(Buffer.concat(contents))));
  });

  it('tells which sources are not those of the recipe, in their order', () => {
    const given = [[70 * KIBI, 3, 90 * KIBI], [1], [100 * KIBI]];
    const wrong = new Set(['0.0', '0.2', '2.0']);
    const { differences } = digestAll(given, compute, 512 * KIBI, wrong);
    expect(differences).toEqual(['assets/0-0', 'assets/0-2', 'assets/2-0']);
  });

  it('has each input digested, and each asset of several inputs that stands there whole', () => {
    const recipe = recipeOfSizes([[3, 4], [5], [6, 7], [8, 9]]);
    const [group] = groupSources(placeSources(recipe, []), KIBI);
    let end = 0;
    const sources = (group ?? []).slice(0, -1).map((source) => ({ source, start: (end += source.input.size) - source.input.size }));
    const { parts } = createRecipeDigests(recipe, compute).addWhole(sources, new Uint8Array(KIBI));
    expect(parts.map(({ byteOffset, length }) => [byteOffset, length])).toEqual([
      [0, 3],
      [3, 4],
      [7, 5],
      [12, 6],
      [18, 7],
      [25, 8],
      [0, 7],
      [12, 13],
    ]);
  });

  it.each([
    ['once, where it is the only one of its asset', [5], 1],
    ['for itself and for its asset, where there are others', [5, 6], 2],
  ])('digests a source %s', (_, inputs, expected) => {
    let begun = 0;
    const counting = {
      ...compute,
      sha256: () => {
        begun += 1;
        return compute.sha256();
      },
    };
    const recipe = recipeOfSizes([inputs]);
    const [group] = groupSources(placeSources(recipe, []), 1);
    const digest = group && createRecipeDigests(recipe, counting).begin(group[0]);
    digest?.update(contentOf(5, 0));
    expect(digest?.finish()).toBeNull();
    expect(begun).toBe(expected);
  });
});
