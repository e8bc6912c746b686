import { createHash } from 'node:crypto';
import { crc32, inflateSync } from 'node:zlib';
import { portableCompute, type ComputePort } from 'prometeu-packer';
import { createNodeCompute } from '../src/node/node-compute.js';
import { createSourceChecker } from '../src/sources/create-source-checker.js';
import { defaultSourceBudgets } from '../src/sources/source-budgets.js';
import { answer } from './harness/answer.js';
import { compare } from './harness/compare.js';
import { pictures } from './samples/pictures.js';

const { name, files } = pictures();
const bytes = files.reduce((sum, { length }) => sum + length, 0);

/** The places of the IDAT chunks of a sound PNG: their data, after four bytes of type. */
function pixelChunks(file: Uint8Array): readonly (readonly [start: number, end: number])[] {
  const view = new DataView(file.buffer, file.byteOffset);
  const found: [number, number][] = [];
  for (let at = 8; at + 12 <= file.length; at += 12 + view.getUint32(at)) {
    if (Buffer.from(file.subarray(at + 4, at + 8)).toString('latin1') === 'IDAT') found.push([at + 8, at + 8 + view.getUint32(at)]);
  }
  return found;
}

const prepared = files.map((file) => {
  const chunks = pixelChunks(file).map(([start, end]) => ({ data: file.subarray(start, end), withType: file.subarray(start - 4, end) }));
  const stream =
    chunks.length === 1 && chunks[0] !== undefined ? chunks[0].data : new Uint8Array(Buffer.concat(chunks.map(({ data }) => data)));
  return { chunks, stream, size: inflateSync(stream).length };
});

/** The least work: what stands in the chunks is laid out, and how much comes out is known. */
function inflateAll(fitted: boolean): void {
  let sum = 0;
  for (const { chunks, stream, size } of prepared) {
    for (const { withType } of chunks) sum ^= crc32(withType);
    sum ^= inflateSync(stream, fitted ? { chunkSize: Math.max(size + 1, 64) } : {}).length;
  }
  if (sum === 0) throw new Error('nothing was done');
}

function checkAll(compute: ComputePort): void {
  for (const file of files) {
    const checker = createSourceChecker('png', { file: 'a.png', size: file.length, compute, budgets: defaultSourceBudgets });
    checker.push(file);
    if (checker.finish().diagnostics.some(({ severity }) => severity === 'error')) throw new Error('refused');
  }
}

/** That the subject refuses a picture of which any byte of its pixels was changed. */
function proveWork(compute: ComputePort): void {
  const file = Uint8Array.from(files[0] ?? []);
  const [[start, end] = [0, 0]] = pixelChunks(file);
  file[(start + end) >> 1] = (file[(start + end) >> 1] ?? 0) ^ 1;
  const checker = createSourceChecker('png', { file: 'a.png', size: file.length, compute, budgets: defaultSourceBudgets });
  checker.push(file);
  if (checker.finish().diagnostics.length === 0) throw new Error('a changed picture was taken');
}

const compute = createNodeCompute();
proveWork(compute);
proveWork(portableCompute);
const inflated = prepared.reduce((sum, { size }) => sum + size, 0);

answer([
  await compare({
    operation: 'check a PNG by all rules',
    size: `${files.length} ${name}, ${bytes} bytes, ${inflated} inflated`,
    target: 1.5,
    repeat: 3,
    limit: { name: 'zlib.inflateSync + zlib.crc32 of the pixels', run: () => inflateAll(false) },
    subject: { name: 'prometeu-packer', run: () => checkAll(compute) },
    peers: [
      { name: 'the same limit with room for just what comes out', run: () => inflateAll(true) },
      { name: 'prometeu-packer, portable', run: () => checkAll(portableCompute) },
      {
        name: 'sha256 of the files, which every check takes besides',
        run: () => {
          for (const file of files) createHash('sha256').update(file).digest('hex');
        },
      },
    ],
  }),
]);
