import { crc32 } from 'node:zlib';

const PRELUDE = 32;

/**
 * An archive with changes in the text of its header, and a prelude that fits them: length, checksum and the place of the
 * payload are right, so that nothing but what the header says is wrong.
 */
export function rewriteArchive(archive: Uint8Array, replace: readonly (readonly [found: string, replacement: string])[]): Uint8Array {
  const bytes = Buffer.from(archive);
  const payload = bytes.subarray(Number(bytes.readBigUInt64LE(16)));
  let text = bytes.subarray(PRELUDE, PRELUDE + bytes.readUInt32LE(8)).toString();
  for (const [found, replacement] of replace) {
    if (!text.includes(found)) throw new Error(`the header does not hold ${found}: ${text}`);
    text = text.replace(found, () => replacement);
  }
  const header = Buffer.from(text);
  const prelude = Buffer.from(bytes.subarray(0, PRELUDE));
  const padding = Buffer.alloc((64 - ((PRELUDE + header.length) % 64)) % 64);
  prelude.writeUInt32LE(header.length, 8);
  prelude.writeUInt32LE(crc32(header), 12);
  prelude.writeBigUInt64LE(BigInt(PRELUDE + header.length + padding.length), 16);
  return Buffer.concat([prelude, header, padding, payload]);
}
