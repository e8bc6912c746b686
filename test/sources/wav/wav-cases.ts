import type { DefectCase } from '../defect-case.js';
import { fmt, riff, samples, soundWav, wavChunk } from './wav-builder.js';

const FIRST_CHUNK = 12;
const AFTER_FMT = FIRST_CHUNK + 24;

/** Defects of a WAV file. */
export const wavCases: readonly DefectCase[] = [
  {
    name: 'another format',
    code: 'SOURCE_FORMAT_MISMATCH',
    bytes: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    offset: 0,
    length: 12,
    data: { expected: 'wav', found: 'png' },
  },
  {
    name: 'a RIFF cut short',
    code: 'SOURCE_FORMAT_MISMATCH',
    bytes: Buffer.from('RIFF'),
    offset: 0,
    length: 4,
    data: { expected: 'wav', found: 'other' },
  },
  ...['RIFX', 'RF64', 'BW64'].map((name) => ({
    name: `S6 ${name}`,
    code: 'WAV_CONTAINER_UNSUPPORTED',
    bytes: riff([fmt(), samples], { name, size: 2 ** 32 - 1 }),
    offset: 0,
    length: 4,
    data: { found: name, expected: 'RIFF' },
  })),
  {
    name: 'S5 samples that lead past the end',
    code: 'WAV_CHUNK_PAST_END',
    bytes: riff([fmt(), wavChunk('data', Buffer.alloc(8), { length: 2 ** 32 - 1 })]),
    offset: AFTER_FMT,
    length: 16,
    data: { chunk: 'data', found: 2 ** 32 - 1, available: 8 },
  },
  {
    name: 'side information that leads past the end',
    code: 'WAV_CHUNK_PAST_END',
    bytes: riff([wavChunk('LIST', Buffer.alloc(2), { length: 3 })]),
    offset: FIRST_CHUNK,
    length: 10,
    data: { chunk: 'LIST', found: 3, available: 2 },
  },
  {
    name: 'S5 two runs of samples',
    code: 'WAV_CHUNK_REPEATED',
    bytes: riff([fmt(), samples, samples]),
    offset: AFTER_FMT + samples.length,
    length: samples.length,
    data: { chunk: 'data' },
  },
  {
    name: 'two formats',
    code: 'WAV_CHUNK_REPEATED',
    bytes: riff([fmt(), fmt(), samples]),
    offset: AFTER_FMT,
    length: 24,
    data: { chunk: 'fmt ' },
  },
  {
    name: 'S5 no fmt',
    code: 'WAV_FMT_MISSING',
    bytes: riff([samples]),
    offset: FIRST_CHUNK + samples.length,
    length: 0,
    data: { expected: 'fmt ' },
  },
  { name: 'no samples', code: 'WAV_DATA_MISSING', bytes: riff([fmt()]), offset: AFTER_FMT, length: 0, data: { expected: 'data' } },
  {
    name: 'S5 fmt after data',
    code: 'WAV_FMT_AFTER_DATA',
    bytes: riff([samples, fmt()]),
    offset: FIRST_CHUNK + samples.length,
    length: 24,
    data: { dataOffset: FIRST_CHUNK + 8 },
  },
  {
    name: 'a format of 14 bytes',
    code: 'WAV_FMT_TOO_SHORT',
    bytes: riff([wavChunk('fmt ', Buffer.alloc(14)), samples]),
    offset: FIRST_CHUNK,
    length: 22,
    data: { found: 14, least: 16 },
  },
  ...(
    [
      ['channels', { channels: 0 }, 22, 2],
      ['sampleRate', { sampleRate: 0 }, 24, 4],
      ['blockAlign', { blockAlign: 0 }, 32, 2],
    ] as const
  ).map(([field, fields, offset, length]) => ({
    name: `S5 ${field} 0`,
    code: 'WAV_FIELD_ZERO',
    bytes: riff([fmt(fields), samples]),
    offset,
    length,
    data: { field },
  })),
  ...(
    [
      [2, 'Microsoft ADPCM'],
      [3, 'IEEE float'],
      [6, 'A-law'],
      [7, 'mu-law'],
      [0x11, 'IMA ADPCM'],
      [0xfffe, 'extensible'],
      [0, 'unknown'],
    ] as const
  ).map(([formatTag, tagName]) => ({
    name: `S6 ${tagName}`,
    code: 'WAV_FORMAT_UNSUPPORTED',
    bytes: riff([fmt({ formatTag }), samples]),
    offset: 20,
    length: 2,
    data: { found: formatTag, name: tagName, expected: 1 },
  })),
  ...[0, 2 ** 32 - 1].map((size) => ({
    name: `S5 a RIFF size of ${size}`,
    code: 'WAV_RIFF_SIZE_MISMATCH',
    severity: 'warning' as const,
    bytes: riff([fmt(), samples], { size }),
    offset: 4,
    length: 4,
    data: { found: size, expected: soundWav.length - 8 },
  })),
  {
    name: '24 bits in 4 bytes',
    code: 'WAV_BLOCK_ALIGN_MISMATCH',
    severity: 'warning',
    bytes: riff([fmt({ blockAlign: 4, bitsPerSample: 24 }), samples]),
    offset: 32,
    length: 2,
    data: { found: 4, expected: 3, channels: 1, bitsPerSample: 24 },
  },
  {
    name: 'too few bytes for another chunk',
    code: 'WAV_TRAILING_BYTES',
    severity: 'warning',
    bytes: riff([fmt(), samples, Buffer.alloc(7)]),
    offset: soundWav.length,
    length: 7,
    data: { bytes: 7 },
  },
];
