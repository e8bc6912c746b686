import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputePort } from '../../src/ports/compute-port.js';

function inflate(port: ComputePort, stream: Uint8Array, maxOutput: number): unknown {
  const inflater = port.inflate(maxOutput);
  const parts: Buffer[] = [];
  const keep = (chunk: Uint8Array): void => {
    parts.push(Buffer.from(chunk));
  };
  for (let at = 0; at < stream.length; at += 4096) {
    const piece = Uint8Array.from(stream.subarray(at, at + 4096));
    if (inflater.push(piece, keep).isErr()) break;
    piece.fill(0xaa); // the memory may be reused
  }
  return inflater.finish(keep).match(
    ({ unused }) => ({ output: createHash('sha256').update(Buffer.concat(parts)).digest('hex'), unused }),
    (fault) => fault,
  );
}

/** What every compute port has to do. */
export function describeComputePort(name: string, port: ComputePort): void {
  describe(name, () => {
    it('computes SHA-256', () => {
      expect(port.sha256().hex()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
      fc.assert(
        fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (parts) => {
          const stream = port.sha256();
          for (const part of parts) stream.update(part);
          expect(stream.hex()).toBe(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
        }),
      );
    });

    it('computes SHA-256 at once, if it has a shorter way, to the same', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
          const expected = createHash('sha256').update(bytes).digest('hex');
          expect(port.digest?.(bytes) ?? expected).toBe(expected);
        }),
      );
    });

    it('computes CRC-32 in pieces', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
          expect(port.crc32(bytes.subarray(cut), port.crc32(bytes.subarray(0, cut), 0))).toBe(crc32(bytes));
        }),
      );
    });

    const small = Buffer.from('a text that is not long');
    const large = Buffer.alloc(17 * 1024 * 1024, small);
    it.each([
      ['little', small],
      ['much', large],
    ])('inflates %s', (_, bytes) => {
      const output = createHash('sha256').update(bytes).digest('hex');
      const stream = deflateSync(bytes);
      expect(inflate(port, stream, bytes.length)).toEqual({ output, unused: 0 });
      expect(inflate(port, Buffer.concat([stream, small]), bytes.length + 1)).toEqual({ output, unused: small.length });
      expect(inflate(port, stream, bytes.length - 1)).toBe('too-large');
      expect(inflate(port, stream.subarray(0, -2), bytes.length)).toBe('truncated');
      expect(inflate(port, Buffer.concat([stream.subarray(0, -1), Buffer.of((stream.at(-1) ?? 0) ^ 1)]), bytes.length)).toBe('checksum');
      expect(inflate(port, Buffer.concat([Buffer.of(0), stream]), bytes.length)).toBe('corrupt');
    });

    it('takes a long stream that gives little', () => {
      const emptyBlock = Buffer.from([0, 0, 0, 0xff, 0xff]);
      const stream = deflateSync(small, { level: 0 });
      const blocks = Math.floor((17 * 1024 * 1024) / emptyBlock.length);
      const exact = Buffer.concat([stream.subarray(0, 2), Buffer.alloc(blocks * emptyBlock.length, emptyBlock), stream.subarray(2)]);
      expect(exact.length).toBeGreaterThan(16 * 1024 * 1024);
      expect(inflate(port, exact, small.length)).toEqual({ output: createHash('sha256').update(small).digest('hex'), unused: 0 });
    });

    it('gives nothing where nothing may come', () => {
      expect(inflate(port, deflateSync(Buffer.alloc(0)), 0)).toMatchObject({ unused: 0 });
      expect(inflate(port, deflateSync(small), 0)).toBe('too-large');
    });
  });
}
