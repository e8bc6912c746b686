import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../src/artifacts/asset/claim.js';
import { nameUuid } from '../../src/codec/name-uuid.js';
import { awaitsIdentity, buildIdentityTable } from '../../src/workspace/identity-table.js';

const PROJECT = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const U1 = '11111111-1111-4111-8111-111111111111';
const U2 = '22222222-2222-4222-8222-222222222222';
const GONE = '99999999-9999-4999-8999-999999999999';
const D1 = nameUuid(PROJECT, 'asset:1');
const D2 = nameUuid(PROJECT, 'asset:2');

interface Row {
  readonly asset_id: number;
  readonly root: string;
  readonly asset_uuid: string | null;
}
interface Declared {
  readonly version: number | null;
  readonly claim: IdentityClaim;
}

const row = (asset_id: number, root: string, asset_uuid: string | null = null): Row => ({ asset_id, root, asset_uuid });
const registry = (...records: readonly Row[]) => ({ sound: true, projectUuid: PROJECT, records, retired: [{ asset_uuid: GONE }] });
const valid = (uuid: string): IdentityClaim => ({ kind: 'valid', uuid });
const NONE: IdentityClaim = { kind: 'none' };
const UNKNOWN: IdentityClaim = { kind: 'unknown' };
const INVALID: IdentityClaim = { kind: 'invalid', found: 'x' };
const v2: Declared = { version: 2, claim: NONE };
const v3 = (claim: IdentityClaim): Declared => ({ version: 3, claim });

type Entry = string | { readonly reason: string; readonly others: readonly string[]; readonly otherCount: number };
const tableOf = (
  known: ReturnType<typeof registry> | null,
  assets: Readonly<Record<string, Declared>>,
): Readonly<Record<string, Entry>> => {
  const { declared, refused } = buildIdentityTable(known, new Map(Object.entries(assets)));
  const entries: (readonly [string, Entry])[] = [...declared].map(([root, { uuid, origin }]) => [root, `${origin} ${uuid}`]);
  return Object.fromEntries([...entries, ...refused]);
};
const refusal = (reason: string, ...others: readonly string[]): Entry => ({ reason, others, otherCount: others.length });

