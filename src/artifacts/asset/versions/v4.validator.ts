// Generated from v4.schema.ts by etc/make-validators.mjs: not to be edited.
import { isJsonObject } from '../../../codec/json-object.js';
import { countKeys } from '../../../schema/count-keys.js';

const INPUTS_KEY_PATTERN = /^[a-z][a-z0-9_-]{0,31}$/;
const NAME_PATTERN = /^[a-z0-9][a-z0-9_-]{0,63}$/;

function isInputsMember(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value as readonly unknown[]) if (typeof item !== 'string') return false;
  return true;
}

function isInputs(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  for (const key in value) {
    const member = value[key];
    if (!INPUTS_KEY_PATTERN.test(key) || !isInputsMember(member)) return false;
  }
  return true;
}

function isOutputMetadata(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  for (const key in value) {
    const member = value[key];
    if (!(typeof member === 'boolean' || Number.isSafeInteger(member) || typeof member === 'string')) return false;
  }
  return true;
}

function isOutput(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { codec, format, metadata } = value;
  if (codec !== 'none') return false;
  if (!(format === 'png' || format === 'raw' || format === 'wav')) return false;
  let keys = 2;
  if (metadata !== undefined) {
    if (!isOutputMetadata(metadata)) return false;
    keys += 1;
  }
  return countKeys(value) === keys;
}

function isPreload(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { enabled, slot } = value;
  if (typeof enabled !== 'boolean') return false;
  let keys = 1;
  if (slot !== undefined) {
    if (!(Number.isSafeInteger(slot) && (slot as number) >= 0 && (slot as number) <= 65535)) return false;
    keys += 1;
  }
  return countKeys(value) === keys;
}

/**
 * Whether a value that was read from JSON is just what `assetSchemaV4` takes, with no key that it does not know. What this refuses
 * is for the schema to judge.
 */
export function assetValidatorV4(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { $schema, asset_uuid, extensions, inputs, name, output, preload, schema_version, type } = value;
  if (!isInputs(inputs)) return false;
  if (!(typeof name === 'string' && NAME_PATTERN.test(name))) return false;
  if (!isOutput(output)) return false;
  if (schema_version !== 4) return false;
  if (!(type === 'data_bank' || type === 'palette_bank' || type === 'sound_bank' || type === 'tile_bank')) return false;
  let keys = 5;
  if ($schema !== undefined) {
    if (typeof $schema !== 'string') return false;
    keys += 1;
  }
  if (asset_uuid !== undefined) keys += 1;
  if (extensions !== undefined) {
    if (!isJsonObject(extensions)) return false;
    keys += 1;
  }
  if (preload !== undefined) {
    if (!isPreload(preload)) return false;
    keys += 1;
  }
  return countKeys(value) === keys;
}
