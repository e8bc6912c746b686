import type { Registry, RegistryRecord } from '../../../src/artifacts/registry/model.js';
import type { RecordEdit } from './history-event.js';
import { uuidOf } from './world.js';

function changeOf(how: RecordEdit, record: RegistryRecord, registry: Registry, fresh: number): Partial<RegistryRecord> {
  const other = registry.assets.find(({ root }) => root !== record.root);
  const retired = registry.retired[0];
  switch (how) {
    case 'new-uuid':
      return { asset_uuid: uuidOf(fresh) };
    case 'uuid-of-another':
      return other === undefined ? {} : { asset_uuid: other.asset_uuid };
    case 'new-root':
      return { root: `nowhere-${fresh}` };
    case 'root-of-another':
      return other === undefined ? {} : { root: other.root };
    case 'id-of-another':
      return other === undefined ? {} : { asset_id: other.asset_id };
    case 'retired-id':
      return retired === undefined ? {} : { asset_id: retired.asset_id };
    case 'retired-uuid':
      return retired === undefined ? {} : { asset_uuid: retired.asset_uuid };
    case 'inclusion':
      return { included_in_build: !record.included_in_build };
    case 'dropped':
      return {};
  }
}

/** A registry in which a person edited the first record of a root. What is new in it is made of the number `fresh`. */
export function editRecord(registry: Registry, root: string, how: RecordEdit, fresh: number): Registry {
  const at = registry.assets.findIndex((record) => record.root === root);
  const record = registry.assets[at];
  if (record === undefined) return registry;
  const edited = how === 'dropped' ? [] : [{ ...record, ...changeOf(how, record, registry, fresh) }];
  return { ...registry, assets: [...registry.assets.slice(0, at), ...edited, ...registry.assets.slice(at + 1)] };
}
