import { createHash } from 'node:crypto';
import { headerShape, type ArchiveHeader, type AssetRow, type PreloadRow } from './archive-shapes.js';
import { crc32 } from './crc32.js';
import { writeCanonicalJson, type Json } from './json-writers.js';

/** Why bytes are no archive, and the byte where that shows. */
export interface ArchiveFault {
  readonly ok: false;
  readonly reason: string;
  readonly offset: number;
}

/** An archive that keeps every rule: its header, each asset's bytes, and the digest (hex) its companions name it by. */
export interface ReadArchive {
  readonly ok: true;
  readonly header: ArchiveHeader;
  readonly slices: ReadonlyMap<number, Uint8Array>;
  readonly archiveDigest: string;
}

const preludeLength = 32;
const fault = (reason: string, offset: number): ArchiveFault => ({ ok: false, reason, offset });
const roundUp = (value: number, unit: number): number => Math.ceil(value / unit) * unit;

/** SHA-256 in lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const nonZero = (bytes: Uint8Array, from: number, to: number): number | undefined => {
  const found = bytes.subarray(from, to).findIndex((byte) => byte !== 0);
  return found === -1 ? undefined : from + found;
};

/** Checks the prelude, the header's CRC-32 and the zeros before the payload; gives the place where the payload starts. */
const readPrelude = (bytes: Uint8Array): ArchiveFault | { readonly headerEnd: number; readonly payloadOffset: number } => {
  if (bytes.length < preludeLength) return fault('the file ends inside the prelude', bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, false) !== 0x41535041) return fault('the magic is not ASPA', 0);
  if (view.getUint16(4, true) !== 1) return fault('the envelope major is not 1', 4);
  if (view.getUint16(6, true) !== 0) return fault('the envelope minor is not 0', 6);
  const headerEnd = preludeLength + view.getUint32(8, true);
  const payloadOffset = roundUp(headerEnd, 64);
  if (view.getBigUint64(16, true) !== BigInt(payloadOffset)) return fault(`payload_offset is not ${payloadOffset}`, 16);
  if (bytes.length < payloadOffset) return fault('the file ends before its payload', bytes.length);
  const payloadLength = bytes.length - payloadOffset;
  if (view.getBigUint64(24, true) !== BigInt(payloadLength)) return fault(`payload_length is not ${payloadLength}`, 24);
  if (view.getUint32(12, true) !== crc32(bytes.subarray(preludeLength, headerEnd))) return fault('the CRC-32 is another', 12);
  const dirt = nonZero(bytes, headerEnd, payloadOffset);
  return dirt === undefined ? { headerEnd, payloadOffset } : fault('a byte between header and payload is not zero', dirt);
};

const parseHeader = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Checks the header's text: UTF-8, JSON, shape, canonical form. */
const readHeader = (bytes: Uint8Array): ArchiveFault | { readonly header: ArchiveHeader } => {
  const text = decode(bytes);
  if (text === undefined) return fault('the header is not UTF-8', preludeLength);
  const value = parseHeader(text);
  if (value === undefined) return fault('the header is not JSON', preludeLength);
  const misshapen = headerShape(value, '');
  if (misshapen !== undefined) return fault(`header ${misshapen}`, preludeLength);
  const canonical = new TextEncoder().encode(writeCanonicalJson(value));
  const length = Math.max(canonical.length, bytes.length);
  for (let index = 0; index < length; index += 1) {
    if (canonical[index] !== bytes[index]) return fault('the header is not in canonical form', preludeLength + index);
  }
  return { header: value as unknown as ArchiveHeader }; // the shape was checked above
};

/** Checks order and uniqueness in the table; says what is wrong, or nothing. */
const tableFault = (table: readonly AssetRow[]): string | undefined => {
  const names = new Set<string>();
  let previousId = 0;
  for (const { asset_id, asset_name, size, decoded_size } of table) {
    if (asset_id <= previousId) return `asset ${asset_id} stands after asset ${previousId}`;
    if (names.has(asset_name)) return `two assets are named ${asset_name}`;
    if (decoded_size !== size) return `asset ${asset_id} decodes to another size`;
    names.add(asset_name);
    previousId = asset_id;
  }
  return undefined;
};

/** Checks that the preload list names assets of the table, each at most once, by bank type, then slot, no slot twice in a bank type. */
const preloadFault = (preload: readonly PreloadRow[], table: readonly AssetRow[]): string | undefined => {
  const bankTypes = new Map(table.map((row) => [row.asset_id, row.bank_type]));
  const loaded = new Set<number>();
  let previous = { bankType: '', slot: -1 };
  for (const { asset_id, slot } of preload) {
    const bankType = bankTypes.get(asset_id);
    if (bankType === undefined) return `preloaded asset ${asset_id} is not in the table`;
    if (loaded.has(asset_id)) return `asset ${asset_id} is preloaded twice`;
    const inOrder = bankType === previous.bankType ? slot > previous.slot : bankType > previous.bankType;
    if (!inOrder) return `preloaded asset ${asset_id} is out of order`;
    loaded.add(asset_id);
    previous = { bankType, slot };
  }
  return undefined;
};

/** Checks each asset's place, the zeros before it, its digest, and that nothing follows the last. */
const readSlices = (
  bytes: Uint8Array,
  payloadOffset: number,
  table: readonly AssetRow[],
): ArchiveFault | { readonly slices: ReadonlyMap<number, Uint8Array> } => {
  const slices = new Map<number, Uint8Array>();
  let end = payloadOffset;
  for (const row of table) {
    const start = payloadOffset + roundUp(end - payloadOffset, 16);
    if (payloadOffset + row.offset !== start) return fault(`asset ${row.asset_id} should start at ${start - payloadOffset}`, preludeLength);
    const dirt = nonZero(bytes, end, start);
    if (dirt !== undefined) return fault(`a byte before asset ${row.asset_id} is not zero`, dirt);
    end = start + row.size;
    if (end > bytes.length) return fault(`the file ends inside asset ${row.asset_id}`, bytes.length);
    const slice = bytes.subarray(start, end);
    if (sha256(slice) !== row.sha256) return fault(`the digest of asset ${row.asset_id} is another`, start);
    slices.set(row.asset_id, slice);
  }
  return end === bytes.length ? { slices } : fault('bytes stand after the last asset', end);
};

/**
 * Reads an archive with nothing of the project: every rule of section 8 of the contract is checked, and the first one broken is reported.
 *
 * A rule the header breaks is reported at the header's first byte, for want of positions in its JSON.
 */
export const readArchive = (bytes: Uint8Array): ReadArchive | ArchiveFault => {
  const prelude = readPrelude(bytes);
  if ('ok' in prelude) return prelude;
  const { headerEnd, payloadOffset } = prelude;
  const read = readHeader(bytes.subarray(preludeLength, headerEnd));
  if ('ok' in read) return read;
  const { header } = read;
  const disorder = tableFault(header.asset_table) ?? preloadFault(header.preload, header.asset_table);
  if (disorder !== undefined) return fault(`header: ${disorder}`, preludeLength);
  const payload = readSlices(bytes, payloadOffset, header.asset_table);
  if ('ok' in payload) return payload;
  return { ok: true, header, slices: payload.slices, archiveDigest: sha256(bytes.subarray(0, payloadOffset)) };
};
