import type { RetiredRecord } from '../../artifacts/registry/model.js';
import { isJsonObject } from '../../codec/json-object.js';
import type { IdentityValue } from '../plan.js';
import { readDocument } from './read-document.js';

/** What a registry of any version says of identity. */
export interface RegistryView {
  /** The project. */
  readonly projectUuid: string;
  /** The counter; null below version 3, which has none. */
  readonly nextAssetId: number | null;
  /** The records in file order. Below version 3 they have no uuid. */
  readonly records: readonly IdentityValue[];
  /** Numbers of the records that builds leave out. */
  readonly leftOut: ReadonlySet<number>;
  /** Identities given up. */
  readonly retired: readonly RetiredRecord[];
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

interface RecordView {
  readonly record: IdentityValue;
  readonly isLeftOut: boolean;
}

function viewRecord(value: unknown): RecordView | null {
  if (!isJsonObject(value)) return null;
  const { asset_id, asset_uuid = null, root, included_in_build } = value;
  const isRecord = isId(asset_id) && typeof root === 'string' && (asset_uuid === null || typeof asset_uuid === 'string');
  return isRecord ? { record: { asset_uuid, asset_id, root }, isLeftOut: included_in_build === false } : null;
}

function viewRetired(value: unknown): RetiredRecord | null {
  if (!isJsonObject(value)) return null;
  const { asset_id, asset_uuid } = value;
  return isId(asset_id) && typeof asset_uuid === 'string' ? { asset_id, asset_uuid } : null;
}

/** The items of a list, each seen; null where there is no list, or something in it is not what it should be. */
function viewList<T>(value: unknown, view: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.map(view);
  const seen = items.filter((item) => item !== null);
  return seen.length === items.length ? seen : null;
}

/**
 * What the text of a registry says of identity, whatever its version, and whatever else is wrong with it.
 *
 * @returns null where the text is no strict JSON, or holds no project or no records: then nothing can be told of it.
 */
export function viewRegistry(text: string): RegistryView | null {
  const document = readDocument(text);
  if (document === null) return null;
  const { project_uuid, next_asset_id = null, assets, retired = [] } = document;
  const records = viewList(assets, viewRecord);
  const givenUp = viewList(retired, viewRetired);
  const isRegistry = typeof project_uuid === 'string' && (next_asset_id === null || isId(next_asset_id));
  if (!isRegistry || records === null || givenUp === null) return null;
  return {
    projectUuid: project_uuid,
    nextAssetId: next_asset_id,
    records: records.map(({ record }) => record),
    leftOut: new Set(records.filter(({ isLeftOut }) => isLeftOut).map(({ record }) => record.asset_id)),
    retired: givenUp,
  };
}
