import { passBytes, takeBytes, type Walk } from '../walk.js';
import type { CheckedFile } from '../checked-file.js';
import { latin1 } from '../latin1.js';
import { CHUNK_FRAME, CHUNK_HEAD, isChunkType, LONGEST_CHUNK, type PngChunk, stretchOf } from './png-chunk.js';

/** The unsigned number in the first four bytes, highest byte first. */
function uint32(bytes: Uint8Array): number {
  return (((bytes[0] as number) << 24) | ((bytes[1] as number) << 16) | ((bytes[2] as number) << 8) | (bytes[3] as number)) >>> 0;
}

/** Reads the length and type of the chunk at byte `offset`. Null where no whole chunk can stand there; then that was noted. */
export function* takeChunkHead({ size, note, compute }: CheckedFile, offset: number): Walk<PngChunk | null> {
  const left = size - offset;
  if (left < CHUNK_HEAD) {
    const end = { offset, length: left };
    if (left === 0) note('PNG_IEND_MISSING', end, { expected: 'IEND' });
    else note('PNG_TRUNCATED', end, { found: left, expected: CHUNK_HEAD });
    return null;
  }
  const head = yield* takeBytes(CHUNK_HEAD);
  const type = head.subarray(4);
  const chunk: PngChunk = { type: latin1(type), typeCrc: compute.crc32(type, 0), offset, length: uint32(head) };
  if (!isChunkType(chunk.type)) {
    note('PNG_CHUNK_TYPE_INVALID', { offset: offset + 4, length: 4 }, { chunk: chunk.type });
    return null;
  }
  if (chunk.length > LONGEST_CHUNK) {
    note('PNG_CHUNK_LENGTH_INVALID', { offset, length: 4 }, { found: chunk.length, limit: LONGEST_CHUNK });
    return null;
  }
  if (chunk.length + CHUNK_FRAME > left) {
    const available = Math.max(0, left - CHUNK_FRAME);
    note('PNG_CHUNK_PAST_END', { offset, length: left }, { chunk: chunk.type, found: chunk.length, available });
    return null;
  }
  return chunk;
}

/** Passes the data of a chunk, giving it to `visit` as it comes, then compares the CRC. False where it differs; then that was noted. */
export function* passChunkData(file: CheckedFile, chunk: PngChunk, visit: (piece: Uint8Array) => void): Walk<boolean> {
  let expected = chunk.typeCrc;
  yield* passBytes(chunk.length, (piece) => {
    expected = file.compute.crc32(piece, expected);
    visit(piece);
  });
  const found = uint32(yield* takeBytes(4));
  if (found === expected) return true;
  file.note('PNG_CHUNK_CRC_MISMATCH', stretchOf(chunk), { chunk: chunk.type, found, expected });
  return false;
}
