import type { Registry, RegistryRecord } from './model.js';

/** The records of a registry whose number or uuid another record has, or an identity that was given up. */
export function findClashes(registry: Registry): ReadonlySet<RegistryRecord> {
  const clashing = new Set<RegistryRecord>();
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
