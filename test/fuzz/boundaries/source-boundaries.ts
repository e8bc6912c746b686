import { constants, crc32, deflateSync } from 'node:zlib';
import { nodeCompute } from '../../../src/node/node-compute.js';
import { checkBytes } from '../../sources/check-bytes.js';
import { chunk, end, idat, ihdr, indexedPng, palette, png, rows, soundPng } from '../../sources/png/png-builder.js';
import { fmt, riff, samples, soundWav, wavChunk } from '../../sources/wav/wav-builder.js';
import { type Boundary, holds, textOfAnswer } from '../boundary.js';
import { fixturesOf } from '../seeds.js';

/** Budgets that small files can pass. */
const budgets = { maxPngInflatedBytes: 1 << 20 };

/** Makes the checksum of each chunk right, as far as chunks can be told. */
function repairPng(bytes: Uint8Array): Uint8Array {
  const mended = Buffer.from(bytes);
  for (let at = 8; at + 12 <= mended.length;) {
    const length = mended.readUInt32BE(at);
    const body = at + 8 + length;
    if (body + 4 > mended.length) break;
    mended.writeUInt32BE(crc32(mended.subarray(at + 4, body)), body);
    at = body + 4;
  }
  return new Uint8Array(mended);
}

/** Pixels that are compressed by codes of their own, not by the fixed ones. */
const pixels = Uint8Array.from({ length: 32 * 33 }, (_, index) => (index % 33 === 0 ? index % 5 : (index * index) % 23));

const compressed = [
  { level: 9 },
  { level: 9, strategy: constants.Z_HUFFMAN_ONLY },
  { level: 1, strategy: constants.Z_RLE },
  { level: 0 },
].map((how) => png(ihdr({ width: 32, height: 32 }), chunk('IDAT', deflateSync(pixels, how)), end));

const pngSeeds = (): readonly Uint8Array[] =>
  [
    soundPng,
    indexedPng([0, 0, 1, 0, 1, 0]),
    png(ihdr({ interlace: 1 }), idat(), end),
    png(ihdr({ bitDepth: 16, colorType: 6 }), idat(Buffer.alloc(2 * 17)), end),
    png(ihdr({ bitDepth: 1 }), chunk('tEXt', Buffer.from('Comment\0two')), idat(Buffer.from([0, 192, 0, 64])), end),
    png(ihdr({ colorType: 3 }), palette(4), chunk('tRNS', Buffer.from([1, 2])), chunk('gAMA', Buffer.alloc(4, 1)), idat(rows), end),
    png(ihdr(), idat(rows.subarray(0, 3)), chunk('IDAT', Buffer.alloc(0)), end, Buffer.from('more')),
    ...compressed,
    ...fixturesOf('sample-game', '.png'),
  ].map((bytes) => Uint8Array.from(bytes));

/** PNG: one verdict from both inflaters, in whatever pieces it comes. */
const pngBoundary: Boundary = {
  name: 'png',
  extension: 'png',
  words: ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'CgBI', 'iCCP', '\u0000\u0000\u0000\u0000', '\u007f\u00ff'],
  seeds: pngSeeds,
  repair: repairPng,
  run: (bytes) => {
    const { summary, diagnostics } = checkBytes('png', bytes, { compute: nodeCompute, budgets });
    return { value: diagnostics.some(({ severity }) => severity === 'error') ? null : summary, diagnostics };
  },
  check: ({ value, diagnostics }, bytes) => {
    const pushBytes = 1 + (bytes.length % 97);
    const portable = checkBytes('png', bytes, { budgets, pushBytes });
    holds(
      textOfAnswer(portable.diagnostics) === textOfAnswer(diagnostics),
      'both inflaters, and any pieces, give one verdict',
      portable.diagnostics,
      diagnostics,
    );
    if (value !== null) holds(Buffer.from(bytes).subarray(0, 8).equals(soundPng.subarray(0, 8)), 'a PNG begins as one');
    if (value !== null) holds(Buffer.from(bytes).includes('IEND'), 'a PNG has an end');
  },
};

/** Whether the chunks of a WAV lie inside it up to its samples, after a format that can be played. */
function isSoundWav(file: Buffer): boolean {
  if (file.length < 12 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return false;
  let hasFormat = false;
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const body = at + 8;
    if (body + length > file.length) return false;
    if (name === 'data') return hasFormat;
    if (name === 'fmt ') {
      if (length < 16) return false;
      const [tag, channels, align] = [0, 2, 12].map((field) => file.readUInt16LE(body + field));
      hasFormat = tag !== 0 && channels !== 0 && align !== 0 && file.readUInt32LE(body + 4) !== 0;
    }
    at = body + length + (length % 2);
  }
  return false;
}

const wavSeeds = (): readonly Uint8Array[] =>
  [
    soundWav,
    riff([fmt(), wavChunk('LIST', Buffer.alloc(3)), samples]),
    riff([fmt({ formatTag: 0xfffe }), samples]),
    riff([fmt(), samples], { name: 'RIFX' }),
    riff([fmt({ channels: 2, blockAlign: 4 }), wavChunk('data', Buffer.alloc(8)), wavChunk('cue ', Buffer.alloc(4))]),
    riff([fmt(), samples], { size: 3 }),
    ...fixturesOf('sample-game', '.wav'),
  ].map((bytes) => Uint8Array.from(bytes));

/** WAV: one verdict in whatever pieces it comes. */
const wavBoundary: Boundary = {
  name: 'wav',
  extension: 'wav',
  words: ['RIFF', 'RIFX', 'RF64', 'WAVE', 'fmt ', 'data', 'LIST', 'fact', '\u0001\u0000', '\u0000\u0000\u0000\u0000'],
  seeds: wavSeeds,
  repair: (bytes) => {
    const mended = Buffer.from(bytes);
    if (mended.length >= 8) mended.writeUInt32LE(mended.length - 8, 4);
    return new Uint8Array(mended);
  },
  run: (bytes) => {
    const { summary, diagnostics } = checkBytes('wav', bytes);
    return { value: diagnostics.some(({ severity }) => severity === 'error') ? null : summary, diagnostics };
  },
  check: ({ value, diagnostics }, bytes) => {
    const inPieces = checkBytes('wav', bytes, { pushBytes: 1 + (bytes.length % 31) });
    holds(
      textOfAnswer(inPieces.diagnostics) === textOfAnswer(diagnostics),
      'any pieces give one verdict',
      inPieces.diagnostics,
      diagnostics,
    );
    if (value === null) return;
    holds(isSoundWav(Buffer.from(bytes)), 'a WAV is one as another reading of the rules has it');
  },
};

/** Source files. */
export const sourceBoundaries: readonly Boundary[] = [pngBoundary, wavBoundary];
