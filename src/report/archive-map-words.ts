import type { ArchiveMapRegion } from 'prometeu-packer';
import type { ArchiveMapBox } from './archive-map-boxes.js';
import { showBytes, showBytesOffset } from './show-bytes.js';

const NAMES: Readonly<Record<ArchiveMapRegion['kind'], string>> = {
  prelude: 'prelude',
  header: 'header: asset table and preload list',
  padding: 'padding: zeros',
  asset: 'asset',
  unknown: 'not claimed by the table',
};

function wordsOfRegion({ kind, offset, size, asset }: ArchiveMapRegion): readonly string[] {
  if (asset === null) return [NAMES[kind], `byte ${showBytesOffset(offset)} of the file`, showBytes(size)];
  return [
    asset.name,
    `asset ${asset.id}, ${asset.bankType}`,
    `offset ${showBytesOffset(asset.offset)} in the payload, byte ${showBytesOffset(offset)} of the file`,
    showBytes(asset.size),
    `sha256 ${asset.sha256}`,
    ...(asset.root === null ? [] : [`from assets/${asset.root}`]),
  ];
}

/** What there is to say of a box, line by line, not escaped for markup. */
export function archiveMapWords({ regions, size }: ArchiveMapBox): readonly string[] {
  const [only, ...others] = regions;
  if (only === undefined) return [];
  if (others.length === 0) return wordsOfRegion(only);
  const assets = regions.flatMap(({ asset }) => (asset === null ? [] : [asset]));
  const [first, last] = [assets[0], assets.at(-1)];
  return [
    `${assets.length} assets with the padding between them`,
    ...(first === undefined || last === undefined ? [] : [`asset ${first.id} (${first.name}) to ${last.id} (${last.name})`]),
    `byte ${showBytesOffset(only.offset)} of the file`,
    showBytes(size),
  ];
}
