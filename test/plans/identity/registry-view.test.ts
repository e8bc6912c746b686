import { describe, expect, it } from 'vitest';
import { viewRegistry } from '../../../src/plans/identity/registry-view.js';
import { identity, oldRegistry, PROJECT, record, registry, uuid } from '../identity-texts.js';

const NAMELESS = { asset_uuid: null, asset_id: 1, root: 'a' };

describe('viewRegistry', () => {
  it('tells what a registry of the current version says', () => {
    const records = [record(2, 'b'), record(1, 'a', { included_in_build: false }), record(3, 'c', { included_in_build: undefined })];
    expect(viewRegistry(registry(records, { retired: [{ asset_id: 5, asset_uuid: uuid(5), why: 'x' }] }))).toEqual({
      projectUuid: PROJECT,
      nextAssetId: 9,
      records: [identity(2, 'b'), identity(1, 'a'), identity(3, 'c')],
      leftOut: new Set([1]),
      retired: [{ asset_id: 5, asset_uuid: uuid(5) }],
    });
  });

  it('tells what a registry says that has no counter, no uuids and no retired ones yet', () => {
    const expected = { projectUuid: PROJECT, nextAssetId: null, records: [NAMELESS], leftOut: new Set(), retired: [] };
    expect(viewRegistry(oldRegistry({ a: 1 }))).toEqual(expected);
    expect(viewRegistry(registry([{ ...NAMELESS, included_in_build: 0 }], { next_asset_id: null }))).toEqual(expected);
  });

  it('looks past slips', () => {
    expect(viewRegistry(`\ufeff${registry([]).slice(0, -1)},}`)).toEqual(viewRegistry(registry([])));
  });

  it.each<[string, string]>([
    ['that is no JSON', '{'],
    ['without a project', registry([], { project_uuid: undefined })],
    ['whose project is no text', registry([], { project_uuid: 5 })],
    ['whose project is no text, without a counter', registry([], { project_uuid: 5, next_asset_id: null })],
    ['whose counter is no whole number', registry([], { next_asset_id: 1.5 })],
    ['whose counter is a text', registry([], { next_asset_id: '9' })],
    ['without records', registry([], { assets: undefined })],
    ['whose records are no list', registry([], { assets: { length: 0 } })],
    ['with a record that is a list', registry([], { assets: [[]] })],
    ['with a record that is nothing', registry([], { assets: [null] })],
    ['with a record among others that is nothing', registry([record(1, 'a')], { assets: [record(1, 'a'), null] })],
    ['with a record without a number', registry([record(1, 'a', { asset_id: undefined })])],
    ['with a record whose number is a text', registry([record(1, 'a', { asset_id: '1' })])],
    ['with a record whose number is a text, without a uuid', registry([record(1, 'a', { asset_id: '1', asset_uuid: null })])],
    ['with a record without a folder', registry([record(1, 'a', { root: undefined })])],
    ['with a record whose folder is no text', registry([record(1, 'a', { root: 5 })])],
    ['with a record whose folder is no text, without a uuid', registry([record(1, 'a', { root: 5, asset_uuid: null })])],
    ['with a record whose uuid is no text', registry([record(1, 'a', { asset_uuid: 5 })])],
    ['whose retired ones are no list', registry([], { retired: {} })],
    ['whose retired ones are nothing', registry([], { retired: null })],
    ['with a retired one that is nothing', registry([], { retired: [null] })],
    ['with a retired one that is a list', registry([], { retired: [[]] })],
    ['with a retired one without a number', registry([], { retired: [{ asset_uuid: uuid(5) }] })],
    ['with a retired one without a uuid', registry([], { retired: [{ asset_id: 5 }] })],
    ['with a retired one whose uuid is nothing', registry([], { retired: [{ asset_id: 5, asset_uuid: null }] })],
  ])('tells nothing of one %s', (_, text) => {
    expect(viewRegistry(text)).toBeNull();
  });
});
