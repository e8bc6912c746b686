import { constants, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInflater } from '../../../src/codec/inflate/create-inflater.js';

type Outcome = { readonly output: Buffer; readonly unused: number } | { readonly fault: string };

function inflate(stream: Uint8Array, maxOutput: number, pushBytes: number): Outcome {
  const inflater = createInflater(maxOutput);
  const parts: Buffer[] = [];
  const keep = (chunk: Uint8Array): void => {
    parts.push(Buffer.from(chunk));
  };
  for (let at = 0; at < stream.length; at += pushBytes) {
    const pushed = inflater.push(stream.subarray(at, at + pushBytes), keep);
    if (pushed.isErr()) expect(inflater.finish(keep)._unsafeUnwrapErr()).toBe(pushed.error);
  }
  const end = inflater.finish(keep);
  return end.isOk() ? { output: Buffer.concat(parts), unused: end.value.unused } : { fault: end.error };
}

/** What zlib says; null where it refuses. */
function inflateNatively(stream: Uint8Array, maxOutput: number): Outcome | null {
  try {
    const answer: unknown = inflateSync(stream, { info: true, maxOutputLength: maxOutput });
    const { buffer, engine } = answer as { buffer: Buffer; engine: { bytesWritten: number } };
    return { output: buffer, unused: stream.length - engine.bytesWritten };
  } catch {
    return null;
  }
}

/** A number, and in how many bits it is written, lowest first. */
type Bits = readonly [value: number, count: number];

/** Bits packed into bytes as RFC 1951 does. */
function bits(...parts: readonly Bits[]): Buffer {
  const all = parts.flatMap(([value, count]) => Array.from({ length: count }, (_, bit) => (value >>> bit) & 1));
  const bytes = Buffer.alloc(Math.ceil(all.length / 8));
  all.forEach((bit, at) => {
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
  });
  return bytes;
}

const header = Buffer.from([0x78, 0x9c]);
const stream = (...parts: readonly Bits[]): Buffer => Buffer.concat([header, bits(...parts), Buffer.alloc(8)]);
interface BlockShape {
  /** Symbols for code lengths that have codes of two bits; the others have none. */
  readonly lengthsCode?: readonly number[];
  readonly literals?: number;
  readonly distances?: number;
}

/** The only block of a stream, with codes of its own, whose code lengths are written with these symbols; then some bits of data. */
function dynamicBlock(symbols: readonly Bits[], data: readonly Bits[], shape: BlockShape = {}): Buffer {
  const { lengthsCode = [0, 1, 2, 18], literals = 258, distances = 2 } = shape;
  const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1];
  const twoBits = order.map((symbol): Bits => [lengthsCode.includes(symbol) ? 2 : 0, 3]);
  const counts: readonly Bits[] = [
    [literals - 257, 5],
    [distances - 1, 5],
    [order.length - 4, 4],
  ];
  const sum = Buffer.from([0, 0, 0, 1]);
  return Buffer.concat([header, bits([1, 1], [2, 2], ...counts, ...twoBits, ...symbols, ...data), sum]);
}

// In that code, lowest bit first: a length of 0, 1 or 2, and a run of 0. There are 258 literals and 2 distances.
const none: Bits = [0, 2];
const one: Bits = [2, 2];
const two: Bits = [1, 2];
const zeros = (count: number): readonly Bits[] =>
  count > 138
    ? [...zeros(138), ...zeros(count - 138)]
    : [
        [3, 2],
        [count - 11, 7],
      ];

const raw = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 400 }),
  fc.array(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 400 }).map((bytes) => Uint8Array.from(bytes)),
);
const compression = fc.constantFrom(
  { level: 0 },
  { level: 9 },
  { level: 9, strategy: constants.Z_FIXED },
  { level: 9, strategy: constants.Z_HUFFMAN_ONLY },
  { level: 6, windowBits: 9 },
);

