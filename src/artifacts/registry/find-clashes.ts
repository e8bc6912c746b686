import type { Registry, RegistryRecord } from './model.js';

/**
 * Whether nothing can stand there twice: numbers rise in both lists, as the packer writes them, and no entry has the number or the
 * uuid of another. A set of uuids is all that has to be made then.
 */
function isDistinct({ assets, retired }: Registry): boolean {
  const uuids = new Set<string>();
  let last = 0;
  let next = 0; // the first retired entry whose number is not below
  for (const { asset_id, asset_uuid } of assets) {
    if (asset_id <= last) return false;
    last = asset_id;
    for (let given = retired[next]; given !== undefined && given.asset_id <= asset_id; given = retired[next]) {
      if (given.asset_id === asset_id) return false;
      next += 1;
    }
    uuids.add(asset_uuid);
  }
  let lastRetired = 0;
  for (const { asset_id, asset_uuid } of retired) {
    if (asset_id <= lastRetired) return false;
    lastRetired = asset_id;
    uuids.add(asset_uuid);
  }
  return uuids.size === assets.length + retired.length;
}

function gatherClashes({ assets, retired }: Registry): ReadonlySet<RegistryRecord> {
  const clashing = new Set<RegistryRecord>();
  const taken = new Map<string | number, RegistryRecord | null>();
  for (const { asset_id, asset_uuid } of retired) taken.set(asset_id, null).set(asset_uuid, null);
  for (const record of assets) {
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

/** The records of a registry whose number or uuid another record has, or an identity that was given up. */
export function findClashes(registry: Registry): ReadonlySet<RegistryRecord> {
  return isDistinct(registry) ? new Set() : gatherClashes(registry);
}
