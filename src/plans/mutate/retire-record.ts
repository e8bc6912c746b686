import type { Registry, RegistryRecord } from '../../artifacts/registry/model.js';

/** A registry without one record, whose uuid and number are retired. */
export function retireRecord(registry: Registry, { asset_id, asset_uuid, root }: RegistryRecord): Registry {
  const assets = registry.assets.filter((record) => record.root !== root);
  return { ...registry, assets, retired: [...registry.retired, { asset_id, asset_uuid }] };
}
