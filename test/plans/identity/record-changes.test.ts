import { describe, expect, it } from 'vitest';
import { nameUuid } from '../../../src/codec/name-uuid.js';
import { recordChanges } from '../../../src/plans/identity/record-changes.js';
import type { RegistryView } from '../../../src/plans/identity/registry-view.js';
import type { IdentityValue } from '../../../src/plans/plan.js';
import { identity, PROJECT, projectValue, uuid } from '../identity-texts.js';

const view = (records: readonly IdentityValue[], more: Partial<RegistryView> = {}): RegistryView => ({
  projectUuid: PROJECT,
  nextAssetId: null,
  records,
  leftOut: new Set(),
  retired: [],
  ...more,
});
const nameless = (id: number, root: string): IdentityValue => ({ asset_uuid: null, asset_id: id, root });
const moved = (id: number, from: string, to: string) => ({
  kind: 'asset-moved',
  root: to,
  before: identity(id, from),
  after: identity(id, to),
});

describe('recordChanges', () => {
  it('tells nothing of two registries that are not there, or say the same', () => {
    expect(recordChanges(null, null)).toEqual([]);
    expect(recordChanges(view([identity(1, 'a'), nameless(2, 'b')]), view([nameless(2, 'b'), identity(1, 'a')]))).toEqual([]);
  });

  it('tells of a registry begun, and of one that goes', () => {
    const registry = view([identity(1, 'a')]);
    expect(recordChanges(null, registry)).toEqual([
      { kind: 'project-created', root: '', before: null, after: projectValue },
      { kind: 'asset-registered', root: 'a', before: null, after: identity(1, 'a') },
    ]);
    expect(recordChanges(registry, null)).toEqual([
      { kind: 'project-removed', root: '', before: projectValue, after: null },
      { kind: 'asset-unregistered', root: 'a', before: identity(1, 'a'), after: null },
    ]);
  });

  it('counts records that look alike', () => {
    const twice = view([identity(1, 'a'), identity(1, 'a')]);
    expect(recordChanges(twice, twice)).toEqual([]);
    expect(recordChanges(twice, view([identity(1, 'a')]))).toEqual([
      { kind: 'asset-unregistered', root: 'a', before: identity(1, 'a'), after: null },
    ]);
    expect(recordChanges(view([identity(1, 'a')]), twice)).toEqual([
      { kind: 'asset-registered', root: 'a', before: null, after: identity(1, 'a') },
    ]);
  });

  it('takes records of one identity together in the order of the files', () => {
    const before = view([identity(1, 'a'), identity(1, 'b'), identity(1, 'c')]);
    const after = view([identity(1, 'x'), identity(1, 'y'), identity(1, 'z')]);
    expect(recordChanges(before, after)).toEqual([moved(1, 'a', 'x'), moved(1, 'b', 'y'), moved(1, 'c', 'z')]);
  });

  it('does not take records without a uuid for one another', () => {
    expect(recordChanges(view([nameless(1, 'a')]), view([nameless(1, 'b')]))).toEqual([
      { kind: 'asset-unregistered', root: 'a', before: nameless(1, 'a'), after: null },
      { kind: 'asset-registered', root: 'b', before: null, after: nameless(1, 'b') },
    ]);
  });

  it('tells where the uuid of a record comes from', () => {
    const derived = { ...nameless(2, 'b'), asset_uuid: nameUuid(PROJECT, 'asset:2') };
    expect(recordChanges(view([nameless(1, 'a'), nameless(2, 'b')]), view([identity(1, 'a'), derived]))).toEqual([
      { kind: 'identity-recorded', root: 'a', before: nameless(1, 'a'), after: identity(1, 'a') },
      { kind: 'identity-derived', root: 'b', before: nameless(2, 'b'), after: derived },
    ]);
    expect(recordChanges(view([identity(1, 'a')]), view([nameless(1, 'a')]))).toEqual([
      { kind: 'identity-removed', root: 'a', before: identity(1, 'a'), after: nameless(1, 'a') },
    ]);
  });

  it('tells retired records from lost ones by number and uuid', () => {
    const before = view([identity(1, 'a'), identity(2, 'b'), identity(3, 'c')]);
    const retired = [
      { asset_id: 1, asset_uuid: uuid(1) },
      { asset_id: 2, asset_uuid: uuid(9) },
      { asset_id: 9, asset_uuid: uuid(3) },
    ];
    expect(recordChanges(before, view([], { retired })).map(({ kind, root }) => [kind, root])).toEqual([
      ['asset-retired', 'a'],
      ['asset-unregistered', 'b'],
      ['asset-unregistered', 'c'],
    ]);
  });
});
