import type { Note } from '../note.js';
import type { WavFormat } from './wav-format.js';

/** Fewest bytes of the data of `fmt `. */
export const LEAST_FORMAT_BYTES = 16;

const PCM = 1;

const TAG_NAMES: ReadonlyMap<number, string> = new Map([
  [0x0002, 'Microsoft ADPCM'],
  [0x0003, 'IEEE float'],
  [0x0006, 'A-law'],
  [0x0007, 'mu-law'],
  [0x0011, 'IMA ADPCM'],
  [0x0031, 'GSM 6.10'],
  [0x0050, 'MPEG'],
  [0x0055, 'MP3'],
  [0xfffe, 'extensible'],
]);

/** Bytes from the start of the data to each field. */
const AT = { formatTag: 0, channels: 2, sampleRate: 4, byteRate: 8, blockAlign: 12, bitsPerSample: 14 };

/** Reads the first 16 bytes of the data of `fmt `, which stand at byte `offset` of the file, and notes what is wrong with them. */
export function readWavFormat(data: Uint8Array, offset: number, note: Note): WavFormat {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const format: WavFormat = {
    formatTag: view.getUint16(AT.formatTag, true),
    channels: view.getUint16(AT.channels, true),
    sampleRate: view.getUint32(AT.sampleRate, true),
    byteRate: view.getUint32(AT.byteRate, true),
    blockAlign: view.getUint16(AT.blockAlign, true),
    bitsPerSample: view.getUint16(AT.bitsPerSample, true),
  };
  const { formatTag, channels, blockAlign, bitsPerSample } = format;
  for (const [field, length] of [
    ['channels', 2],
    ['sampleRate', 4],
    ['blockAlign', 2],
  ] as const) {
    if (format[field] === 0) note('WAV_FIELD_ZERO', { offset: offset + AT[field], length }, { field });
  }
  if (formatTag !== PCM) {
    const name = TAG_NAMES.get(formatTag) ?? 'unknown';
    note('WAV_FORMAT_UNSUPPORTED', { offset: offset + AT.formatTag, length: 2 }, { found: formatTag, name, expected: PCM });
    return format;
  }
  const expected = channels * Math.ceil(bitsPerSample / 8);
  if (blockAlign !== 0 && blockAlign !== expected) {
    note(
      'WAV_BLOCK_ALIGN_MISMATCH',
      { offset: offset + AT.blockAlign, length: 2 },
      { found: blockAlign, expected, channels, bitsPerSample },
    );
  }
  return format;
}
