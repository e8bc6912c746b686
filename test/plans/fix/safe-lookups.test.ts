import { describe, expect, it } from 'vitest';
import { readWorkspace, type WorkspaceSnapshot } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { identityChoicesOf } from '../../../src/diagnostics/fix-choices.js';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { registryAfterLookups, safeLookups } from '../../../src/plans/fix/safe-lookups.js';
import { LOOKUP_CHOICES } from '../../../src/plans/fix/safe-lookups.js';
import type { AssetState } from '../../../src/workspace/asset-state.js';
import type { IdentityClass } from '../../../src/workspace/classify-identity.js';
import { declaration, registry, uuid, workspace } from '../../workspace/workspaces.js';
import { snapshotOf } from '../snapshot-of.js';

const at = (root: string): string => `assets/${root}/asset.json`;
const asset = (root: string, digit: number, change: Readonly<Record<string, unknown>> = {}): Record<string, string> => ({
  [at(root)]: declaration(digit, change),
  [`assets/${root}/data.bin`]: root,
});
const misspelled = (root: string, digit: number) => asset(root, digit, { asset_uuid: `urn:uuid:${uuid(digit)}` });

/** Asset 1 has moved, 2 has lost its claim, 3 is misspelled, 4 is well, and two folders have come from elsewhere. */
const FILES: Record<string, string> = {
  'assets/.prometeu/index.json': registry({ gone: 1, lost: 2, misspelled: 3, well: 4 }),
  ...asset('moved', 1),
  ...asset('lost', 2, { asset_uuid: undefined }),
  ...misspelled('misspelled', 3),
  ...asset('well', 4),
  ...asset('imported', 5),
  ...asset('unregistered', 6, { asset_uuid: undefined }),
};

const all = (): boolean => true;
const told = (snapshot: WorkspaceSnapshot, isTaken = all as Parameters<typeof safeLookups>[1]) =>
  safeLookups(snapshot, isTaken).map(({ root, choice }) => [root, choice]);

/** The snapshot as it would be if a folder had another class: gates may come to judge otherwise. */
function judged(snapshot: WorkspaceSnapshot, classes: Readonly<Record<string, IdentityClass>>): WorkspaceSnapshot {
  const assets = snapshot.assets.map((state): AssetState => {
    const name = classes[state.root];
    return name === undefined ? state : { ...state, identity: { ...state.identity, class: name } };
  });
  return { ...snapshot, assets };
}

describe('safeLookups', () => {
  it('settles what has moved, was lost or is misspelled, and nothing else', async () => {
    const snapshot = await snapshotOf(FILES);
    const lookups = safeLookups(snapshot, all);
    expect(lookups.map(({ root, choice, steps }) => [root, choice, steps.map(({ kind }) => kind)])).toEqual([
      ['lost', 'restore-claim', ['claim']],
      ['misspelled', 'canonicalise', ['claim']],
      ['moved', 'update-root', ['move-record', 'claim']],
    ]);
    expect(lookups.map(({ diagnostic }) => identityChoicesOf(diagnostic)?.root)).toEqual(['lost', 'misspelled', 'moved']);
    expect(LOOKUP_CHOICES).toEqual(new Set(lookups.map(({ choice }) => choice)));
  });

  it('takes those alone whose findings are taken', async () => {
    const snapshot = await snapshotOf(FILES);
    expect(told(snapshot, ({ code }) => code === 'IDENTITY_LOST_CLAIM')).toEqual([['lost', 'restore-claim']]);
    expect(told(snapshot, () => false)).toEqual([]);
    expect(told({ ...snapshot, diagnostics: [] })).toEqual([]);
  });

  it('takes none that is not offered, or that more than looking up would settle', async () => {
    const snapshot = await snapshotOf({ ...FILES, ...asset('copy', 4), ...asset('copy2', 4), ...asset('rival', 4) });
    const before = told(snapshot);
    // To own what another folder owns takes a new identity for that one.
    expect(told(judged(snapshot, { copy: 'spelling' }))).toEqual(before);
    expect(told(judged(snapshot, { well: 'spelling' }))).toEqual(before);
    const diagnostics = snapshot.diagnostics.flatMap((found) => {
      const data = identityChoicesOf(found);
      return data?.root === 'moved' ? [{ ...found, data: { ...found.data, root: 'gone' } }] : [found];
    });
    expect(told({ ...snapshot, diagnostics })).toEqual(before.filter(([root]) => root !== 'moved'));
  });

  it('moves no two records from one folder, nor one from a folder that is settled', async () => {
    const files = {
      'assets/.prometeu/index.json': registry({ gone: 1, left: 3 }),
      ...asset('a', 1),
      ...asset('b', 2),
      ...misspelled('left', 3),
      ...asset('other', 4),
    };
    const snapshot = await snapshotOf(files);
    const known = snapshot.registry as Registry;
    const recorded = (root: string, digit: number) => ({ asset_id: digit, asset_uuid: uuid(digit), root, included_in_build: true });
    const assets = [recorded('gone', 1), recorded('gone', 2), recorded('left', 4), recorded('left', 3)];
    const crowded = { ...snapshot, registry: { ...known, assets } };
    const states = crowded.assets.map((state): AssetState => {
      const record = assets.find(({ asset_uuid }) => asset_uuid === (state.identity.claim as { uuid?: string } | null)?.uuid);
      const name = state.identity.claim === null ? state.identity.class : state.identity.class === 'spelling' ? 'spelling' : 'moved';
      return { ...state, identity: { ...state.identity, class: name, record: record ?? null } };
    });
    expect(told({ ...crowded, assets: states })).toEqual([
      ['a', 'update-root'],
      ['left', 'canonicalise'],
    ]);
  });

  it('looks once at who is recorded where, however many identities it settles', async () => {
    const digits = Array.from({ length: 12 }, (_, index) => index + 1);
    const files = workspace(Object.fromEntries(digits.map((digit) => [`a${digit}`, digit])));
    const wrong = digits.map((digit) => misspelled(`a${digit}`, digit));
    const host = createMemoryWorkspace(Object.assign({}, files, ...wrong) as Record<string, string>);
    const snapshot = (await readWorkspace(host))._unsafeUnwrap();
    let looks = 0;
    const watched = new Proxy(snapshot, {
      get(target, key) {
        if (key === 'registry') looks += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    const found = safeLookups(watched, all);
    expect(found.map(({ choice }) => choice)).toEqual(digits.map(() => 'canonicalise'));
    expect(looks).toBeLessThan(4);
  });
});

describe('registryAfterLookups', () => {
  it('moves the records that were found elsewhere, and no other', async () => {
    const snapshot = await snapshotOf(FILES);
    const known = snapshot.registry as Registry;
    const after = registryAfterLookups(known, safeLookups(snapshot, all));
    expect(after).toEqual({ ...known, assets: known.assets.map((it) => ({ ...it, root: it.root === 'gone' ? 'moved' : it.root })) });
  });

  it('gives none where no record moves', async () => {
    const snapshot = await snapshotOf(FILES);
    const claims = safeLookups(snapshot, ({ code }) => code !== 'IDENTITY_MOVED');
    expect(claims).toHaveLength(2);
    expect(registryAfterLookups(snapshot.registry as Registry, claims)).toBeNull();
  });
});
