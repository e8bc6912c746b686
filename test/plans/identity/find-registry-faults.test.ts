import { describe, expect, it } from 'vitest';
import { findRegistryFaults } from '../../../src/plans/identity/find-registry-faults.js';
import type { RegistryView } from '../../../src/plans/identity/registry-view.js';
import type { IdentityChange } from '../../../src/plans/plan.js';
import { change, identity, PROJECT, registered, uuid } from '../identity-texts.js';

type Draft = Partial<RegistryView>;

const A = identity(1, 'a');
const B = identity(2, 'b');
const retired = (...ids: readonly number[]) => ({ retired: ids.map((id) => ({ asset_id: id, asset_uuid: uuid(id) })) });

/** A registry of two records whose counter stands at 3. */
const view = (more: Draft = {}): RegistryView => ({
  projectUuid: PROJECT,
  nextAssetId: 3,
  records: [A, B],
  leftOut: new Set(),
  retired: [],
  ...more,
});

interface Edit {
  readonly before: RegistryView | null;
  readonly after: RegistryView;
  readonly changes: readonly IdentityChange[];
  readonly mayChangeBuild: boolean;
}

/** How many faults are told; each at the text afterwards. */
function faultsOf(edit: Partial<Edit>): number {
  const { before, after, changes, mayChangeBuild } = { before: view(), after: view(), changes: [], mayChangeBuild: false, ...edit };
  const faults = [...findRegistryFaults(before, after, changes, '/edits/7', mayChangeBuild)];
  expect(faults.map(({ code, data }) => ({ code, data }))).toMatchObject(
    faults.map(() => ({ code: 'PLAN_MALFORMED', data: { pointer: '/edits/7/after' } })),
  );
  return faults.length;
}

describe('findRegistryFaults', () => {
  it.each<[string, Partial<Edit>]>([
    ['changes nothing', {}],
    ['begins a registry', { before: null, changes: [registered(1, 'a'), registered(2, 'b')] }],
    ['begins one that leaves out of builds', { before: null, after: view({ leftOut: new Set([1]) }) }],
    ['brings the counter in', { before: view({ nextAssetId: null }) }],
    ['has no counter, and had none', { before: view({ nextAssetId: null }), after: view({ nextAssetId: null }) }],
    ['registers', { after: view({ records: [A, B, identity(3, 'c')], nextAssetId: 4 }), changes: [registered(3, 'c')] }],
    ['retires', { after: view({ records: [B], ...retired(1) }), changes: [change('asset-retired', 'a', A, null)] }],
    ['keeps what is retired', { before: view(retired(5)), after: view({ ...retired(5), nextAssetId: 6 }) }],
    [
      'records what is claimed',
      {
        before: view({ records: [{ ...A, asset_uuid: null }, B] }),
        changes: [change('identity-recorded', 'a', { ...A, asset_uuid: null }, A)],
      },
    ],
    [
      'is shown with changes that say nothing',
      { changes: [change('asset-retired', 'a', null, null), change('asset-registered', 'a', null, null)] },
    ],
    ['takes a record out of builds, where that is what it is for', { after: view({ leftOut: new Set([1]) }), mayChangeBuild: true }],
    [
      'loses a record that builds left out',
      {
        before: view({ leftOut: new Set([1]) }),
        after: view({ records: [B], ...retired(1) }),
        changes: [change('asset-retired', 'a', A, null)],
      },
    ],
  ])('takes an edit that %s', (_, edit) => {
    expect(faultsOf(edit)).toBe(0);
  });

  it.each<[string, Partial<Edit>]>([
    ['moves the counter', { after: view({ nextAssetId: 4 }) }],
    ['takes the counter back', { before: view({ nextAssetId: 9 }) }],
    ['takes the counter away', { after: view({ nextAssetId: null }) }],
    ['begins without a counter', { before: null, after: view({ nextAssetId: null }) }],
    ['begins with the wrong counter', { before: null, after: view({ nextAssetId: 5 }) }],
    ['leaves the counter at a number that is retired', { after: view({ ...retired(3) }), before: view(retired(3)) }],
    ['takes a retired one back', { before: view({ ...retired(5), nextAssetId: 6 }), after: view({ nextAssetId: 6 }) }],
    ['retires what was no record', { after: view({ ...retired(5), nextAssetId: 6 }) }],
    [
      'retires what moved',
      { after: view({ records: [identity(1, 'c'), B], ...retired(1) }), changes: [change('asset-moved', 'c', A, identity(1, 'c'))] },
    ],
    [
      'retires what another record still has',
      { after: view({ records: [B, identity(1, 'c')], ...retired(1) }), changes: [change('asset-retired', 'a', A, null)] },
    ],
    [
      'retires a number that another record still has',
      {
        after: view({ records: [B, { ...identity(1, 'c'), asset_uuid: uuid(7) }], ...retired(1) }),
        changes: [change('asset-retired', 'a', A, null)],
      },
    ],
    [
      'retires a uuid that another record still has',
      { after: view({ records: [{ ...B, asset_uuid: uuid(1) }], ...retired(1) }), changes: [change('asset-retired', 'a', A, null)] },
    ],
    [
      'registers a number below the counter',
      {
        before: view({ nextAssetId: 9 }),
        after: view({ nextAssetId: 9, records: [A, B, identity(8, 'c')] }),
        changes: [registered(8, 'c')],
      },
    ],
    ['puts a record into builds', { before: view({ leftOut: new Set([2]) }) }],
    ['takes a record out of builds', { after: view({ leftOut: new Set([2]) }) }],
  ])('refuses an edit that %s, once', (_, edit) => {
    expect(faultsOf(edit)).toBe(1);
  });

  it('tells apart which one is retired', () => {
    const edit = { before: view({ ...retired(5), nextAssetId: 9 }), after: view({ ...retired(6), nextAssetId: 9 }) };
    expect(faultsOf(edit)).toBe(2);
  });

  it.each(['asset-registered', 'identity-derived', 'identity-recorded'] as const)('refuses %s of what another has, once', (kind) => {
    const gained = identity(3, 'c');
    const changes = [change(kind, 'c', null, gained)];
    const more = { nextAssetId: 4 };
    const sameNumber = view({ ...more, records: [A, { ...B, asset_id: 3 }, gained] });
    const sameUuid = view({ ...more, records: [A, { ...B, asset_uuid: gained.asset_uuid }, gained] });
    for (const after of [sameNumber, sameUuid]) expect(faultsOf({ after, changes })).toBe(1);
    expect(faultsOf({ after: view({ ...more, records: [A, B, gained] }), changes })).toBe(0);
  });

  it('asks a moved record for nothing, not even where another has its number', () => {
    const twice = [A, { ...B, asset_id: 1 }];
    const before = view({ records: twice });
    const after = view({ records: [identity(1, 'c'), { ...B, asset_id: 1 }] });
    expect(faultsOf({ before, after, changes: [change('asset-moved', 'c', A, identity(1, 'c'))] })).toBe(0);
  });
});
