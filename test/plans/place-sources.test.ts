import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveRecipe } from '../../src/plans/compose/archive-recipe.js';
import { layoutRecipe } from '../../src/plans/compose/layout-recipe.js';
import { groupSources, placeSources, spanOf } from '../../src/plans/compose/place-sources.js';
import { path, valueOf } from './bench.js';

function recipeWith(sizes: readonly (readonly number[])[]): ArchiveRecipe<ReturnType<typeof path>> {
  const assets = sizes.map((inputs, index) => ({
    asset_id: index + 1,
    asset_uuid: '',
    root: `r${index}`,
    asset_name: `a${index}`,
    bank_type: 'DATA' as const,
    metadata: {},
    inputs: inputs.map((size, place) => {
      const name = `${place}.bin`;
      return { role: 'main', path: name, file: path(`assets/r${index}/${name}`), size, sha256: null };
    }),
  }));
  return { assets, preload: [] };
}

function groupsOf(sizes: readonly (readonly number[])[], limit: number) {
  const recipe = recipeWith(sizes);
  const { header } = valueOf(layoutRecipe(recipe));
  return { groups: [...groupSources(placeSources(recipe, header.asset_table), limit)], header };
}

describe('groupSources', () => {
  it('keeps every source in its order and its place, and no group over the limit but what stands alone', () => {
    const sizes = fc.array(fc.array(fc.nat(150), { maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 300 }), (given, limit) => {
        const { groups, header } = groupsOf(given, limit);
        let end = 0;
        const found = groups.flat().map(({ asset, index, gap, input }) => {
          const start = end + gap;
          end = start + input.size;
          return { asset, index, start, size: input.size };
        });
        const expected = given.flatMap((inputs, asset) => {
          let start = header.asset_table[asset]?.offset ?? 0;
          return inputs.map((size, index) => {
            const source = { asset, index, start, size };
            start += size;
            return source;
          });
        });
        expect(found).toEqual(expected);
        for (const group of groups) expect(spanOf(group) <= limit || group.length === 1).toBe(true);
      }),
    );
  });

  it('does not divide an asset that fits into one group', () => {
    const { groups } = groupsOf([[60], [30, 30], [200, 10], [5]], 100);
    expect(groups.map((group) => group.map(({ asset, index }) => `${asset}.${index}`))).toEqual([
      ['0.0'],
      ['1.0', '1.1'],
      ['2.0'],
      ['2.1', '3.0'],
    ]);
  });

  it('takes groups and assets that fill the limit to the last byte', () => {
    const named = (sizes: readonly (readonly number[])[]) =>
      groupsOf(sizes, 100).groups.map((group) => group.map(({ asset, index }) => `${asset}.${index}`));
    expect(named([[32], [68]])).toEqual([['0.0', '1.0']]);
    expect(named([[32], [69]])).toEqual([['0.0'], ['1.0']]);
    expect(named([[32], [60, 40]])).toEqual([['0.0'], ['1.0', '1.1']]);
  });
});

describe('spanOf', () => {
  it('counts the gaps', () => {
    const { groups } = groupsOf([[5], [7]], 100);
    expect(groups.map(spanOf)).toEqual([5 + 11 + 7]);
    expect(spanOf([])).toBe(0);
  });
});
