import { archiveRegions } from '../../src/artifacts/archive/archive-regions.js';
import type { ArchiveAsset } from '../../src/artifacts/archive/model.js';
import type { ArchiveMapRegion } from '../../src/artifacts/archive/archive-map-region.js';

const BANKS = ['DATA', 'PALETTES', 'SOUNDS', 'TILES'] as const;

/** The regions of an archive of so many assets, laid out as a build does. */
export function regionsOf(count: number, sizeOf: (index: number) => number): readonly ArchiveMapRegion[] {
  let end = 0;
  const asset_table = Array.from({ length: count }, (_, index): ArchiveAsset => {
    const offset = Math.ceil(end / 16) * 16;
    const size = sizeOf(index);
    end = offset + size;
    const asset_id = index + 1;
    const names = { asset_id, asset_name: `asset-${asset_id}`, bank_type: BANKS[(index * 7) % 4] ?? 'DATA', codec: 'NONE' } as const;
    return { ...names, offset, size, decoded_size: size, sha256: asset_id.toString(16).padStart(64, '0'), metadata: {} };
  });
  const roots = new Map(asset_table.map(({ asset_id }) => [asset_id, `folder/${asset_id}`]));
  const source = { header: { header_version: 1, asset_table, preload: [] }, roots };
  const front = archiveRegions({ ...source, length: Number.MAX_SAFE_INTEGER });
  const last = front.at(-2); // the one before what nobody claims
  return archiveRegions({ ...source, length: last === undefined ? 0 : last.offset + last.size });
}
