import type { ArchiveAsset } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import { textTable } from './text-table.js';

/** The assets of an archive, for people: one line each. */
export function archiveTable(assets: readonly ArchiveAsset[]): readonly string[] {
  const rows = assets.map(({ asset_id, asset_name, bank_type, offset, size, sha256 }) => [
    String(asset_id),
    escapeText(asset_name),
    bank_type,
    String(offset),
    String(size),
    sha256.slice(0, 12),
  ]);
  return textTable(
    [
      { title: 'id', align: 'right' },
      { title: 'name' },
      { title: 'bank' },
      { title: 'offset', align: 'right' },
      { title: 'size', align: 'right' },
      { title: 'sha256' },
    ],
    rows,
  );
}
