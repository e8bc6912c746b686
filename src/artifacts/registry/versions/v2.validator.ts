// Generated from v2.schema.ts by etc/make-validators.mjs: not to be edited.
import { isJsonObject } from '../../../codec/json-object.js';
import { countKeys } from '../../../schema/count-keys.js';

const PROJECT_UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function isAssetsItem(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { asset_id, root } = value;
  if (!(Number.isSafeInteger(asset_id) && (asset_id as number) >= 1 && (asset_id as number) <= 4294967294)) return false;
  if (typeof root !== 'string') return false;
  return countKeys(value) === 2;
}

function isAssets(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value as readonly unknown[]) if (!isAssetsItem(item)) return false;
  return true;
}

/**
 * Whether a value that was read from JSON is just what `registrySchemaV2` takes, with no key that it does not know. What this refuses
 * is for the schema to judge.
 */
export function registryValidatorV2(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { $schema, assets, project_uuid, schema_version } = value;
  if (!isAssets(assets)) return false;
  if (!(typeof project_uuid === 'string' && PROJECT_UUID_PATTERN.test(project_uuid))) return false;
  if (schema_version !== 2) return false;
  let keys = 3;
  if ($schema !== undefined) {
    if (typeof $schema !== 'string') return false;
    keys += 1;
  }
  return countKeys(value) === keys;
}
