import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** An asset of a test archive. */
export interface TestAsset {
  readonly id: number;
  readonly name: string;
  readonly bank: string;
  readonly bytes: Buffer;
  readonly metadata?: Record<string, unknown>;
}

/** The header of a test archive as loose data: tests make it wrong. */
export interface LooseHeader {
  [key: string]: unknown;
  asset_table: Record<string, unknown>[];
  preload: Record<string, unknown>[];
}

/** How a test archive differs from a sound one. */
export interface TestArchive {
  readonly assets: readonly TestAsset[];
  readonly preload?: readonly { asset_id: number; slot: number }[];
  /** Changes the header before it is written. */
  readonly header?: (header: LooseHeader) => void;
  /** Replaces the header's text. */
  readonly text?: (text: string) => string | Uint8Array;
  /** Replaces the payload. */
  readonly payload?: (payload: Buffer) => Uint8Array;
  /** Changes the finished file. */
  readonly file?: (file: Buffer) => Uint8Array;
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const texts = members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => `${JSON.stringify(key)}:${sorted(member)}`);
  return `{${texts.join(',')}}`;
}

const pad = (bytes: Buffer, to: number): Buffer => Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);

/** Writes an archive as CONTRACT section 8 has it, without any code of the package. */
export function buildArchive(archive: TestArchive): Uint8Array {
  const { assets, preload = [], header: spoil, text: rewrite, payload: repack, file: damage } = archive;
  let payload: Buffer = Buffer.alloc(0);
  const table = assets.map(({ id, name, bank, bytes, metadata = {} }) => {
    payload = pad(payload, 16);
    const offset = payload.length;
    payload = Buffer.concat([payload, bytes]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const size = bytes.length;
    return { asset_id: id, asset_name: name, bank_type: bank, codec: 'NONE', offset, size, decoded_size: size, sha256, metadata };
  });
  const header: LooseHeader = { header_version: 1, asset_table: table, preload: preload.map((entry) => ({ ...entry })) };
  spoil?.(header);
  const text = sorted(header);
  const headerBytes = Buffer.from(rewrite === undefined ? text : rewrite(text));
  const packed = Buffer.from(repack === undefined ? payload : repack(payload));
  const front = pad(Buffer.concat([Buffer.alloc(32), headerBytes]), 64);
  front.write('ASPA', 0, 'latin1');
  front.writeUInt16LE(1, 4);
  front.writeUInt16LE(0, 6);
  front.writeUInt32LE(headerBytes.length, 8);
  front.writeUInt32LE(crc32(headerBytes), 12);
  front.writeBigUInt64LE(BigInt(front.length), 16);
  front.writeBigUInt64LE(BigInt(packed.length), 24);
  const file = Buffer.concat([front, packed]);
  return new Uint8Array(damage === undefined ? file : damage(file));
}

/** Three assets of two bank types, sizes 5, 0 and 40, two of them preloaded. */
export const SMALL: TestArchive = {
  assets: [
    { id: 1, name: 'hero', bank: 'TILES', bytes: Buffer.from('tiles'), metadata: { '10': 1, '9': 'nine', wide: true } },
    { id: 3, name: 'empty', bank: 'DATA', bytes: Buffer.alloc(0) },
    { id: 7, name: 'theme', bank: 'TILES', bytes: Buffer.alloc(40, 0xa5) },
  ],
  preload: [
    { asset_id: 3, slot: 2 },
    { asset_id: 7, slot: 0 },
    { asset_id: 1, slot: 9 },
  ],
};
