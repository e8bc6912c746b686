import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createNodeCompute, nodeCompute } from '../../src/node/node-compute.js';
import type { Inflater } from '../../src/ports/compute-port.js';
import { describeComputePort } from '../codec/describe-compute-port.js';

describeComputePort('nodeCompute', nodeCompute);
describeComputePort('createNodeCompute', createNodeCompute());

describe('createNodeCompute', () => {
  const texts = ['one', 'another', 'a third'].map((text) => Buffer.from(text.repeat(10_000)));
  const halves = (bytes: Buffer) => {
    const stream = deflateSync(bytes, { level: 0 });
    return [stream.subarray(0, stream.length / 2), stream.subarray(stream.length / 2)] as const;
  };
  const push = (inflater: Inflater | undefined, bytes: Uint8Array): void => {
    expect(inflater?.push(bytes, () => undefined).isOk()).toBe(true);
  };
  const finish = (inflater: Inflater): Buffer => {
    const parts: Buffer[] = [];
    expect(inflater.finish((chunk) => parts.push(Buffer.from(chunk))).isOk()).toBe(true);
    return Buffer.concat(parts);
  };

  it('keeps streams apart that are inflated at once, and those that were given up', () => {
    const compute = createNodeCompute();
    const used = compute.inflate(1);
    push(used, deflateSync(Buffer.of(1)));
    expect(finish(used)).toEqual(Buffer.of(1));
    push(compute.inflate(100), Buffer.from('given up'));
    const inflaters = texts.map((bytes) => compute.inflate(bytes.length));
    for (const half of [0, 1] as const) texts.forEach((bytes, index) => push(inflaters[index], halves(bytes)[half]));
    expect(inflaters.map(finish)).toEqual(texts);
  });

  it('lets a finished stream touch the memory no more', () => {
    const compute = createNodeCompute();
    const [text] = texts as [Buffer];
    const first = compute.inflate(text.length);
    for (const half of halves(text)) push(first, half);
    expect(finish(first)).toEqual(text);
    const next = compute.inflate(text.length);
    push(next, halves(text)[0]);
    push(first, Buffer.alloc(1000, 255));
    expect(finish(first)).toHaveLength(0);
    push(next, halves(text)[1]);
    expect(finish(next)).toEqual(text);
  });

  it.each([
    ['a little', [10, 20]],
    ['a lot after a little', [1, 1, 100_000, 5]],
  ])('digests %s in pieces, whose memory is used again, as it does in one', (_, lengths) => {
    const compute = createNodeCompute();
    const stream = compute.sha256();
    const whole = lengths.map((length, index) => Buffer.alloc(length, index + 1));
    const memory = Buffer.alloc(100_000);
    for (const piece of whole) {
      piece.copy(memory);
      stream.update(memory.subarray(0, piece.length));
    }
    const expected = createHash('sha256').update(Buffer.concat(whole)).digest('hex');
    expect([stream.hex(), compute.digest?.(Buffer.concat(whole))]).toEqual([expected, expected]);
  });
});
