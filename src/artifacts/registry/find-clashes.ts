import type { JsonDocument } from '../../codec/json/json-document.js';
import type { Registry, RegistryRecord } from './model.js';

/**
 * The records of a registry whose number or uuid another record has, or an identity that was given up.
 *
 * @param document - the text that the registry was read from, where it is at hand: one that stands just as the packer writes it
 * has no clash, since `scanHouseRegistry` recognises no other.
 */
export function findClashes(registry: Registry, document: JsonDocument | null = null): ReadonlySet<RegistryRecord> {
  const clashing = new Set<RegistryRecord>();
  if (document?.recognised === true) return clashing;
  const taken = new Map<string | number, RegistryRecord | null>();
  for (const { asset_id, asset_uuid } of registry.retired) taken.set(asset_id, null).set(asset_uuid, null);
  for (const record of registry.assets) {
    for (const key of [record.asset_id, record.asset_uuid]) {
      const earlier = taken.get(key);
      if (earlier === undefined) taken.set(key, record);
      else {
        clashing.add(record);
        if (earlier !== null) clashing.add(earlier);
      }
    }
  }
  return clashing;
}
