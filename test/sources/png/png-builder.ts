import { crc32, deflateSync } from 'node:zlib';

/** The eight bytes that begin a PNG. */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk; `length` and `crc` are right unless given. */
export function chunk(type: string, data: Uint8Array = Buffer.alloc(0), wrong: { length?: number; crc?: number } = {}): Buffer {
  const name = Buffer.from(type, 'latin1');
  const head = Buffer.alloc(4);
  head.writeUInt32BE(wrong.length ?? data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(wrong.crc ?? crc32(data, crc32(name)));
  return Buffer.concat([head, name, data, tail]);
}

/** Fields of IHDR. */
export interface Ihdr {
  width: number;
  height: number;
  bitDepth: number;
  colorType: number;
  compression: number;
  filter: number;
  interlace: number;
}

/** IHDR of a grey 2 × 2 image of 8 bits, but for the fields given. */
export function ihdr(fields: Partial<Ihdr> = {}): Buffer {
  const { width = 2, height = 2, bitDepth = 8, colorType = 0, compression = 0, filter = 0, interlace = 0 } = fields;
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([bitDepth, colorType, compression, filter, interlace], 8);
  return chunk('IHDR', data);
}

/** Byte where the first chunk after {@link ihdr} stands. */
export const AFTER_IHDR = 8 + 25;

/** The rows of the image that {@link ihdr} describes: two rows of a filter byte and two pixels. */
export const rows = Buffer.from([0, 10, 20, 0, 30, 40]);

/** An IDAT chunk that holds these rows. */
export function idat(inflated: Uint8Array = rows): Buffer {
  return chunk('IDAT', deflateSync(inflated));
}

/** A PNG of these chunks. */
export function png(...chunks: readonly Uint8Array[]): Buffer {
  return Buffer.concat([signature, ...chunks]);
}

/** The chunk that ends a PNG. */
export const end: Buffer = chunk('IEND');

/** A palette of so many black colours. */
export function palette(colours: number): Buffer {
  return chunk('PLTE', Buffer.alloc(colours * 3));
}

/** The header of a 2 × 2 image of indexed colours, 8 bits each. */
export const indexed: Buffer = ihdr({ colorType: 3 });

/** An image of indexed colours with a palette of two. */
export function indexedPng(inflated: readonly number[], header: Uint8Array = indexed): Buffer {
  return png(header, palette(2), idat(Uint8Array.from(inflated)), end);
}

/** A PNG of 2 × 2 pixels in which nothing is wrong. */
export const soundPng: Buffer = png(ihdr(), idat(), end);
