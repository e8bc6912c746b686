import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import type { AssetDeclaration } from '../../src/artifacts/asset/model.js';
import type { Registry } from '../../src/artifacts/registry/model.js';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import { representableIn } from '../../src/artifacts/representable-in.js';
import { jsonEquals } from '../../src/codec/json-equals.js';
import { createCollector } from '../../src/diagnostics/collector.js';
import type { MigrationChain } from '../../src/versioning/migration-chain.js';
import type { JsonObject } from '../../src/versioning/migration-step.js';
import { runMigration } from '../../src/versioning/run-migration.js';
import { uuid } from '../workspace/workspaces.js';
import { assetV3, registryV3 } from './migration-values.js';

const asset: AssetDeclaration = {
  schema_version: 4,
  asset_uuid: uuid(1),
  name: 'hero',
  type: 'tile_bank',
  inputs: { main: ['a.png'] },
  output: { format: 'png', codec: 'none' },
  preload: { enabled: true },
};
const rich: AssetDeclaration = {
  ...asset,
  preload: { enabled: true, slot: 0 },
  output: { ...asset.output, metadata: {} },
  extensions: {},
};
const registry: Registry = {
  schema_version: 4,
  project_uuid: uuid(9),
  next_asset_id: 8,
  assets: [{ asset_id: 7, asset_uuid: uuid(1), root: 'a', included_in_build: true }],
  retired: [],
};

const pointersOf = (...given: Parameters<typeof representableIn>) => representableIn(...given).losses.map(({ pointer }) => pointer);

test('an asset', () => {
  expect(representableIn({ artifact: 'asset', value: rich }, 4)).toEqual({ representable: true, losses: [] });
  expect(representableIn({ artifact: 'asset', value: asset }, 3)).toEqual({ representable: true, losses: [] });
  expect(pointersOf({ artifact: 'asset', value: rich }, 3)).toEqual(['/preload/slot', '/output/metadata', '/extensions']);
  expect(pointersOf({ artifact: 'asset', value: asset }, 2)).toEqual(['/asset_uuid']);
  expect(representableIn({ artifact: 'asset', value: rich }, 2).representable).toBe(false);
});

test('a registry', () => {
  const left = { ...registry, assets: registry.assets.map((record) => ({ ...record, included_in_build: false })) };
  const gave = { ...registry, retired: [{ asset_id: 3, asset_uuid: uuid(3) }] };
  expect(representableIn({ artifact: 'registry', value: gave }, 4)).toEqual({ representable: true, losses: [] });
  expect(representableIn({ artifact: 'registry', value: registry }, 3)).toEqual({ representable: true, losses: [] });
  expect(pointersOf({ artifact: 'registry', value: left }, 3)).toEqual(['/assets/0/included_in_build']);
  expect(pointersOf({ artifact: 'registry', value: gave }, 3)).toEqual(['/retired/0']);
  expect(pointersOf({ artifact: 'registry', value: registry }, 2)).toEqual(['/assets/0/asset_uuid']);
  expect(representableIn({ artifact: 'registry', value: { ...registry, assets: [], next_asset_id: 2 } }, 2).losses).toEqual([
    { pointer: '/next_asset_id', reason: 'no-such-value' },
  ]);
});

test.each([1, 5, 0, -1, 2.5, Number.NaN])('nothing can be said in version %d, which is not read', (version) => {
  const losses = [{ pointer: '/schema_version', reason: 'no-such-version' }];
  expect(representableIn({ artifact: 'asset', value: asset }, version)).toEqual({ representable: false, losses });
  expect(representableIn({ artifact: 'registry', value: { ...registry, assets: [] } }, version)).toEqual({ representable: false, losses });
});

test.each([
  ['no value', null, ''],
  ['a value without an output', { ...asset, output: undefined }, '/output'],
  ['a value of another type', { ...asset, inputs: 5 }, '/inputs'],
])('%s is representable in no version, the current one neither', (_, value, pointer) => {
  for (const version of [2, 3, 4]) {
    const { representable, losses } = representableIn({ artifact: 'asset', value: value as unknown as AssetDeclaration }, version);
    expect([representable, losses]).toEqual([false, [{ pointer, reason: 'no-such-value' }]]);
  }
});

test.each(['cache', 'constructor', 'shader'])('of a %s nothing is known', (artifact) => {
  const losses = [{ pointer: '/schema_version', reason: 'no-such-version' }];
  expect(representableIn({ artifact, value: asset } as never, 4)).toEqual({ representable: false, losses });
});

test('a boolean has no room for what stands beside "enabled"', () => {
  const value = { ...asset, preload: { enabled: true, note: 'mine' } } as AssetDeclaration;
  expect(representableIn({ artifact: 'asset', value }, 3).losses).toEqual([{ pointer: '/preload/note', reason: 'no-such-key' }]);
});

function migrate<Identity>(chain: MigrationChain<Identity>, identity: Identity, value: JsonObject): JsonObject | null {
  const locate = () => ({ kind: 'workspace' }) as const;
  return runMigration(chain, { value, version: Number(value['schema_version']), identity, locate }, createCollector()).value;
}

function without(value: object, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

const isSame = (before: JsonObject, after: JsonObject | null): boolean => after !== null && jsonEquals(before, after);

test('an asset can be said in an earlier version just where one of that version becomes it', () => {
  const extras = fc.record(
    { slot: fc.nat(9), note: fc.constant(1), metadata: fc.constant({}), extensions: fc.constant({}), preload: fc.boolean() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(assetV3, extras, fc.constantFrom(2, 3), (old, { slot, note, metadata, extensions, preload }, version) => {
      const base = migrate(assetChain, null, old) as unknown as AssetDeclaration;
      const value = {
        ...base,
        output: { ...base.output, ...(metadata && { metadata }) },
        ...(extensions && { extensions }),
        ...(preload !== undefined && { preload: { enabled: preload, ...(slot !== undefined && { slot }), ...(note && { note }) } }),
      } as AssetDeclaration & JsonObject;
      const said = {
        ...without(value, ['asset_uuid', 'extensions', 'preload']),
        schema_version: version,
        output: without(value.output, ['metadata']),
        ...(version > 2 && { asset_uuid: value.asset_uuid }),
        ...(value.preload && { preload: value.preload.enabled }),
      };
      expect(representableIn({ artifact: 'asset', value }, version).representable).toBe(isSame(value, migrate(assetChain, null, said)));
    }),
  );
});

test('a registry can be said in an earlier version just where one of that version becomes it', () => {
  const retired = fc.constantFrom([], [{ asset_id: 1, asset_uuid: uuid(77) }]);
  const small = fc.boolean();
  fc.assert(
    fc.property(registryV3, retired, small, fc.boolean(), fc.constantFrom(2, 3), (old, gone, isSmall, included, version) => {
      const base = migrate(registryChain, new Map(), old) as unknown as Registry;
      const assets = isSmall ? [] : base.assets.map((record) => ({ ...record, included_in_build: included }));
      const value = { ...base, assets, retired: gone, next_asset_id: isSmall ? 1 : base.next_asset_id } as Registry & JsonObject;
      const said = {
        ...without(value, ['retired', 'next_asset_id']),
        schema_version: version,
        assets: assets.map((record) => without(record, version > 2 ? ['included_in_build'] : ['included_in_build', 'asset_uuid'])),
        ...(version > 2 && { next_asset_id: value.next_asset_id }),
      };
      const after = migrate(registryChain, new Map(), said);
      expect(representableIn({ artifact: 'registry', value }, version).representable).toBe(isSame(value, after));
    }),
  );
});
