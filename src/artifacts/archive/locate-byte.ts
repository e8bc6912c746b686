import { pointerAt } from '../../codec/json/pointer-at.js';
import type { ArchiveFront } from './decode-archive-header.js';
import { archiveLayout } from './layout.js';
import type { ArchiveAsset } from './model.js';

/** What a byte of an archive is. */
export interface ArchiveByte {
  /** Where it stands; `outside` for what lies past the end, or anywhere in a file whose front is broken. */
  readonly region: 'prelude' | 'header' | 'padding' | 'payload' | 'outside';
  /** The field of the prelude (`headerCrc32`), or the pointer into the header's JSON (`/asset_table/0/sha256`); null elsewhere. */
  readonly field: string | null;
  /** The asset it belongs to, or whose entry in the header it stands in; null where it is none's. */
  readonly asset: ArchiveAsset | null;
}

const { fields, preludeLength } = archiveLayout;

function fieldAt(offset: number): string | null {
  const found = Object.entries(fields).find(([, field]) => offset >= field.offset && offset < field.offset + field.width);
  return found === undefined ? null : found[0];
}

/** The asset whose entry a pointer leads into. */
function assetOf(pointer: string, { header }: ArchiveFront): ArchiveAsset | null {
  const [, index] = /^\/asset_table\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
  return index === undefined ? null : (header.asset_table[Number(index)] ?? null);
}

/** The asset whose bytes hold an offset of the payload: the table is ordered by number, and by offset in every archive that is sound. */
function sliceAt(offset: number, { header }: ArchiveFront): ArchiveAsset | null {
  return header.asset_table.find((asset) => offset >= asset.offset && offset < asset.offset + asset.size) ?? null;
}

/**
 * Says what a byte of an archive is.
 *
 * @param front - what was decoded, and its very bytes; null where it is broken.
 * @param offset - bytes from the start of the file.
 */
export function locateByte(front: { readonly front: ArchiveFront; readonly bytes: Uint8Array } | null, offset: number): ArchiveByte {
  if (offset < preludeLength) return { region: 'prelude', field: fieldAt(offset), asset: null };
  if (front === null) return { region: 'outside', field: null, asset: null };
  const { headerLength, payloadOffset, payloadLength } = front.front.prelude;
  const headerEnd = preludeLength + headerLength;
  if (offset < headerEnd) {
    const field = pointerAt(front.bytes.subarray(preludeLength, headerEnd), offset - preludeLength);
    return { region: 'header', field, asset: assetOf(field, front.front) };
  }
  if (offset < payloadOffset) return { region: 'padding', field: null, asset: null };
  if (offset >= payloadOffset + payloadLength) return { region: 'outside', field: null, asset: null };
  const asset = sliceAt(offset - payloadOffset, front.front);
  return asset === null ? { region: 'padding', field: null, asset } : { region: 'payload', field: null, asset };
}
