const SIZE = 32_768;
const SLACK = 8; // bytes past the data that a look ahead may touch

/** Bytes of a stream, read bit by bit, the lowest bit of a byte first. */
export interface BitReader {
  /** The bytes at hand, then a few that mean nothing. */
  readonly bytes: Uint8Array;
  /** How many of them hold data. */
  filled: number;
  /** Bits already read. Past the data once more was read than there was. */
  position: number;
  /** Whether the bytes at hand are the last ones of the stream. */
  ended: boolean;
}

/** A reader that has no bytes yet. */
export function createBitReader(): BitReader {
  return { bytes: new Uint8Array(SIZE + SLACK), filled: 0, position: 0, ended: false };
}

/** How many unread bits are at hand; negative where more was read than there was. */
export function bitsLeft(reader: BitReader): number {
  return reader.filled * 8 - reader.position;
}

/** The next 17 bits at least, unread, lowest first. */
export function peekBits({ bytes, position }: BitReader): number {
  const at = position >>> 3;
  return ((bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16)) >>> (position & 7);
}

/** Reads an unsigned number of `count` bits, 16 at most. */
export function takeBits(reader: BitReader, count: number): number {
  const value = peekBits(reader) & ((1 << count) - 1);
  reader.position += count;
  return value;
}

/** Skips to the start of the next whole byte. */
export function alignToByte(reader: BitReader): void {
  reader.position = (reader.position + 7) & ~7;
}

/** Drops what was read and copies in as much of `source` as fits; answers how many bytes it took. */
export function refill(reader: BitReader, source: Uint8Array): number {
  const read = reader.position >>> 3;
  if (read > 0) {
    reader.bytes.copyWithin(0, read, reader.filled);
    reader.filled -= read;
    reader.position -= read * 8;
  }
  const taken = Math.min(SIZE - reader.filled, source.length);
  reader.bytes.set(source.subarray(0, taken), reader.filled);
  reader.filled += taken;
  return taken;
}

/** Whether no more bytes fit before some are read. */
export function isFull(reader: BitReader): boolean {
  return reader.filled === SIZE;
}

/** Says that no more bytes come. */
export function endReader(reader: BitReader): void {
  reader.ended = true;
  reader.bytes.fill(0, reader.filled);
}
