import type { Registry, RegistryRecord } from '../../artifacts/registry/model.js';

/** A registry in which one record is included in builds, or no longer. */
export function includeRecord(registry: Registry, { root }: Pick<RegistryRecord, 'root'>, included: boolean): Registry {
  const assets = registry.assets.map((record) => (record.root === root ? { ...record, included_in_build: included } : record));
  return { ...registry, assets };
}
