import { describe, expect, test } from 'vitest';
import { createAssetReader } from '../../src/artifacts/asset/create-asset-reader.js';
import { acceptRegistry } from '../../src/artifacts/registry/accept-registry.js';
import { parseRegistry } from '../../src/artifacts/registry/parse-registry.js';
import { uuid } from '../workspace/workspaces.js';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const assetV2 = {
  schema_version: 2,
  name: 'hero',
  type: 'data_bank',
  inputs: { main: 'a.bin' },
  output: { format: 'raw', codec: 'none' },
  preload: true,
};
const assetV3 = { ...assetV2, schema_version: 3, asset_uuid: uuid(3), inputs: { main: ['a.bin'] } };

function readAsset(value: unknown, declared: string | null = null) {
  const reader = createAssetReader();
  return reader.accept(reader.parse(encode(value), 'assets/hero/asset.json'), declared);
}

const codesAt = (reading: { readonly diagnostics: readonly { readonly code: string; readonly location: object }[] }) =>
  reading.diagnostics.map(({ code, location }) => [code, 'pointer' in location ? location.pointer : null]);

describe('asset.json', () => {
  test('version 2 is read in the current shape, with the uuid decided for it', () => {
    const reading = readAsset(assetV2, uuid(1));
    expect(reading).toMatchObject({
      version: 2,
      claim: { kind: 'valid', uuid: uuid(1) },
      body: { schema_version: 4, asset_uuid: uuid(1), inputs: { main: ['a.bin'] }, preload: { enabled: true } },
      migration: { from: 2, to: 4, outcome: 'succeeded', identity: 'declared' },
      diagnostics: [],
    });
  });

  test('version 2 without one is read all the same, and claims nothing', () => {
    const reading = readAsset(assetV2);
    expect(reading).toMatchObject({ claim: { kind: 'none' }, body: { inputs: { main: ['a.bin'] } }, migration: { identity: 'none' } });
    expect(reading.body).not.toHaveProperty('asset_uuid');
  });

  test('version 3 keeps its own claim, whatever is decided', () => {
    expect(readAsset(assetV3, uuid(1))).toMatchObject({
      version: 3,
      claim: { kind: 'valid', uuid: uuid(3) },
      migration: { identity: 'none' },
    });
    expect(readAsset({ ...assetV3, asset_uuid: 'x' })).toMatchObject({ claim: { kind: 'invalid' }, body: { name: 'hero' } });
  });

  test('an absent preload stays absent', () => {
    const without = Object.fromEntries(Object.entries(assetV2).filter(([key]) => key !== 'preload'));
    expect(readAsset(without).body).not.toHaveProperty('preload');
  });

  test.each([
    [{ ...assetV2, asset_uuid: uuid(1) }, '/asset_uuid', 3],
    [{ ...assetV2, extensions: {} }, '/extensions', 4],
    [{ ...assetV2, output: { ...assetV2.output, metadata: {} } }, '/output/metadata', 4],
    [{ ...assetV3, extensions: {} }, '/extensions', 4],
    [{ ...assetV3, output: { ...assetV3.output, metadata: {} } }, '/output/metadata', 4],
  ])('V6: a key from a later version is an error of its own: %j', (value, pointer, definedIn) => {
    const reading = readAsset(value);
    expect(reading.diagnostics).toMatchObject([
      {
        code: 'STRUCTURE_KEY_FROM_LATER_VERSION',
        severity: 'error',
        location: { pointer },
        data: { version: value.schema_version, definedIn },
      },
    ]);
    expect(reading).toMatchObject({ body: null, migration: null });
  });

  test.each([
    ['version 2 shaped like 4', { ...assetV2, preload: { enabled: true } }, [['STRUCTURE_WRONG_TYPE', '/preload']]],
    ['version 4 shaped like 3', { ...assetV3, schema_version: 4 }, [['STRUCTURE_WRONG_TYPE', '/preload']]],
    ['version 3 shaped like 2', { ...assetV2, schema_version: 3 }, [['STRUCTURE_WRONG_TYPE', '/inputs/main']]],
  ])('V6: %s is refused, never guessed at', (_, value, codes) => {
    const reading = readAsset(value);
    expect(codesAt(reading)).toEqual(codes);
    expect(reading).toMatchObject({ body: null, migration: null });
  });

  test('unknown keys are kept through all steps and told as what they are', () => {
    const reading = readAsset({ ...assetV2, colour: 'red', output: { ...assetV2.output, quality: 9 } }, uuid(1));
    expect(codesAt(reading)).toEqual([
      ['STRUCTURE_UNKNOWN_KEY', '/output/quality'],
      ['STRUCTURE_UNKNOWN_KEY', '/colour'],
    ]);
    expect(reading.body).toMatchObject({ colour: 'red', output: { quality: 9 } });
    expect(reading.migration?.unknownKeys).toEqual(['/output/quality', '/colour']);
  });

  test('what is wrong with the meaning points into the text as it stands', () => {
    const reading = readAsset({ ...assetV2, inputs: { main: '../a.bin' } }, uuid(1));
    expect(reading.diagnostics).toMatchObject([{ code: 'PATH_ESCAPES_ROOT', location: { kind: 'text', pointer: '/inputs/main/0' } }]);
    const text = JSON.stringify({ ...assetV2, inputs: { main: '../a.bin' } });
    const [{ location }] = reading.diagnostics as unknown as [{ location: { range: { start: { offset: number } } } }];
    expect(location.range.start.offset).toBe(text.indexOf('"../a.bin"'));
  });
});

