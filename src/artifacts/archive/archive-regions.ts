import type { ArchiveMapRegion } from './archive-map-region.js';
import { encodeHeader } from './encode-header.js';
import { archiveLayout } from './layout.js';
import type { ArchiveAsset, ArchiveHeader } from './model.js';

/** What is known of an archive. */
export interface ArchiveRegionsSource {
  /** Bytes of the file. */
  readonly length: number;
  /** Its header; null where it could not be read. */
  readonly header: ArchiveHeader | null;
  /** The folder of each asset, relative to `assets/`, by asset_id; none unless told. */
  readonly roots?: ReadonlyMap<number, string>;
}

interface Walk {
  /** First byte that no region has yet. */
  readonly end: number;
  readonly regions: ArchiveMapRegion[];
}

const { preludeLength, payloadAlignment } = archiveLayout;

function assetRegion(asset: ArchiveAsset, offset: number, size: number, root: string | null): ArchiveMapRegion {
  const { asset_id, asset_name, bank_type, sha256 } = asset;
  const shown = { id: asset_id, name: asset_name, bankType: bank_type, offset: asset.offset, size: asset.size, sha256, root };
  return { kind: 'asset', offset, size, asset: shown };
}

/** Everything up to `end` that has no region yet becomes one; nothing where there is no such byte. */
function fill({ end: from, regions }: Walk, kind: 'prelude' | 'header' | 'padding' | 'unknown', end: number): Walk {
  if (end <= from) return { end: from, regions };
  regions.push({ kind, offset: from, size: end - from, asset: null });
  return { end, regions };
}

/**
 * Takes an archive apart into regions: prelude, header, padding, each asset's bytes, padding between. They follow one
 * another without gap or overlap, so that every byte of the file is in exactly one, also where the table is wrong about
 * its places: what it claims twice belongs to the asset that comes first, what lies past the end to nobody.
 *
 * @returns the regions in the order of the file; one `unknown` region where there is no header.
 *
 * @example
 * ```ts
 * import { archiveRegions } from 'prometeu-packer';
 *
 * console.log(archiveRegions({ length: 4096, header: null }).map(({ kind }) => kind)); // [ 'unknown' ]
 * ```
 */
export function archiveRegions({ length, header, roots }: ArchiveRegionsSource): readonly ArchiveMapRegion[] {
  const start: Walk = { end: 0, regions: [] };
  const headerLength =
    header === null
      ? null
      : encodeHeader(header).match(
          (bytes) => bytes.length,
          () => null,
        );
  if (header === null || headerLength === null) return fill(start, 'unknown', length).regions;
  const headerEnd = preludeLength + headerLength;
  const payloadOffset = Math.ceil(headerEnd / payloadAlignment) * payloadAlignment;
  const inFile = (offset: number): number => Math.min(offset, length);
  let walk = fill(start, 'prelude', inFile(preludeLength));
  walk = fill(walk, 'header', inFile(headerEnd));
  walk = fill(walk, 'padding', inFile(payloadOffset));
  for (const asset of [...header.asset_table].sort((a, b) => a.offset - b.offset)) {
    walk = fill(walk, 'padding', inFile(payloadOffset + asset.offset));
    const end = Math.max(walk.end, inFile(payloadOffset + asset.offset + asset.size));
    walk.regions.push(assetRegion(asset, walk.end, end - walk.end, roots?.get(asset.asset_id) ?? null));
    walk = { end, regions: walk.regions };
  }
  return fill(walk, 'unknown', length).regions;
}