describe('buildIdentityTable', () => {
  it.each<[string, ReturnType<typeof registry> | null, Record<string, Declared>, Record<string, Entry>]>([
    ['no registry', null, { a: v2 }, {}],
    ['a registry that is not sound', { ...registry(row(1, 'a')), sound: false }, { a: v2 }, {}],
    ['recorded', registry(row(1, 'a', U1)), { a: v2 }, { a: `recorded ${U1}` }],
    ['nothing to declare', registry(row(1, 'a', U1)), { a: v3(valid(U1)) }, {}],
    ['recorded, without a folder', registry(row(1, 'a', U1)), {}, {}],
    ['recorded, but another folder claims it', registry(row(1, 'a', U1)), { a: v2, b: v3(valid(U1)) }, { a: refusal('ambiguous', 'b') }],
    [
      'recorded, but another folder claims it in another spelling',
      registry(row(1, 'a', U1)),
      { a: v2, b: v3({ kind: 'spelling', uuid: U1, found: U1.toUpperCase() }) },
      { a: refusal('ambiguous', 'b') },
    ],
    [
      'claimed, by two records of one number',
      registry(row(1, 'a'), row(1, 'b')),
      { a: v3(valid(U1)), b: v3(valid(U2)) },
      { a: refusal('duplicate-id', 'b'), b: refusal('duplicate-id', 'a') },
    ],
    ['recorded twice', registry(row(1, 'a', U1), row(2, 'b', U1)), { a: v2, b: v3(NONE) }, { a: refusal('conflict', 'b') }],
    ['recorded, and retired', registry(row(1, 'a', GONE)), { a: v2 }, { a: refusal('conflict') }],
    ['a declaration without a record', registry(row(1, 'a', U1)), { a: v3(valid(U1)), b: v2 }, {}],
    ['a declaration without a record, in a registry without uuids', registry(row(1, 'a')), { a: v2, b: v2 }, { a: `derived ${D1}` }],
    ['claimed', registry(row(1, 'a')), { a: v3(valid(U1)) }, { a: `claimed ${U1}` }],
    [
      'claimed in another spelling',
      registry(row(1, 'a')),
      { a: v3({ kind: 'spelling', uuid: U1, found: `{${U1}}` }) },
      { a: `claimed ${U1}` },
    ],
    ['claimed by a copy too', registry(row(1, 'a')), { a: v3(valid(U1)), b: v3(valid(U1)) }, { a: refusal('ambiguous', 'b') }],
    [
      'claimed by copies too, that come in any order',
      registry(row(1, 'a')),
      { c: v3(valid(U1)), b: v3(valid(U1)), a: v3(valid(U1)) },
      { a: refusal('ambiguous', 'b', 'c') },
    ],
    [
      'claimed by two recorded folders',
      registry(row(1, 'a'), row(2, 'b')),
      { a: v3(valid(U1)), b: v3(valid(U1)) },
      { a: refusal('ambiguous', 'b'), b: refusal('ambiguous', 'a') },
    ],
    ['claimed, but retired', registry(row(1, 'a')), { a: v3(valid(GONE)) }, { a: refusal('conflict') }],
    ['claimed, but recorded elsewhere', registry(row(1, 'a'), row(2, 'b', U1)), { a: v3(valid(U1)) }, { a: refusal('conflict', 'b') }],
    ['no claim where there should be one', registry(row(1, 'a')), { a: v3(NONE) }, { a: refusal('lost') }],
    ['a claim that is no uuid', registry(row(1, 'a')), { a: v3(INVALID) }, { a: refusal('lost') }],
    ['a declaration that cannot be read', registry(row(1, 'a')), { a: { version: null, claim: UNKNOWN } }, { a: refusal('unreadable') }],
    ['derived', registry(row(1, 'a'), row(2, 'b')), { a: v2 }, { a: `derived ${D1}`, b: `derived ${D2}` }],
    ['derived, but claimed', registry(row(1, 'a')), { a: v2, z: v3(valid(D1)) }, { a: refusal('conflict', 'z') }],
    [
      'derived, but claimed and recorded',
      registry(row(1, 'a'), row(2, 'b', D1)),
      { a: v2, z: v3(valid(D1)) },
      { a: refusal('conflict', 'b', 'z') },
    ],
    ['derived, but recorded', registry(row(1, 'a'), row(2, 'b', D1)), { a: v2 }, { a: refusal('conflict', 'b') }],
    ['derived, but retired', { ...registry(row(1, 'a')), retired: [{ asset_uuid: D1 }] }, { a: v2 }, { a: refusal('conflict') }],
    [
      'one asset_id twice',
      registry(row(1, 'a'), row(1, 'b'), row(2, 'c')),
      { a: v2, b: v2, c: v2 },
      { a: refusal('duplicate-id', 'b'), b: refusal('duplicate-id', 'a'), c: `derived ${D2}` },
    ],
    ['one root twice', registry(row(1, 'a'), row(2, 'a')), { a: v2 }, { a: refusal('duplicate-root') }],
    ['of version 2 but with a claim', registry(row(1, 'a')), { a: { version: 2, claim: valid(U2) } }, { a: `claimed ${U2}` }],
  ])('%s', (_, known, assets, expected) => {
    expect(tableOf(known, assets)).toEqual(expected);
  });

  it('declares nothing in a registry without a project', () => {
    const { declared, refused } = buildIdentityTable({ ...registry(row(1, 'a')), projectUuid: null }, new Map([['a', v2]]));
    expect([declared.size, refused.size]).toEqual([0, 0]);
  });

  it('names at most eight others and counts them all', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`copy${index}`, v3(valid(U1))]));
    expect(tableOf(registry(row(1, 'copy0')), many)['copy0']).toMatchObject({ otherCount: 999 });
    expect(buildIdentityTable(registry(row(1, 'copy0')), new Map(Object.entries(many))).refused.get('copy0')?.others).toHaveLength(8);
  });

  const roots = ['a', 'b', 'c', 'd'] as const;
  const uuids = [U1, U2, GONE, D1, D2] as const;
  const claims: readonly IdentityClaim[] = [
    NONE,
    UNKNOWN,
    INVALID,
    ...uuids.map(valid),
    { kind: 'spelling', uuid: U1, found: U1.toUpperCase() },
  ];
  const arbitraryAsset = fc.record({ version: fc.constantFrom(2, 3, 4, null), claim: fc.constantFrom(...claims) });
  const arbitraryRecords = (isRecorded: boolean) =>
    fc.array(
      fc.record({
        asset_id: fc.integer({ min: 1, max: 3 }),
        root: fc.constantFrom(...roots),
        asset_uuid: isRecorded ? fc.constantFrom(...uuids) : fc.constant(null),
      }),
      { maxLength: 4 },
    );
  const arbitraryState = fc.record({
    records: fc.boolean().chain(arbitraryRecords),
    assets: fc.uniqueArray(fc.tuple(fc.constantFrom(...roots), arbitraryAsset), { selector: ([root]) => root }),
  });

  it('is the same in whatever order files and records come', () => {
    const shuffled = arbitraryState.chain(({ records, assets }) =>
      fc.record({
        known: fc.constant({ records, assets }),
        again: fc.record({
          records: fc.shuffledSubarray(records, { minLength: records.length }),
          assets: fc.shuffledSubarray(assets, { minLength: assets.length }),
        }),
      }),
    );
    const list = ({ records, assets }: { records: readonly Row[]; assets: readonly (readonly [string, Declared])[] }) => {
      const { declared, refused } = buildIdentityTable(registry(...records), new Map(assets));
      return [[...declared], [...refused]];
    };
    fc.assert(
      fc.property(shuffled, ({ known, again }) => {
        expect(list(again)).toEqual(list(known));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives no uuid to two roots, and none that is claimed, recorded or retired elsewhere', () => {
    fc.assert(
      fc.property(arbitraryState, ({ records, assets }) => {
        const { declared, refused } = buildIdentityTable(registry(...records), new Map(assets));
        const given = [...declared.values()].map(({ uuid }) => uuid);
        expect(new Set(given).size).toBe(given.length);
        for (const [root, { uuid, origin }] of declared) {
          expect(refused.has(root)).toBe(false);
          expect(uuid).not.toBe(GONE);
          const claimants = assets.filter(([, { claim }]) => 'uuid' in claim && claim.uuid === uuid).map(([claimant]) => claimant);
          expect(claimants).toEqual(origin === 'claimed' ? [root] : []);
          const recorded = records.filter(({ asset_uuid }) => asset_uuid === uuid).map((record) => record.root);
          expect(recorded).toEqual(origin === 'recorded' ? [root] : []);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('decides the same whether or not a record that has nothing to do with the others is to be decided', () => {
    fc.assert(
      fc.property(arbitraryState, ({ records, assets }) => {
        const known = new Map(assets);
        const alone = buildIdentityTable(registry(...records), known);
        const beside = buildIdentityTable(registry(...records, row(77, 'beside')), known);
        expect(beside.declared.get('beside')).toEqual({ uuid: nameUuid(PROJECT, 'asset:77'), origin: 'derived' });
        expect([...beside.declared].filter(([root]) => root !== 'beside')).toEqual([...alone.declared]);
        expect([...beside.refused]).toEqual([...alone.refused]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('awaitsIdentity', () => {
  it.each<[Declared, boolean]>([
    [v2, true],
    [{ version: 1, claim: NONE }, true],
    [v3(NONE), false],
    [{ version: 2, claim: valid(U1) }, false],
    [{ version: null, claim: NONE }, false],
  ])('of %j: %j', (declaration, expected) => {
    expect(awaitsIdentity(declaration)).toBe(expected);
  });
});
