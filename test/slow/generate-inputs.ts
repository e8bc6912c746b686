import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { chunk, end, ihdr, png } from '../sources/png/png-builder.js';
import { fmt, riff, wavChunk } from '../sources/wav/wav-builder.js';

/** How many files, in how many folders, and at least how many bytes in all. */
export const inputs = { files: 5000, folders: 100, bytes: 2 ** 30 } as const;

/** Samples of each file: a little more than its share of the bytes. */
const width = 512;
const height = Math.ceil(inputs.bytes / inputs.files / width);
const length = width * height;

/** Bytes that do not compress, the same in every run (xorshift32). */
function createNoise(size: number): Buffer {
  const noise = Buffer.alloc(size);
  let state = 1;
  for (let offset = 0; offset + 4 <= size; offset += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    noise.writeInt32LE(state, offset);
  }
  return noise;
}

function wrapPng(samples: Buffer): Buffer {
  const rows = Buffer.alloc(height * (width + 1)); // each row begins with filter 0
  for (let row = 0; row < height; row += 1) samples.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width);
  return png(ihdr({ width, height }), chunk('IDAT', deflateSync(rows, { level: 0 })), end);
}

const kinds = [
  { extension: 'bin', wrap: (samples: Buffer): Buffer => samples },
  { extension: 'png', wrap: wrapPng },
  { extension: 'wav', wrap: (samples: Buffer): Buffer => riff([fmt(), wavChunk('data', samples)]) },
];

/** Writes folders of raw data, PNG and WAV in turn under `assets/`; answers how many bytes that are. */
export function generateInputs(workspace: string): number {
  const noise = createNoise(length + inputs.files);
  const filesInFolder = inputs.files / inputs.folders;
  let bytes = 0;
  for (let index = 0; index < inputs.files; index += 1) {
    const number = Math.floor(index / filesInFolder);
    const { extension, wrap } = kinds[number % kinds.length]!;
    const folder = join(workspace, 'assets', `folder-${number}`);
    if (index % filesInFolder === 0) mkdirSync(folder, { recursive: true });
    const content = wrap(noise.subarray(index, index + length));
    writeFileSync(join(folder, `file-${index}.${extension}`), content);
    bytes += content.length;
  }
  return bytes;
}
