import { compareStrings } from '../base/compare-strings.js';
import type { ArchiveAsset, ArchiveHeader } from '../artifacts/archive/model.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { ARCHIVE_PATH } from '../paths/owned-paths.js';

type Field = string | number | null;

const FIELDS = ['asset_name', 'bank_type', 'size', 'sha256'] as const satisfies readonly (keyof ArchiveAsset)[];

function metadataText({ metadata }: ArchiveAsset): string {
  return JSON.stringify(Object.entries(metadata).sort(([a], [b]) => compareStrings(a, b)));
}

function stale(subject: string, field: string, found: Field, expected: Field): Diagnostic {
  const location = { kind: 'file', file: ARCHIVE_PATH } as const;
  const data = { asset: subject, field, found, expected };
  return diagnose('VERIFY_ARCHIVE_STALE', { artifact: 'archive', location, subject: `${subject} ${field}`, data });
}

function compareAssets(found: ArchiveAsset, expected: ArchiveAsset): readonly Diagnostic[] {
  const name = expected.asset_name;
  const differences = FIELDS.filter((field) => found[field] !== expected[field]).map((field) =>
    stale(name, field, found[field], expected[field]),
  );
  const metadata = [metadataText(found), metadataText(expected)] as const;
  return metadata[0] === metadata[1] ? differences : [...differences, stale(name, 'metadata', ...metadata)];
}

function preloadText({ preload }: ArchiveHeader): string {
  return preload.map(({ asset_id, slot }) => `${asset_id}@${slot}`).join(' ');
}

/**
 * Holds an archive's header against the one that the sources would give now: assets by asset_id, each field, then what is
 * preloaded. Offsets follow from sizes and are not told apart.
 *
 * Codes: VERIFY_ARCHIVE_STALE.
 */
export function compareHeaders(found: ArchiveHeader, expected: ArchiveHeader): readonly Diagnostic[] {
  const built = new Map(found.asset_table.map((asset) => [asset.asset_id, asset]));
  const wanted = new Map(expected.asset_table.map((asset) => [asset.asset_id, asset]));
  const missingOrChanged = expected.asset_table.flatMap((asset) => {
    const there = built.get(asset.asset_id);
    return there === undefined ? [stale(asset.asset_name, 'asset_id', null, asset.asset_id)] : compareAssets(there, asset);
  });
  const superfluous = found.asset_table
    .filter(({ asset_id }) => !wanted.has(asset_id))
    .map(({ asset_id, asset_name }) => stale(asset_name, 'asset_id', asset_id, null));
  const preload = [preloadText(found), preloadText(expected)] as const;
  return [...missingOrChanged, ...superfluous, ...(preload[0] === preload[1] ? [] : [stale('', 'preload', ...preload)])];
}
