import { describe, expect, it } from 'vitest';
import { type AssetReader, createAssetReader } from '../../../src/artifacts/asset/create-asset-reader.js';
import { DEFAULT_BUDGETS } from '../../../src/operations/budgets.js';
import { migrateAssetText, migrateRegistryText } from '../../../src/plans/migrate/migrate-text.js';
import { uuid } from '../../workspace/workspaces.js';
import { assetV2, assetV3, assetV4, derivedUuid, registryV2 } from '../../operations/versioned-workspace.js';

const FILE = 'assets/a/asset.json';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const migrate = (text: string, id: string | null, reader: AssetReader = createAssetReader()) =>
  migrateAssetText(encode(text), FILE, id, reader);

const codesOf = (result: ReturnType<typeof migrate>): readonly string[] =>
  result.match(
    () => [],
    (failure) => failure.map(({ code }) => code),
  );

/** A reader that takes what is written for something else than was written. */
function misreading(change: (text: string) => string): AssetReader {
  const reader = createAssetReader();
  let count = 0;
  return {
    ...reader,
    parse(bytes, file) {
      count += 1;
      return reader.parse(count === 1 ? bytes : encode(change(new TextDecoder().decode(bytes))), file);
    },
  };
}

describe('migrateAssetText', () => {
  it('gives both texts, and what was done', () => {
    const before = assetV2('a');
    const { after, run, ...rest } = migrate(before, uuid(1))._unsafeUnwrap();
    expect(rest).toEqual({ before });
    expect(JSON.parse(after)).toEqual(run.value);
    expect(run).toMatchObject({ from: 2, to: 4, outcome: 'succeeded', identity: 'declared' });
  });

  it('ignores a uuid for a declaration that has its own', () => {
    expect(migrate(assetV3('a', 1), uuid(2))._unsafeUnwrap().run.value).toMatchObject({ asset_uuid: uuid(1) });
  });

  it('tells the errors of a declaration that cannot be migrated', () => {
    expect(codesOf(migrate(assetV3('a', 1, { preload: 3 }), null))).toEqual(['STRUCTURE_WRONG_TYPE']);
    expect(codesOf(migrate('', null))).toEqual(['JSON_EMPTY']);
  });

  it('has nothing to do with one of the current version', () => {
    const [defect] = migrate(assetV4('a', 1), null)._unsafeUnwrapErr();
    expect(defect).toMatchObject({ code: 'INTERNAL_DEFECT', artifact: 'workspace', location: { kind: 'file', file: FILE } });
    expect(defect.data).toEqual({ operation: 'planMigration', reason: 'nothing was migrated' });
  });

  it.each<[string, (text: string) => string]>([
    ['another value', (text) => text.replace('"data.bin"', '"other.bin"')],
    ['another identity', (text) => text.replace(uuid(1), uuid(2))],
    ['less', (text) => text.replace('"x-key": 1', '"x-key": null')],
    ['another version', (text) => text.replace('"schema_version": 4', '"schema_version": 3')],
  ])('takes nothing for migrated whose text says %s', (_, change) => {
    const failure = migrate(assetV3('a', 1, { 'x-key': 1 }), null, misreading(change))._unsafeUnwrapErr();
    const reason = 'the text written does not say what was migrated';
    expect(failure).toMatchObject([{ code: 'INTERNAL_DEFECT', location: { file: FILE }, data: { operation: 'planMigration', reason } }]);
  });

  it('tells the errors of a text that readers would refuse', () => {
    const budgets = { ...DEFAULT_BUDGETS.json, maxBytes: encode(assetV2('a')).length + 20 };
    expect(codesOf(migrate(assetV2('a'), uuid(1), createAssetReader(budgets)))).toEqual(['JSON_TOO_LARGE']);
  });
});

describe('migrateRegistryText', () => {
  const migrateRegistry = (text: string, identities: ReadonlyMap<string, string>) =>
    migrateRegistryText(encode(text), 'assets/.prometeu/index.json', identities, DEFAULT_BUDGETS.json);

  it('orders records by asset_id, which changes nothing of what they say', () => {
    const identities = new Map(['b', 'a'].map((root, index) => [root, derivedUuid(index + 1)]));
    const { after, run } = migrateRegistry(registryV2({ b: 2, a: 1 }), identities)._unsafeUnwrap();
    expect(run.value['assets']).toMatchObject([{ root: 'b' }, { root: 'a' }]);
    expect(JSON.parse(after)).toMatchObject({ assets: [{ root: 'a', asset_uuid: derivedUuid(2) }, { root: 'b' }] });
  });

  it('fails with the step that failed where an identity is missing', () => {
    const failure = migrateRegistry(registryV2({ a: 1, b: 2 }), new Map([['a', derivedUuid(1)]]))._unsafeUnwrapErr();
    expect(failure).toMatchObject([
      {
        code: 'MIGRATION_STEP_FAILED',
        data: { step: 'registry-2-to-3' },
        migration: { attempted: true, outcome: 'failed', steps: [{ outcome: 'failed' }, { outcome: 'not-run' }] },
      },
    ]);
  });
});
