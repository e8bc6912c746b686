import { constants, deflateSync, inflateSync } from 'node:zlib';
import { portableCompute } from 'prometeu-packer';
import { type Boundary, holds } from '../boundary.js';

const MOST = 1 << 16;

type Outcome = { readonly output: string; readonly unused: number } | { readonly fault: string; readonly sum?: Buffer };

/** The sum at the end of a stream, for the bytes that it holds. */
function adler32(bytes: Uint8Array): Buffer {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(b * 65_536 + a);
  return sum;
}

function inflate(stream: Uint8Array, pushBytes: number): Outcome {
  const inflater = portableCompute.inflate(MOST);
  const parts: Buffer[] = [];
  const keep = (chunk: Uint8Array): void => void parts.push(Buffer.from(chunk));
  for (let at = 0; at < stream.length; at += pushBytes) {
    if (inflater.push(stream.subarray(at, at + pushBytes), keep).isErr()) break;
  }
  return inflater.finish(keep).match<Outcome>(
    ({ unused }) => ({ output: Buffer.concat(parts).toString('latin1'), unused }),
    (fault) => (fault === 'checksum' ? { fault, sum: adler32(Buffer.concat(parts)) } : { fault }),
  );
}

function faultOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
  if (code === 'Z_BUF_ERROR') return 'truncated';
  return message === 'incorrect data check' ? 'checksum' : 'corrupt';
}

/** What zlib says. */
function inflateNatively(stream: Uint8Array): Outcome {
  try {
    const answer: unknown = inflateSync(stream, { info: true, maxOutputLength: MOST });
    const { buffer, engine } = answer as { buffer: Buffer; engine: { bytesWritten: number } };
    return { output: buffer.toString('latin1'), unused: stream.length - engine.bytesWritten };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

const texts = [
  '',
  'a',
  'a'.repeat(3000),
  Buffer.from(Array.from({ length: 400 }, (_, index) => (index * index * 7) % 61)),
  'abcabcabd'.repeat(30),
];
const ways = [
  { level: 0 },
  { level: 9 },
  { level: 9, strategy: constants.Z_FIXED },
  { level: 9, strategy: constants.Z_HUFFMAN_ONLY },
  { level: 6, windowBits: 9 },
];

/** A zlib stream: verdict, output and unused bytes are those of zlib. */
export const zlibBoundary: Boundary = {
  name: 'zlib',
  extension: 'zz',
  words: ['\u0000\u0000', '\u007f', 'x\u0001', '\u0001\u0000\u0000'],
  seeds: () => texts.flatMap((text) => ways.map((way) => Uint8Array.from(deflateSync(text, way)))),
  repair: (bytes) => {
    const outcome = inflate(bytes, bytes.length);
    if (!('sum' in outcome) || bytes.length < 4) return bytes;
    return Uint8Array.from(Buffer.concat([bytes.subarray(0, -4), outcome.sum])); // where zlib refuses what stands before it, that shows now
  },
  run: (bytes) => {
    const outcome = inflate(bytes, 1 + (bytes.length % 61));
    if ('fault' in outcome) return { value: null, faults: [{ reason: outcome.fault, pointer: '' }], diagnostics: [] };
    return { value: outcome, diagnostics: [] };
  },
  check: ({ value, faults = [] }, bytes) => {
    const native = inflateNatively(bytes);
    const own = (value as Outcome | null) ?? { fault: faults[0]?.reason ?? '' };
    const isRefused = 'fault' in own && 'fault' in native;
    const hasOtherSum = isRefused && (own.fault === 'checksum') !== (native.fault === 'checksum');
    if (isRefused && !hasOtherSum) return; // of several faults the one meets this first, the other that
    holds(JSON.stringify(own) === JSON.stringify(native), 'zlib says the same', own, native);
  },
};