const registryV2 = {
  schema_version: 2,
  project_uuid: uuid(9),
  assets: [
    { asset_id: 7, root: 'hero' },
    { asset_id: 2, root: 'tree' },
  ],
};
const identities = new Map([
  ['hero', uuid(1)],
  ['tree', uuid(2)],
]);

const readRegistry = (value: unknown, decided: ReadonlyMap<string, string> = identities) =>
  acceptRegistry(parseRegistry(encode(value), 'index.json'), decided);

describe('index.json', () => {
  test('version 2 is read in the current shape, with the uuids decided for it', () => {
    const parsed = parseRegistry(encode(registryV2), 'index.json');
    expect(parsed).toMatchObject({
      version: 2,
      sound: true,
      projectUuid: uuid(9),
      retired: [],
      records: [{ asset_id: 7, root: 'hero', asset_uuid: null }, { root: 'tree' }],
    });
    expect(acceptRegistry(parsed, identities)).toMatchObject({
      version: 2,
      registry: {
        schema_version: 4,
        next_asset_id: 8,
        retired: [],
        assets: [
          { asset_id: 7, asset_uuid: uuid(1), root: 'hero', included_in_build: true },
          { asset_id: 2, asset_uuid: uuid(2), root: 'tree', included_in_build: true },
        ],
      },
      migration: { identity: 'declared', outcome: 'succeeded' },
      diagnostics: [],
    });
  });

  test('a record for which nothing is decided stops it', () => {
    const reading = readRegistry(registryV2, new Map([['hero', uuid(1)]]));
    expect(reading).toMatchObject({
      registry: null,
      diagnostics: [
        {
          code: 'MIGRATION_STEP_FAILED',
          data: { step: 'registry-2-to-3', reason: 'refused' },
          identity: { implicated: true, registry: true },
        },
      ],
    });
  });

  test('version 3 keeps the counter and its uuids', () => {
    const assets = registryV2.assets.map((record) => ({ ...record, asset_uuid: uuid(record.asset_id) }));
    const reading = readRegistry({ ...registryV2, schema_version: 3, assets, next_asset_id: 40 }, new Map());
    expect(reading).toMatchObject({
      version: 3,
      registry: { next_asset_id: 40, assets: [{ asset_uuid: uuid(7) }, { asset_uuid: uuid(2) }] },
      migration: { identity: 'none' },
    });
  });

  test('an empty one gets the first number', () => {
    expect(readRegistry({ ...registryV2, assets: [] }).registry).toMatchObject({ next_asset_id: 1, assets: [], retired: [] });
  });

  test.each([
    [{ ...registryV2, next_asset_id: 8 }, '/next_asset_id', 3],
    [{ ...registryV2, retired: [] }, '/retired', 4],
    [{ ...registryV2, assets: [{ asset_id: 1, root: 'a', asset_uuid: uuid(1) }] }, '/assets/0/asset_uuid', 3],
    [{ ...registryV2, assets: [{ asset_id: 1, root: 'a', included_in_build: true }] }, '/assets/0/included_in_build', 4],
  ])('V6: a key from a later version is an error of its own: %j', (value, pointer, definedIn) => {
    const reading = readRegistry(value);
    expect(reading.diagnostics).toMatchObject([
      { code: 'STRUCTURE_KEY_FROM_LATER_VERSION', location: { pointer }, data: { version: 2, definedIn } },
    ]);
    expect(reading.registry).toBeNull();
  });
});
