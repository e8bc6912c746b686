import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Registry } from '../../../src/artifacts/registry/model.js';
import { readRegistry } from '../../../src/artifacts/registry/read-registry.js';
import { serializeRegistry } from '../../../src/artifacts/registry/serialize-registry.js';

const FILE = 'assets/.prometeu/index.json';
const uuid = (digit: string): string => `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
const valid: Registry = {
  schema_version: 4,
  project_uuid: uuid('a'),
  next_asset_id: 8,
  assets: [
    { asset_id: 1, asset_uuid: uuid('1'), root: 'hero', included_in_build: true },
    { asset_id: 2, asset_uuid: uuid('2'), root: 'hero/hat', included_in_build: false },
  ],
  retired: [{ asset_id: 7, asset_uuid: uuid('7') }],
};
const read = (value: unknown) => readRegistry(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), FILE);
const findings = (value: unknown) =>
  read(value).diagnostics.map(({ code, location, data }) => ({ code, pointer: location.kind === 'text' ? location.pointer : null, data }));
const withRecord = (change: object) => ({ ...valid, assets: [valid.assets[0], { ...valid.assets[1], ...change }] });

describe('readRegistry', () => {
  it('reads a registry', () => {
    expect(read(valid)).toMatchObject({ registry: valid, diagnostics: [] });
  });

  it.each([
    [{ asset_id: 0 }, 'STRUCTURE_OUT_OF_RANGE', '/assets/1/asset_id'],
    [{ asset_id: -1 }, 'STRUCTURE_OUT_OF_RANGE', '/assets/1/asset_id'],
    [{ asset_id: 4_294_967_295 }, 'STRUCTURE_OUT_OF_RANGE', '/assets/1/asset_id'],
    [{ asset_id: '2' }, 'STRUCTURE_WRONG_TYPE', '/assets/1/asset_id'],
    [{ asset_uuid: uuid('A') }, 'STRUCTURE_BAD_FORMAT', '/assets/1/asset_uuid'],
    [{ asset_uuid: '00000000-0000-0000-0000-000000000000' }, 'STRUCTURE_BAD_FORMAT', '/assets/1/asset_uuid'],
    [{ asset_uuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }, 'STRUCTURE_BAD_FORMAT', '/assets/1/asset_uuid'],
    [{ asset_uuid: `${uuid('2')}\n` }, 'STRUCTURE_BAD_FORMAT', '/assets/1/asset_uuid'],
    [{ included_in_build: 1 }, 'STRUCTURE_WRONG_TYPE', '/assets/1/included_in_build'],
    [{ root: '../x' }, 'PATH_ESCAPES_ROOT', '/assets/1/root'],
    [{ root: '' }, 'PATH_EMPTY', '/assets/1/root'],
    [{ root: '.prometeu' }, 'PATH_OWNED', '/assets/1/root'],
    [{ root: 'hero' }, 'REGISTRY_DUPLICATE_ROOT', '/assets/1/root'],
    [{ root: 'HERO' }, 'REGISTRY_DUPLICATE_ROOT', '/assets/1/root'],
  ])('I2 I3 I10: refuses a record with %j', (change, code, pointer) => {
    expect(findings(withRecord(change))).toEqual([expect.objectContaining({ code, pointer })]);
    expect(read(withRecord(change)).registry).toBeNull();
  });

  it.each([7, 2, 1])('I7: a counter of %d is not beyond every id given', (next) => {
    expect(findings({ ...valid, next_asset_id: next })).toEqual([
      { code: 'REGISTRY_COUNTER_LOW', pointer: '/next_asset_id', data: { next, largest: 7 } },
    ]);
  });

  it('I7: takes the largest counter, and no larger one', () => {
    expect(findings({ ...valid, next_asset_id: 4_294_967_295 })).toEqual([]);
    expect(findings({ ...valid, next_asset_id: 4_294_967_296 })).toEqual([expect.objectContaining({ code: 'STRUCTURE_OUT_OF_RANGE' })]);
  });

  it.each(['project_uuid', 'next_asset_id', 'assets', 'retired'])('names a missing %s', (key) => {
    const rest = Object.fromEntries(Object.entries(valid).filter(([name]) => name !== key));
    expect(findings(rest)).toMatchObject([{ code: 'STRUCTURE_MISSING_KEY', data: { key } }]);
  });

  it('B18: keeps unknown keys through a rewrite', () => {
    const { registry, diagnostics } = read({ ...valid, team: { lead: 'ana' } });
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'STRUCTURE_UNKNOWN_KEY', severity: 'warning' })]);
    expect(JSON.parse(serializeRegistry(registry as Registry))).toEqual({ ...valid, team: { lead: 'ana' } });
  });

  it('writes one canonical form, records by asset_id, whatever order they come in', () => {
    const text = serializeRegistry(valid);
    expect(serializeRegistry({ ...valid, assets: [...valid.assets].reverse() })).toBe(text);
    expect(text).toBe(`{
  "schema_version": 4,
  "project_uuid": "${uuid('a')}",
  "next_asset_id": 8,
  "assets": [
    {
      "asset_id": 1,
      "asset_uuid": "${uuid('1')}",
      "root": "hero",
      "included_in_build": true
    },
    {
      "asset_id": 2,
      "asset_uuid": "${uuid('2')}",
      "root": "hero/hat",
      "included_in_build": false
    }
  ],
  "retired": [
    {
      "asset_id": 7,
      "asset_uuid": "${uuid('7')}"
    }
  ]
}
`);
  });

  it('reads back what it writes', () => {
    const record = fc.record({ asset_id: fc.integer({ min: 1, max: 4_294_967_293 }), included_in_build: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: ({ asset_id }) => asset_id }), (records) => {
        const assets = records.map((it, index) => ({ ...it, asset_uuid: uuid((index % 9).toString()), root: `r${index}` }));
        const registry: Registry = { ...valid, next_asset_id: 4_294_967_295, assets: assets.sort((a, b) => a.asset_id - b.asset_id) };
        expect(read(serializeRegistry(registry)).registry).toEqual(registry);
      }),
    );
  });
});
