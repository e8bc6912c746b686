import { groupPairs } from '../../base/group-pairs.js';
import type { ParsedRecord, ParsedRegistry } from '../../artifacts/registry/parsed-registry.js';
import type { Registry, RetiredRecord } from '../../artifacts/registry/model.js';
import { type SortedMap, sortedMapOf } from '../../base/sorted-map.js';
import type { AcceptedRegistry } from '../accept-workspace.js';

/** One place of a registry, as parsed and as accepted. */
export interface IndexedRecord {
  /** Its place in the file. */
  readonly index: number;
  /** As the file has it. */
  readonly parsed: ParsedRecord;
}

/** The records of a registry, ready to be asked for. */
export interface RegistryIndex {
  /** Records by root. */
  readonly byRoot: SortedMap<readonly IndexedRecord[]>;
  /** Roots of records by uuid and by number, both as text. */
  readonly rootsByKey: ReadonlyMap<string, readonly string[]>;
  /** Retired identities by uuid and by number. */
  readonly retiredByKey: ReadonlyMap<string, readonly RetiredRecord[]>;
  /** Place of each root's record in the accepted registry. */
  readonly places: ReadonlyMap<string, number>;
  /** Whether a record has no identity: then the registry itself depends on what declarations claim. */
  readonly awaits: boolean;
}

/** Names the keys by which two identities collide. */
export function identityKeys({
  asset_id,
  asset_uuid,
}: {
  readonly asset_id: number;
  readonly asset_uuid: string | null;
}): readonly string[] {
  return asset_uuid === null ? [`#${asset_id}`] : [asset_uuid, `#${asset_id}`];
}

/** Indexes a registry: work that grows with it, done once for each that is read. */
export function indexRegistry(parsed: ParsedRegistry | null, accepted: AcceptedRegistry | null): RegistryIndex {
  const records = [...(parsed?.records ?? [])].map((record, index): IndexedRecord => ({ index, parsed: record }));
  const registry: Registry | null = accepted?.registry ?? null;
  return {
    byRoot: sortedMapOf(groupPairs(records.map((record) => [record.parsed.root, record]))),
    rootsByKey: groupPairs(records.flatMap(({ parsed: record }) => identityKeys(record).map((key) => [key, record.root] as const))),
    retiredByKey: groupPairs((parsed?.retired ?? []).flatMap((retired) => identityKeys(retired).map((key) => [key, retired] as const))),
    places: new Map(registry?.assets.map(({ root }, index) => [root, index])),
    awaits: records.some(({ parsed: { asset_uuid } }) => asset_uuid === null),
  };
}
