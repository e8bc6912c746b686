import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../../src/artifacts/asset/claim.js';
import type { Registry, RegistryRecord } from '../../../src/artifacts/registry/model.js';
import { classifyIdentity } from '../../../src/workspace/classify-identity.js';
import { classesMet } from './class-definitions.js';
import { uuidOf } from './world.js';

const [OURS, THEIRS, UNKNOWN, RETIRED] = [uuidOf(1), uuidOf(2), uuidOf(3), uuidOf(9)];
const RETIRED_ID = 9;

/** What can be recorded for a root: nothing; a uuid of its own; another's uuid or id; what was retired. */
const records: readonly ((root: string, asset_id: number) => RegistryRecord | null)[] = [
  () => null,
  ...[OURS, THEIRS, RETIRED].map((asset_uuid) => (root: string, asset_id: number) => ({
    asset_id,
    asset_uuid,
    root,
    included_in_build: true,
  })),
  (root) => ({ asset_id: RETIRED_ID, asset_uuid: OURS, root, included_in_build: true }),
  (root) => ({ asset_id: 1, asset_uuid: THEIRS, root, included_in_build: true }),
];

/** What can stand at a root: nothing; a declaration that cannot be read; and whatever one can claim. */
const claims: readonly (IdentityClaim | null)[] = [
  null,
  { kind: 'unknown' },
  { kind: 'none' },
  { kind: 'invalid', found: 'todo' },
  ...[OURS, THEIRS, UNKNOWN, RETIRED].map((uuid) => ({ kind: 'valid', uuid }) as const),
  ...[OURS, THEIRS].map((uuid) => ({ kind: 'spelling', uuid, found: uuid.toUpperCase() }) as const),
];

const product = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  size === 0 ? [[]] : product(items, size - 1).flatMap((rest) => items.map((item) => [...rest, item]));

const ROOTS = ['a', 'b', 'c'];
const registries: readonly (Registry | null)[] = [
  null,
  ...product(records, ROOTS.length).map((made): Registry => ({
    schema_version: 4,
    project_uuid: uuidOf(0xff),
    next_asset_id: 10,
    assets: made.flatMap((record, index) => record(ROOTS[index] ?? '', index + 1) ?? []),
    retired: [{ asset_id: RETIRED_ID, asset_uuid: RETIRED }],
  })),
];
const disks: readonly ReadonlyMap<string, IdentityClaim>[] = product(claims, ROOTS.length).map(
  (made) => new Map(made.flatMap((claim, index) => (claim === null ? [] : [[ROOTS[index] ?? '', claim] as const]))),
);

describe('the classes of identity', () => {
  it('are total and disjoint: record × claim × other claimants × state of the root, one class each, the one that is given', () => {
    const seen = new Map<string, number>();
    let states = 0;
    for (const registry of registries) {
      for (const disk of disks) {
        for (const { root, class: name } of classifyIdentity(registry, disk)) {
          const met = classesMet({ registry, claims: disk }, root);
          if (met.length !== 1 || met[0] !== name) expect({ registry, disk, root, met }).toMatchObject({ met: [name] });
          seen.set(name, (seen.get(name) ?? 0) + 1);
        }
        states += 1;
      }
    }
    expect(states).toBe((records.length ** 3 + 1) * claims.length ** 3);
    expect(seen.size).toBe(15);
  });
});
