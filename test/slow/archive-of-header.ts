import { crc32 } from 'node:zlib';

/** An archive without a payload, whose header is the given text. */
export function archiveOfHeader(header: Uint8Array): Uint8Array {
  const file = Buffer.alloc(Math.ceil((32 + header.length) / 64) * 64);
  file.write('ASPA', 0, 'latin1');
  file.writeUInt16LE(1, 4);
  file.writeUInt32LE(header.length, 8);
  file.writeUInt32LE(crc32(header), 12);
  file.writeBigUInt64LE(BigInt(file.length), 16);
  file.set(header, 32);
  return new Uint8Array(file);
}