describe('createInflater', () => {
  it('takes what zlib takes, refuses what it refuses, and gives the same bytes', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 2 });
    fc.assert(
      fc.property(
        raw,
        compression,
        flips,
        fc.option(fc.nat()),
        fc.nat(500),
        fc.integer({ min: 1, max: 600 }),
        (bytes, how, turned, keep, max, push) => {
          const whole = deflateSync(bytes, how);
          for (const [place, bit] of turned) whole[place % whole.length] = (whole[place % whole.length] ?? 0) ^ (1 << bit);
          const cut = keep === null ? whole : whole.subarray(0, keep % (whole.length + 1));
          const expected = inflateNatively(cut, max + 1);
          const found = inflate(cut, max + 1, push);
          if (expected === null) expect(found).toHaveProperty('fault');
          else expect(found).toEqual(expected);
          expect(inflate(cut, max + 1, cut.length + 1)).toEqual(found);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('inflates far more than it holds, from pushes of any size', () => {
    const bytes = Buffer.alloc(3_000_000);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = at % 40_000 < 20_000 ? (at * at) >> 7 : at >> 12;
    for (const level of [0, 1, 9]) {
      const whole = deflateSync(bytes, { level });
      for (const pushBytes of [whole.length, 65_536, 977]) {
        const found = inflate(whole, bytes.length, pushBytes);
        expect('output' in found && found.output.equals(bytes)).toBe(true);
      }
    }
  });

  it('counts the bytes after the end', () => {
    const whole = deflateSync(Buffer.from('pixels'));
    expect(inflate(Buffer.concat([whole, Buffer.alloc(100_000)]), 6, 1000)).toMatchObject({ unused: 100_000 });
  });

  const text = Buffer.alloc(1000, 'abc');
  const whole = deflateSync(text);
  it.each([
    ['nothing', Buffer.alloc(0), 'truncated'],
    ['half a header', whole.subarray(0, 1), 'truncated'],
    ['no checksum', whole.subarray(0, -1), 'truncated'],
    ['another method', Buffer.from([0x77, 0x85]), 'corrupt'],
    ['a window over 32 KiB', Buffer.from([0x88, 0x98]), 'corrupt'],
    ['wrong check bits', Buffer.from([0x78, 0x9d]), 'corrupt'],
    ['a preset dictionary', Buffer.from([0x78, 0xbb]), 'corrupt'],
    ['a wrong checksum', Buffer.concat([whole.subarray(0, -1), Buffer.from([1])]), 'checksum'],
    ['block type 3', stream([1, 1], [3, 2]), 'corrupt'],
    ['a stored length without its complement', stream([1, 1], [0, 2], [0, 5], [1, 16], [1, 16]), 'corrupt'],
    ['a distance before the first byte', stream([1, 1], [1, 2], [0x40, 7], [0, 5]), 'corrupt'],
    ['length symbol 286', stream([1, 1], [1, 2], [0x63, 8]), 'corrupt'],
    ['no code lengths at all', stream([1, 1], [2, 2], [0, 5], [0, 5], [0, 4]), 'corrupt'],
    ['too many codes of one bit', stream([1, 1], [2, 2], [0, 5], [0, 5], [0, 4], [1, 3], [1, 3], [1, 3], [0, 3]), 'corrupt'],
    ['a repetition of nothing', stream([1, 1], [2, 2], [0, 5], [0, 5], [0, 4], [1, 3], [0, 3], [0, 3], [1, 3], [1, 1], [0, 2]), 'corrupt'],
  ])('refuses %s', (_, bytes, fault) => {
    expect(inflate(bytes, 10_000, 3)).toEqual({ fault });
    expect(inflateNatively(bytes, 10_000)).toBeNull();
  });

  it.each([
    ['one literal code, of one bit, and no distance', dynamicBlock([...zeros(256), one, none, none, none], [[0, 1]])],
    ['one distance code, of one bit', dynamicBlock([...zeros(256), one, one, one, none], [[0, 1]])],
    ['codes of two bits', dynamicBlock([two, two, ...zeros(254), two, two, one, one], [[1, 2]])],
  ])('takes %s', (_, bytes) => {
    expect(inflate(bytes, 10, 3)).toEqual({ output: Buffer.alloc(0), unused: 0 });
    expect(inflateNatively(bytes, 10)).toEqual({ output: Buffer.alloc(0), unused: 0 });
  });

  it.each([
    ['one literal code, of two bits', dynamicBlock([...zeros(256), two, none, none, none], [[0, 2]])],
    ['one distance code, of two bits', dynamicBlock([...zeros(256), one, one, two, none], [[0, 1]])],
    ['three codes of one bit', dynamicBlock([one, ...zeros(255), one, one, none, none], [[1, 1]])],
    ['287 literals', dynamicBlock([...zeros(256), one, ...zeros(30), none, none], [[0, 1]], { literals: 287 })],
    ['31 distances', dynamicBlock([...zeros(256), one, none, ...zeros(31)], [[0, 1]], { distances: 31 })],
    ['no code for the end of the block', dynamicBlock([one, one, ...zeros(254), none, none, none, none], [[0, 1]])],
    ['a run past the last code length', dynamicBlock([...zeros(256), one, ...zeros(11)], [[0, 1]])],
    [
      'an unfinished code for the code lengths',
      dynamicBlock([[1, 2], [127, 7], [1, 2], [107, 7], one, none, none, none], [[0, 1]], { lengthsCode: [0, 1, 18] }),
    ],
    [
      'bits that are no literal code',
      dynamicBlock(
        [...zeros(256), one, none, none, none],
        [
          [1, 1],
          [0, 30],
        ],
      ),
    ],
    [
      'a match where there is no distance',
      dynamicBlock(
        [...zeros(256), one, one, none, none],
        [
          [1, 1],
          [0, 30],
        ],
      ),
    ],
  ])('refuses %s', (_, bytes) => {
    expect(inflate(bytes, 10, 3)).toEqual({ fault: 'corrupt' });
    expect(inflateNatively(bytes, 10)).toBeNull();
  });

  it('gives no byte more than it may', () => {
    const inflater = createInflater(999);
    let given = 0;
    const count = (chunk: Uint8Array): void => {
      given += chunk.length;
    };
    expect(inflater.push(whole, count).isOk()).toBe(true);
    expect(inflater.finish(count)._unsafeUnwrapErr()).toBe('too-large');
    expect(given).toBe(999);
    expect(inflate(whole, 1000, 7)).toEqual({ output: text, unused: 0 });
  });
});
