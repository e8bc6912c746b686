import { crc32 } from 'node:zlib';
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

const pngSeeds = (): readonly Uint8Array[] =>
  [
    soundPng,
    indexedPng([0, 0, 1, 0, 1, 0]),
    png(ihdr({ interlace: 1 }), idat(), end),
    png(ihdr({ bitDepth: 16, colorType: 6 }), idat(Buffer.alloc(2 * 17)), end),
    png(ihdr({ bitDepth: 1 }), chunk('tEXt', Buffer.from('Comment\0two')), idat(Buffer.from([0, 192, 0, 64])), end),
    png(ihdr({ colorType: 3 }), palette(4), chunk('tRNS', Buffer.from([1, 2])), chunk('gAMA', Buffer.alloc(4, 1)), idat(rows), end),
    png(ihdr(), idat(rows.subarray(0, 3)), chunk('IDAT', Buffer.alloc(0)), end, Buffer.from('more')),
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
    const text = Buffer.from(bytes).toString('latin1');
    holds(text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE' && text.indexOf('fmt ') < text.indexOf('data'), 'a WAV begins as one');
  },
};

/** Source files. */
export const sourceBoundaries: readonly Boundary[] = [pngBoundary, wavBoundary];
