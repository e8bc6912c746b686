import { err, ok, type Result } from 'neverthrow';
import { once } from '../../base/once.js';
import { alignToByte, type BitReader, bitsLeft, createBitReader, endReader, isFull, refill, takeBits } from './bit-reader.js';
import { type BlockCodes, fixedCodes, MOST_CODES_BITS, readBlockCodes } from './block-codes.js';
import { inflateSymbols } from './inflate-symbols.js';
import { append, createOutputWindow, flush, type OutputWindow } from './output-window.js';

/** Why a zlib stream is not whole and sound; `checksum` where only the sum of the output is wrong. */
export type StreamFault = 'corrupt' | 'truncated' | 'checksum' | 'too-large';

/** Takes the next inflated bytes; the memory is valid only until it returns, and it must not throw. */
export type TakeOutput = (chunk: Uint8Array) => void;

/** A zlib stream being inflated. */
export interface StreamInflater {
  /** Takes the next bytes of the stream. */
  push(bytes: Uint8Array, onOutput: TakeOutput): Result<void, StreamFault>;
  /** Says that no more bytes come; answers how many stood after the end of the stream. */
  finish(onOutput: TakeOutput): Result<{ readonly unused: number }, StreamFault>;
}

/** Work that pauses: at `input` where it needs more bytes, at `output` where the window has to be emptied. */
type Work<T> = Generator<'input' | 'output', T, void>;

const FIXED_CODES = /* @__PURE__ */ once(fixedCodes);

/** Waits until `count` bits are at hand; false where the stream ends before. */
function* hasBits(reader: BitReader, count: number): Work<boolean> {
  while (bitsLeft(reader) < count && !reader.ended) yield 'input';
  return bitsLeft(reader) >= count;
}

/** Compression method 8, a window of 32 KiB at most, the check bits right, and no preset dictionary (RFC 1950, section 2.2). */
function isStreamHeader(method: number, flags: number): boolean {
  return (method & 15) === 8 && method >>> 4 <= 7 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0;
}

function* inflateStored(reader: BitReader, window: OutputWindow): Work<StreamFault | null> {
  alignToByte(reader);
  if (!(yield* hasBits(reader, 32))) return 'truncated';
  const length = takeBits(reader, 16);
  if (takeBits(reader, 16) !== (~length & 0xffff)) return 'corrupt';
  for (let left = length; left > 0;) {
    if (!(yield* hasBits(reader, 8))) return 'truncated';
    const start = reader.position >>> 3;
    const copied = append(window, reader.bytes.subarray(start, Math.min(start + left, reader.filled)));
    if (copied === 0) yield 'output';
    reader.position += copied * 8;
    left -= copied;
  }
  return null;
}

function* inflateCompressed(reader: BitReader, window: OutputWindow, codes: BlockCodes): Work<StreamFault | null> {
  for (;;) {
    const stop = inflateSymbols(reader, window, codes);
    if (bitsLeft(reader) < 0 || (stop === 'input' && reader.ended)) return 'truncated';
    if (stop === 'corrupt') return 'corrupt';
    if (stop === 'done') return null;
    yield stop;
  }
}

function* inflateBlock(reader: BitReader, window: OutputWindow, type: number): Work<StreamFault | null> {
  if (type === 0) return yield* inflateStored(reader, window);
  if (type === 1) return yield* inflateCompressed(reader, window, FIXED_CODES());
  if (type === 3) return 'corrupt';
  yield* hasBits(reader, MOST_CODES_BITS); // fewer may do at the end of the stream
  const codes = readBlockCodes(reader);
  if (bitsLeft(reader) < 0) return 'truncated';
  return codes === null ? 'corrupt' : yield* inflateCompressed(reader, window, codes);
}

function* inflateStream(reader: BitReader, window: OutputWindow): Work<StreamFault | null> {
  if (!(yield* hasBits(reader, 16))) return 'truncated';
  if (!isStreamHeader(takeBits(reader, 8), takeBits(reader, 8))) return 'corrupt';
  for (let last = false; !last;) {
    if (!(yield* hasBits(reader, 3))) return 'truncated';
    last = takeBits(reader, 1) === 1;
    const fault = yield* inflateBlock(reader, window, takeBits(reader, 2));
    if (fault !== null) return fault;
  }
  alignToByte(reader);
  if (!(yield* hasBits(reader, 32))) return 'truncated';
  yield 'output';
  const sum = [24, 16, 8, 0].reduce((value, shift) => value | (takeBits(reader, 8) << shift), 0);
  return sum >>> 0 === window.sum ? null : 'checksum';
}

/**
 * Begins to inflate one zlib stream (RFC 1950 and 1951) that may give at most `maxOutput` bytes. It takes exactly the
 * streams that zlib takes, and holds 160 KiB whatever their length.
 */
export function createInflater(maxOutput: number): StreamInflater {
  const reader = createBitReader();
  const window = createOutputWindow(maxOutput);
  const work = inflateStream(reader, window);
  let outcome: { readonly fault: StreamFault | null } | undefined;
  let unused = 0;

  const run = (onOutput: TakeOutput): void => {
    while (outcome === undefined) {
      const step = work.next();
      if (step.value === 'input') return;
      const whole = flush(window, onOutput);
      if (!whole) outcome = { fault: 'too-large' };
      else if (step.done === true) outcome = { fault: step.value };
    }
  };

  return {
    push(bytes, onOutput) {
      let rest = bytes;
      while (rest.length > 0 && outcome === undefined) {
        rest = rest.subarray(refill(reader, rest));
        if (isFull(reader)) run(onOutput);
      }
      unused += rest.length;
      return outcome?.fault ? err(outcome.fault) : ok(undefined);
    },
    finish(onOutput) {
      endReader(reader);
      run(onOutput);
      return outcome?.fault ? err(outcome.fault) : ok({ unused: unused + Math.max(0, bitsLeft(reader)) / 8 });
    },
  };
}
