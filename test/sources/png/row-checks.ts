import fc from 'fast-check';
import { type ImagePass, imagePasses } from '../../../src/sources/png/image-passes.js';

/** An image of indexed colours with rows that are not filtered or have filters that do not exist. */
export interface AnyRows {
  readonly bitDepth: number;
  readonly passes: readonly ImagePass[];
  /** The inflated bytes. */
  readonly bytes: Uint8Array;
  /** Places where the bytes are cut into chunks. */
  readonly cuts: readonly number[];
}

/** Images of every depth up to 20 × 20, interlaced or not. */
export const anyRows: fc.Arbitrary<AnyRows> = fc
  .record({
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 20 }),
    bitDepth: fc.constantFrom(1, 2, 4, 8),
    interlace: fc.constantFrom(0, 1),
    filters: fc.infiniteStream(fc.constantFrom(0, 0, 0, 0, 0, 0, 5, 255)),
    pixels: fc.infiniteStream(fc.nat(255)),
    cuts: fc.array(fc.nat(400), { maxLength: 4 }),
  })
  .map(({ width, height, bitDepth, interlace, filters, pixels, cuts }) => {
    const next = (stream: Iterator<number>): number => stream.next().value as number;
    const passes = imagePasses({ width, height, bitDepth, colorType: 3, interlace });
    const bytes = passes.flatMap((pass) =>
      Array.from({ length: pass.height }, () => [next(filters), ...Array.from({ length: pass.rowBytes }, () => next(pixels))]).flat(),
    );
    return { bitDepth, passes, bytes: Uint8Array.from(bytes), cuts: cuts.toSorted((a, b) => a - b) };
  });

/** Pushes the bytes in the chunks that the cuts make, each in memory that is overwritten afterwards. */
export function pushCut({ bytes, cuts }: AnyRows, push: (chunk: Uint8Array) => void): void {
  let start = 0;
  for (const end of [...cuts, bytes.length]) {
    const chunk = bytes.slice(start, end);
    push(chunk);
    chunk.fill(0xaa);
    start = Math.max(start, end);
  }
}

/** Every row with its pass, its number there, its filter and its bytes. */
export function rowsOf({ passes, bytes }: AnyRows): readonly { pass: ImagePass; row: number; filter: number; pixels: Uint8Array }[] {
  let at = 0;
  return passes.flatMap((pass) =>
    Array.from({ length: pass.height }, (_, row) => {
      const start = at;
      at += 1 + pass.rowBytes;
      return { pass, row, filter: bytes[start] as number, pixels: bytes.subarray(start + 1, at) };
    }),
  );
}
