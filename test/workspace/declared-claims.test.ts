import { describe, expect, it } from 'vitest';
import type { IdentityClaim } from '../../src/artifacts/asset/claim.js';
import type { Registry } from '../../src/artifacts/registry/model.js';
import { claimedUuid } from '../../src/workspace/claimed-uuid.js';
import { classifyIdentity } from '../../src/workspace/classify-identity.js';
import { declaredClaims } from '../../src/workspace/declared-claims.js';
import { buildIdentityTable, type IdentityTable } from '../../src/workspace/identity-table.js';
import { claim, CLAIMS, record, REGISTRIES, registry, U1, U2, U3 } from './identity-states.js';

interface Declared {
  readonly version: number | null;
  readonly claim: IdentityClaim;
}
interface State {
  readonly version: 2 | 3 | 4;
  readonly known: Registry | null;
  readonly assets: ReadonlyMap<string, Declared>;
}

const V2: Declared = { version: 2, claim: { kind: 'none' } };
const DECLARATIONS: readonly (Declared | null)[] = [
  V2,
  ...CLAIMS.map((it): Declared | null => (it === null ? null : { version: it.kind === 'unknown' ? null : 3, claim: it })),
];

/** What a registry of an earlier version says, and what it becomes once the table has decided; null where it cannot. */
function migrate({ version, known, assets }: State): { readonly table: IdentityTable; readonly migrated: Registry | null } {
  if (known === null) return { table: buildIdentityTable(null, assets), migrated: null };
  const records = known.assets.map((it) => (version === 2 ? { ...it, asset_uuid: null } : it));
  const retired = version === 4 ? known.retired : [];
  const table = buildIdentityTable({ sound: true, projectUuid: known.project_uuid, records, retired }, assets);
  const isDecided = version > 2 || known.assets.every(({ root }) => table.declared.has(root));
  const withUuids = known.assets.map((it) => (version === 2 ? { ...it, asset_uuid: table.declared.get(it.root)?.uuid ?? '' } : it));
  return { table, migrated: isDecided ? { ...known, assets: withUuids, retired } : null };
}

function judge(state: State) {
  const { table, migrated } = migrate(state);
  const claims = declaredClaims(state.assets, table, state.known === null || migrated !== null);
  return { table, migrated, verdicts: classifyIdentity(migrated, claims) };
}

const STATES: readonly State[] = ([2, 3, 4] as const).flatMap((version) =>
  REGISTRIES.flatMap((known) =>
    DECLARATIONS.flatMap((a) =>
      DECLARATIONS.flatMap((b) =>
        DECLARATIONS.map((c): State => {
          const present = Object.entries({ a, b, c }).flatMap(([root, it]) => (it === null ? [] : [[root, it] as const]));
          return { version, known, assets: new Map(present) };
        }),
      ),
    ),
  ),
);

describe('declaredClaims', () => {
  it(`gives exactly one class to every folder and every record, whatever the versions, in each of ${STATES.length} states`, () => {
    for (const state of STATES) {
      const { verdicts, migrated } = judge(state);
      const expected = new Set([...state.assets.keys(), ...(migrated?.assets.map(({ root }) => root) ?? [])]);
      expect(verdicts.map(({ root }) => root)).toEqual([...expected].sort());
    }
    expect(STATES.length).toBe(3 * 6 * 10 ** 3);
  });

  it('settles a declaration without identity just where the table gives it one, and the records agree', () => {
    let settled = 0;
    for (const state of STATES) {
      const { verdicts, table, migrated } = judge(state);
      for (const { root, class: name, claim: it } of verdicts) {
        if (state.assets.get(root) !== V2) continue;
        const uuid = table.declared.get(root)?.uuid ?? null;
        if (name === 'ok') settled += 1;
        if (migrated === null || uuid === null) expect(name).not.toBe('ok');
        else expect([name, claimedUuid(it)]).toEqual([name === 'id-conflict' ? name : 'ok', uuid]);
      }
    }
    expect(settled).toBeGreaterThan(1000);
  });

  it('does not depend on the order in which folders or records come', () => {
    for (const state of STATES) {
      const { known, assets } = state;
      const reversed = known === null ? null : { ...known, assets: [...known.assets].reverse() };
      const again = judge({ ...state, known: reversed, assets: new Map([...assets].reverse()) });
      expect(again.verdicts).toEqual(judge(state).verdicts);
    }
  });

  it('settles nothing but an undisputed claim: two claimants of one uuid are never ok, moved or imported', () => {
    for (const state of STATES) {
      const { verdicts } = judge(state);
      const claimants = verdicts.filter(({ claim: it }) => claimedUuid(it) === U1);
      if (claimants.length < 2) continue;
      for (const { class: name } of claimants) expect(['ok', 'moved', 'spelling', 'imported']).not.toContain(name);
    }
  });

  it('takes a record in dispute whose folder holds no declaration', () => {
    const refused = new Map([['a', { reason: 'ambiguous', others: [], otherCount: 0 } as const]]);
    expect(declaredClaims(new Map([['b', V2]]), { declared: new Map(), refused }, false)).toEqual(new Map([['b', { kind: 'unknown' }]]));
  });

  it('tells a dispute over what a record was to get, and nothing else that rests on the registry', () => {
    const known = registry(record(1, U1, 'a'), record(2, U2, 'f'), record(3, U3, 'f'));
    const v3 = (it: IdentityClaim): Declared => ({ version: 3, claim: it });
    const assets = new Map([
      ['a', v3(claim(U1))],
      ['b', v3(claim(U1))],
      ['c', v3({ kind: 'none' })],
      ['d', v3({ kind: 'invalid', found: 'x' })],
      ['e', V2],
      ['f', v3(claim(U2))],
    ]);
    const { verdicts } = judge({ version: 2, known, assets });
    expect(verdicts.map(({ root, class: name, others }) => [root, name, others])).toEqual([
      ['a', 'ambiguous', ['b']],
      ['b', 'ambiguous', ['a']],
      ['c', 'unreadable', []],
      ['d', 'invalid-claim', []],
      ['e', 'unreadable', []],
      ['f', 'unreadable', []],
    ]);
  });
});
