import type { Stretch } from '../note.js';

/** A chunk as its first eight bytes announce it. */
export interface PngChunk {
  /** Its type, a character a byte. */
  readonly type: string;
  /** CRC-32 of its type: that of the chunk begins with it. */
  readonly typeCrc: number;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Bytes of its data. */
  readonly length: number;
}

/** Bytes of a chunk before its data: length and type. */
export const CHUNK_HEAD = 8;

/** Bytes of a chunk besides its data: length, type and CRC. */
export const CHUNK_FRAME = 12;

/** Most bytes of data that a chunk may have. */
export const LONGEST_CHUNK: number = 2 ** 31 - 1;

/** Where a chunk stands, with its frame. */
export function stretchOf(chunk: PngChunk): Stretch {
  return { offset: chunk.offset, length: chunk.length + CHUNK_FRAME };
}

/** Whether a type is four ASCII letters (PNG specification, section 5.3). */
export function isChunkType(type: string): boolean {
  return /^[A-Za-z]{4}$/.test(type);
}

/** Whether the image cannot be understood without chunks of a type: its first letter is a capital. */
export function isCritical(type: string): boolean {
  return type < 'a';
}
