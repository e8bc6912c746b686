import { err, ok } from 'neverthrow';
import type { ArchiveAsset, ArchiveHeader } from '../../artifacts/archive/model.js';
import { jsonEquals } from '../../codec/json-equals.js';
import type { PortResult } from '../../ports/port-error.js';
import type { AssetByteDifference, AssetDifference, AssetFieldDifference } from './build-comparison.js';
import { firstDifference } from './first-difference.js';
import { inputAt } from './input-at.js';
import type { OpenBuild } from './open-build.js';

const FIELDS = ['asset_name', 'bank_type', 'size', 'sha256', 'metadata'] as const satisfies readonly (keyof ArchiveAsset)[];

/** An asset of an archive with its slot; null where it is not preloaded. */
interface TableEntry {
  readonly asset: ArchiveAsset;
  readonly slot: number | null;
}

function tableOf({ asset_table, preload }: ArchiveHeader): ReadonlyMap<number, TableEntry> {
  const slots = new Map(preload.map(({ asset_id, slot }) => [asset_id, slot]));
  return new Map(asset_table.map((asset) => [asset.asset_id, { asset, slot: slots.get(asset.asset_id) ?? null }]));
}

function fieldsOf(a: TableEntry, b: TableEntry): readonly AssetFieldDifference[] {
  const fields = FIELDS.filter((field) => !jsonEquals(a.asset[field], b.asset[field])).map((field) => ({
    field,
    a: a.asset[field],
    b: b.asset[field],
  }));
  return a.slot === b.slot ? fields : [...fields, { field: 'slot', a: a.slot, b: b.slot }];
}

/**
 * Compares the assets of two archives by number. Where the digests of one differ, its bytes are read up to the first that
 * differs, unless the places of an archive are unsound: assets that overlap would be read as often as there are of them. An asset whose digest is the same is taken for the same: whether an archive lies is what verifying it tells.
 *
 * @returns those that are not the same, by asset_id; none where a header is broken.
 */
export async function compareAssets(a: OpenBuild, b: OpenBuild, signal?: AbortSignal): Promise<PortResult<readonly AssetDifference[]>> {
  if (a.front === null || b.front === null) return ok([]);
  const [frontA, frontB] = [a.front.front, b.front.front];
  const [tableA, tableB] = [tableOf(frontA.header), tableOf(frontB.header)];
  const differences: AssetDifference[] = [];
  for (const asset_id of [...new Set([...tableA.keys(), ...tableB.keys()])].sort((one, other) => one - other)) {
    const [entryA, entryB] = [tableA.get(asset_id), tableB.get(asset_id)];
    const asset_name = (entryA ?? entryB)?.asset.asset_name ?? '';
    if (entryA === undefined || entryB === undefined) {
      differences.push({ asset_id, asset_name, state: entryA === undefined ? 'only-b' : 'only-a', fields: [], byte: null });
      continue;
    }
    const fields = fieldsOf(entryA, entryB);
    if (fields.length === 0) continue;
    let byte: AssetByteDifference | null = null;
    if (entryA.asset.sha256 !== entryB.asset.sha256 && a.placed && b.placed) {
      const found = await firstDifference(
        { handle: a.handle, start: frontA.prelude.payloadOffset + entryA.asset.offset, length: entryA.asset.size },
        { handle: b.handle, start: frontB.prelude.payloadOffset + entryB.asset.offset, length: entryB.asset.size },
        signal,
      );
      if (found.isErr()) return err(found.error);
      if (found.value !== null) {
        const { offset } = found.value;
        byte = { ...found.value, input: inputAt(a.records.get(asset_id), offset) ?? inputAt(b.records.get(asset_id), offset) };
      }
    }
    differences.push({ asset_id, asset_name, state: 'changed', fields, byte });
  }
  return ok(differences);
}
