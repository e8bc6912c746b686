import { skipBytes, takeBytes, type Walk } from '../walk.js';
import type { CheckedFile } from '../checked-file.js';
import type { Stretch } from '../note.js';
import { latin1 } from '../latin1.js';
import { sniffKind } from '../sniff-kind.js';
import type { WavSummary } from '../source-report.js';
import { LEAST_FORMAT_BYTES, readWavFormat } from './read-wav-format.js';
import type { WavFormat } from './wav-format.js';

const CONTAINER_HEAD = 12; // name, size, the word WAVE
const CHUNK_HEAD = 8; // name, size

/** A name and a size: what the container and every chunk begin with. */
function readHead(bytes: Uint8Array): { readonly name: string; readonly length: number } {
  const length = new DataView(bytes.buffer, bytes.byteOffset + 4, 4).getUint32(0, true);
  return { name: latin1(bytes.subarray(0, 4)), length };
}

/** Reads the head of the container; answers the byte where it says that it ends, null where this is no plain WAV file. */
function* takeContainer({ size, note }: CheckedFile): Walk<number | null> {
  const bytes = yield* takeBytes(Math.min(size, CONTAINER_HEAD));
  const content = sniffKind(bytes);
  if (content !== 'wav') {
    note('SOURCE_FORMAT_MISMATCH', { offset: 0, length: bytes.length }, { expected: 'wav', found: content });
    return null;
  }
  const { name, length } = readHead(bytes);
  if (name !== 'RIFF') {
    note('WAV_CONTAINER_UNSUPPORTED', { offset: 0, length: 4 }, { found: name, expected: 'RIFF' });
    return null;
  }
  const expected = size - CHUNK_HEAD;
  if (length !== expected) note('WAV_RIFF_SIZE_MISMATCH', { offset: 4, length: 4 }, { found: length, expected });
  return CHUNK_HEAD + length;
}

function summaryOf(format: WavFormat | null, data: Stretch | null): WavSummary | null {
  if (format === null || data === null) return null;
  const frames = format.blockAlign === 0 ? 0 : Math.floor(data.length / format.blockAlign);
  return { kind: 'wav', ...format, dataOffset: data.offset, dataBytes: data.length, frames };
}

/**
 * Checks a WAV file (Multimedia Programming Interface and Data Specifications 1.0, WAVE) chunk by chunk, by the sizes of the
 * chunks: that of the container is often wrong in real files. The samples are passed over.
 *
 * @returns what `fmt ` and `data` say; null where one of them is missing or broken.
 */
export function* walkWav(file: CheckedFile): Walk<WavSummary | null> {
  const { size, note } = file;
  const containerEnd = yield* takeContainer(file);
  if (containerEnd === null) return null;

  let format: WavFormat | null = null;
  let data: Stretch | null = null;
  let offset = CONTAINER_HEAD;
  let chunkEnd = offset; // without the byte that pads an odd chunk
  const isOver = (): boolean => format !== null && data !== null && (offset === containerEnd || chunkEnd === containerEnd);

  while (size - offset >= CHUNK_HEAD && !isOver()) {
    const { name, length } = readHead(yield* takeBytes(CHUNK_HEAD));
    const available = size - offset - CHUNK_HEAD;
    const chunk = { offset, length: CHUNK_HEAD + Math.min(length, available) };
    if (length > available) {
      note('WAV_CHUNK_PAST_END', chunk, { chunk: name, found: length, available });
      return summaryOf(format, data);
    }
    if ((name === 'fmt ' && format !== null) || (name === 'data' && data !== null)) {
      note('WAV_CHUNK_REPEATED', chunk, { chunk: name });
      return summaryOf(format, data);
    }

    let left = length;
    if (name === 'fmt ') {
      if (data !== null) {
        note('WAV_FMT_AFTER_DATA', chunk, { dataOffset: data.offset });
        return null;
      }
      if (length < LEAST_FORMAT_BYTES) {
        note('WAV_FMT_TOO_SHORT', chunk, { found: length, least: LEAST_FORMAT_BYTES });
        return null;
      }
      format = readWavFormat(yield* takeBytes(LEAST_FORMAT_BYTES), offset + CHUNK_HEAD, note);
      left -= LEAST_FORMAT_BYTES;
    } else if (name === 'data') {
      data = { offset: offset + CHUNK_HEAD, length };
    }
    chunkEnd = offset + CHUNK_HEAD + length;
    offset = Math.min(chunkEnd + (length % 2), size);
    yield* skipBytes(left + offset - chunkEnd);
  }

  if (offset < size) note('WAV_TRAILING_BYTES', { offset, length: size - offset }, { bytes: size - offset });
  if (format === null) note('WAV_FMT_MISSING', { offset: size, length: 0 }, { expected: 'fmt ' });
  if (data === null) note('WAV_DATA_MISSING', { offset: size, length: 0 }, { expected: 'data' });
  return summaryOf(format, data);
}
