import { passBytes, takeBytes, type Walk } from '../walk.js';
import type { CheckedFile } from '../checked-file.js';
import { latin1 } from '../latin1.js';
import { CHUNK_FRAME, CHUNK_HEAD, isChunkType, LONGEST_CHUNK, type PngChunk, stretchOf } from './png-chunk.js';

function uint32(bytes: Uint8Array, offset = 0): number {
  return new DataView(bytes.buffer, bytes.byteOffset + offset, 4).getUint32(0);
}

/** Reads the length and type of the chunk at byte `offset`. Null where no whole chunk can stand there; then that was noted. */
export function* takeChunkHead({ size, note }: CheckedFile, offset: number): Walk<PngChunk | null> {
  const left = size - offset;
  if (left < CHUNK_HEAD) {
    const end = { offset, length: left };
    if (left === 0) note('PNG_IEND_MISSING', end, { expected: 'IEND' });
    else note('PNG_TRUNCATED', end, { found: left, expected: CHUNK_HEAD });
    return null;
  }
  const head = yield* takeBytes(CHUNK_HEAD);
  const chunk: PngChunk = { type: latin1(head.subarray(4)), offset, length: uint32(head) };
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
  const type = Uint8Array.from(chunk.type, (letter) => letter.charCodeAt(0));
  let expected = file.compute.crc32(type, 0);
  yield* passBytes(chunk.length, (piece) => {
    expected = file.compute.crc32(piece, expected);
    visit(piece);
  });
  const found = uint32(yield* takeBytes(4));
  if (found === expected) return true;
  file.note('PNG_CHUNK_CRC_MISMATCH', stretchOf(chunk), { chunk: chunk.type, found, expected });
  return false;
}
