import fc from 'fast-check';
import type { JsonObject } from '../../src/versioning/migration-step.js';

const name = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/);
const role = fc.stringMatching(/^[a-z][a-z0-9_-]{0,5}$/);
const path = fc.stringMatching(/^[a-z]{1,8}\.bin$/);
const uuid = fc.uuid({ version: [1, 4, 5, 7] });

/** Keys that no version knows, with values that are kept whatever happens. */
const unknown = fc
  .dictionary(fc.stringMatching(/^x_[a-z]{1,6}$/), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
  .map(withoutNegativeZero)
  .filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value))); // reserved keys are refused before any step

function withoutNegativeZero<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function shuffled(value: object): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return fc.shuffledSubarray(entries, { minLength: entries.length }).map((order) => Object.fromEntries(order) as JsonObject);
}

const output = fc.tuple(fc.constantFrom('png', 'wav', 'raw'), unknown).map(([format, more]) => ({ format, codec: 'none', ...more }));
const common = { name, type: fc.constantFrom('tile_bank', 'sound_bank', 'palette_bank', 'data_bank'), output };

/** A declaration that is valid in version 2, keys in any order. */
export const assetV2: fc.Arbitrary<JsonObject> = fc
  .record({
    ...common,
    schema_version: fc.constant(2),
    inputs: fc.dictionary(role, fc.oneof(path, fc.array(path, { maxLength: 3 })), { minKeys: 1, maxKeys: 3 }),
    preload: fc.option(fc.boolean(), { nil: undefined }),
    $schema: fc.option(fc.constant('https://example.com/asset.json'), { nil: undefined }),
    more: unknown,
  })
  .chain(({ more, ...value }) => shuffled({ ...more, ...value }));

/** A declaration that is valid in version 3, keys in any order. */
export const assetV3: fc.Arbitrary<JsonObject> = fc
  .record({
    ...common,
    schema_version: fc.constant(3),
    asset_uuid: uuid,
    inputs: fc.dictionary(role, fc.array(path, { maxLength: 3 }), { minKeys: 1, maxKeys: 3 }),
    preload: fc.option(fc.boolean(), { nil: undefined }),
    more: unknown,
  })
  .chain(({ more, ...value }) => shuffled({ ...more, ...value }));

const records = fc.uniqueArray(
  fc.record({ asset_id: fc.integer({ min: 1, max: 4_294_967_294 }), root: name, asset_uuid: uuid, more: unknown }),
  {
    selector: ({ root }) => root,
    maxLength: 5,
  },
);

/** A registry that is valid in version 2, with the identities decided for its records. */
export const registryV2: fc.Arbitrary<{ readonly value: JsonObject; readonly identities: ReadonlyMap<string, string> }> = fc
  .tuple(records, uuid, unknown)
  .chain(([list, project_uuid, more]) => {
    const identities = new Map(list.map(({ root, asset_uuid }) => [root, asset_uuid]));
    const assets = list.map(({ asset_id, root, more: of }) => ({ asset_id, root, ...of }));
    return shuffled({ ...more, schema_version: 2, project_uuid, assets }).map((value) => ({ value, identities }));
  });

/** A registry that is valid in version 3. */
export const registryV3: fc.Arbitrary<JsonObject> = fc.tuple(records, uuid, unknown).chain(([list, project_uuid, more]) => {
  const assets = list.map(({ more: of, ...record }) => ({ ...record, ...of }));
  return shuffled({ ...more, schema_version: 3, project_uuid, next_asset_id: 4_294_967_295, assets });
});
