import { compareStrings } from '../../base/compare-strings.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ArchiveFront } from './decode-archive-header.js';
import { diagnoseArchive, type ArchivePlace } from './diagnose-archive.js';
import { archiveLayout } from './layout.js';
import type { ArchiveAsset } from './model.js';

type Place = () => ArchivePlace;

interface Seen {
  readonly ids: Set<number>;
  readonly names: Set<string>;
}

function checkIdentity(asset: ArchiveAsset, previousId: number, { ids, names }: Seen, place: Place): Diagnostic | null {
  const { asset_id: assetId, asset_name: name } = asset;
  if (ids.has(assetId)) return diagnoseArchive('ARCHIVE_ASSET_ID_DUPLICATE', place(), { assetId });
  if (assetId < previousId) return diagnoseArchive('ARCHIVE_ASSET_ORDER', place(), { assetId, previousId });
  return names.has(name) ? diagnoseArchive('ARCHIVE_ASSET_NAME_DUPLICATE', place(), { assetId, name }) : null;
}

function checkPlace(asset: ArchiveAsset, previousEnd: number, payloadLength: number, place: Place): Diagnostic | null {
  const { asset_id: assetId, offset, size, decoded_size } = asset;
  const { assetAlignment } = archiveLayout;
  if (decoded_size !== size) return diagnoseArchive('ARCHIVE_DECODED_SIZE', place(), { assetId, found: decoded_size, expected: size });
  const end = offset + size;
  if (end > payloadLength) return diagnoseArchive('ARCHIVE_SLICE_PAST_END', place(), { assetId, end, payloadLength });
  const found = { assetId, found: offset, expected: previousEnd + ((assetAlignment - (previousEnd % assetAlignment)) % assetAlignment) };
  if (offset < previousEnd) return diagnoseArchive('ARCHIVE_SLICE_OVERLAP', place(), found);
  if (offset % assetAlignment !== 0) return diagnoseArchive('ARCHIVE_SLICE_UNALIGNED', place(), found);
  return offset - previousEnd >= assetAlignment ? diagnoseArchive('ARCHIVE_SLICE_GAP', place(), found) : null;
}

function* checkTable({ header, prelude, file, locate }: ArchiveFront): Generator<Diagnostic> {
  const seen: Seen = { ids: new Set(), names: new Set() };
  let previousId = 0;
  let end = 0;
  for (const [index, asset] of header.asset_table.entries()) {
    const place = (): ArchivePlace => locate(['asset_table', index]);
    const fault = checkIdentity(asset, previousId, seen, place) ?? checkPlace(asset, end, prelude.payloadLength, place);
    if (fault !== null) yield fault;
    seen.ids.add(asset.asset_id);
    seen.names.add(asset.asset_name);
    previousId = asset.asset_id;
    end = asset.offset + asset.size;
  }
  if (end < prelude.payloadLength) {
    const place = { file, offset: prelude.payloadOffset + end, length: prelude.payloadLength - end };
    yield diagnoseArchive('ARCHIVE_PAYLOAD_UNCLAIMED', place, { found: prelude.payloadLength, expected: end });
  }
}

function* checkPreload({ header, locate }: ArchiveFront): Generator<Diagnostic> {
  const bankTypes = new Map(header.asset_table.map(({ asset_id, bank_type }) => [asset_id, bank_type]));
  const ids = new Set<number>();
  const slots = new Set<string>();
  let previous = { bankType: '', slot: 0 };
  for (const [index, { asset_id: assetId, slot }] of header.preload.entries()) {
    const place = (): ArchivePlace => locate(['preload', index]);
    const bankType = bankTypes.get(assetId);
    if (bankType === undefined) {
      yield diagnoseArchive('ARCHIVE_PRELOAD_UNKNOWN_ASSET', place(), { assetId });
      continue;
    }
    const key = `${bankType} ${slot}`;
    const order = compareStrings(previous.bankType, bankType) || previous.slot - slot;
    if (ids.has(assetId)) yield diagnoseArchive('ARCHIVE_PRELOAD_DUPLICATE_ASSET', place(), { assetId });
    else if (slots.has(key)) yield diagnoseArchive('ARCHIVE_PRELOAD_SLOT_DUPLICATE', place(), { assetId, bankType, slot });
    else if (order > 0) yield diagnoseArchive('ARCHIVE_PRELOAD_ORDER', place(), { assetId });
    ids.add(assetId);
    slots.add(key);
    previous = { bankType, slot };
  }
}

/**
 * Holds the table and the preload list against the placing rules: assets by `asset_id`, ids and names once, each at the
 * first multiple of 16 after the one before it, all inside the payload, nothing after the last; preloaded assets known,
 * once, by bank type and slot, each slot once in a bank type. Overlaps, gaps and places off the grid have codes of their own.
 *
 * @returns the first rule that each asset or preload entry breaks; at most 50 of one code, the rest counted.
 */
export function checkArchiveSlices(front: ArchiveFront): readonly Diagnostic[] {
  const collector = createCollector();
  for (const diagnostic of checkTable(front)) collector.addAll([diagnostic]);
  for (const diagnostic of checkPreload(front)) collector.addAll([diagnostic]);
  return collector.list();
}
