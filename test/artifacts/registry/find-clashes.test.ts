import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClashes } from '../../../src/artifacts/registry/find-clashes.js';
import type { Registry, RegistryRecord } from '../../../src/artifacts/registry/model.js';

const uuidOf = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
const identity = fc.record({ asset_id: fc.integer({ min: 1, max: 12 }), asset_uuid: fc.integer({ min: 1, max: 30 }).map(uuidOf) });
const byNumber = <Entry extends { readonly asset_id: number }>(list: readonly Entry[]): readonly Entry[] =>
  list.toSorted((a, b) => a.asset_id - b.asset_id);

const lists = fc
  .tuple(fc.array(identity, { maxLength: 5 }), fc.array(identity, { maxLength: 4 }), fc.boolean())
  .map(([assets, retired, rises]) => (rises ? ([byNumber(assets), byNumber(retired)] as const) : ([assets, retired] as const)));

/** Told record by record, each held against every other entry. */
function clashesOf({ assets, retired }: Registry): readonly RegistryRecord[] {
  return assets.filter((record) =>
    [...assets.filter((other) => other !== record), ...retired].some(
      (other) => other.asset_id === record.asset_id || other.asset_uuid === record.asset_uuid,
    ),
  );
}

describe('findClashes', () => {
  it('finds just the records that share a number or a uuid with another entry', () => {
    const seen = { clashing: 0, distinct: 0 };
    fc.assert(
      fc.property(lists, ([identities, retired]) => {
        const assets = identities.map((entry, index) => ({ ...entry, root: `root-${index}`, included_in_build: true }));
        const registry: Registry = { schema_version: 4, project_uuid: uuidOf(99), next_asset_id: 99, assets, retired };
        const clashes = clashesOf(registry);
        seen[clashes.length > 0 ? 'clashing' : 'distinct'] += 1;
        expect(new Set(findClashes(registry))).toEqual(new Set(clashes));
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.clashing, seen.distinct)).toBeGreaterThan(300);
  });
});
