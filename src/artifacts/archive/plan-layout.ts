import { err, ok, type Result } from 'neverthrow';
import { compareStrings } from '../../base/compare-strings.js';
import { canonicalLength } from '../../codec/canonical-length.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { archiveLayout } from './layout.js';
import type { ArchiveAsset, ArchiveHeader, ArchivePreload } from './model.js';

/** What is known of an asset before its bytes are copied. */
export type ArchiveContent = Pick<ArchiveAsset, 'asset_id' | 'asset_name' | 'bank_type' | 'size' | 'metadata'>;

/** An archive with every byte in its place, before the first is written. */
export interface ArchivePlan {
  /** The header, ordered as on disk. Each digest is still 64 zeros: filling them in does not change its length. */
  readonly header: ArchiveHeader;
  /** Bytes of the encoded header. */
  readonly headerLength: number;
  /** Where the payload begins, from the start of the file. */
  readonly payloadOffset: number;
  /** Bytes of the payload. */
  readonly payloadLength: number;
  /** Bytes of the file. */
  readonly totalLength: number;
}

/** What an archive is planned from. */
export interface ArchiveRequest {
  /** The assets, in any order, each `asset_id` once. */
  readonly assets: readonly ArchiveContent[];
  /** What is loaded at boot, in any order. */
  readonly preload: readonly ArchivePreload[];
  /** Path of the archive from the workspace root, for diagnostics. */
  readonly file: string;
  /** Most bytes the header may have: the budget that readers have. */
  readonly maxHeaderBytes: number;
}

const NO_DIGEST = '0'.repeat(64);

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}

/** Keys in canonical order, so that writing the header copies nothing. */
function placeAssets(contents: readonly ArchiveContent[]): { readonly assets: readonly ArchiveAsset[]; readonly end: number } {
  let end = 0;
  const assets = contents.map(({ asset_id, asset_name, bank_type, size, metadata }): ArchiveAsset => {
    const offset = alignUp(end, archiveLayout.assetAlignment);
    end = offset + size;
    return { asset_id, asset_name, bank_type, codec: 'NONE', decoded_size: size, metadata, offset, sha256: NO_DIGEST, size };
  });
  return { assets, end };
}

function orderPreload(preload: readonly ArchivePreload[], assets: readonly ArchiveAsset[]): readonly ArchivePreload[] {
  const bankTypes = new Map(assets.map(({ asset_id, bank_type }) => [asset_id, bank_type]));
  const bankTypeOf = ({ asset_id }: ArchivePreload): string => bankTypes.get(asset_id) ?? '';
  return [...preload].sort((a, b) => compareStrings(bankTypeOf(a), bankTypeOf(b)) || a.slot - b.slot);
}

/** Whoever asks for a layout has judged every text, so that half a surrogate pair never gets here. */
function noUnicode(): Diagnostic {
  const data = { operation: 'planLayout', reason: 'a text of the header is no Unicode' };
  return diagnose('INTERNAL_DEFECT', { artifact: 'workspace', location: { kind: 'workspace' }, data });
}

/**
 * Gives every byte of an archive its place: assets by `asset_id`, each at the first multiple of 16 after the one before
 * it, the payload at the first multiple of 64 after the header.
 *
 * @returns the plan; or `ARCHIVE_HEADER_TOO_LARGE` over the header's budget, `ARCHIVE_TOO_LARGE` beyond 2^53 - 1 bytes.
 */
export function planLayout({ assets, preload, file, maxHeaderBytes }: ArchiveRequest): Result<ArchivePlan, Failure> {
  const finding = { artifact: 'archive', location: { kind: 'file', file } } as const;
  const headerTooLarge = (found: number | null): Failure => [
    diagnose('ARCHIVE_HEADER_TOO_LARGE', { ...finding, data: { found, limit: maxHeaderBytes } }),
  ];
  const placed = placeAssets([...assets].sort((a, b) => a.asset_id - b.asset_id));
  const header = {
    asset_table: placed.assets,
    header_version: archiveLayout.headerVersion,
    preload: orderPreload(preload, placed.assets),
  };
  const measured = canonicalLength(header);
  if (measured.isErr()) {
    return err(measured.error === 'too-large' ? headerTooLarge(null) : [noUnicode()]);
  }
  const headerLength = measured.value;
  if (headerLength > maxHeaderBytes) return err(headerTooLarge(headerLength));
  const payloadOffset = alignUp(archiveLayout.preludeLength + headerLength, archiveLayout.payloadAlignment);
  const totalLength = payloadOffset + placed.end;
  if (!Number.isSafeInteger(totalLength)) {
    return err([diagnose('ARCHIVE_TOO_LARGE', { ...finding, data: { most: Number.MAX_SAFE_INTEGER } })]);
  }
  return ok({ header, headerLength, payloadOffset, payloadLength: placed.end, totalLength });
}
