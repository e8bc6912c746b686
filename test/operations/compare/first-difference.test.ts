import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../../src/operations/compare/first-difference.js';
import type { ReadHandle } from '../../../src/ports/read-port.js';

const PIECE = 1 << 18;

function handleOf(bytes: Uint8Array): ReadHandle {
  return {
    stat: { kind: 'file', size: bytes.length, modifiedMs: 0 },
    read: async (into, position) => {
      const piece = bytes.subarray(position, position + into.length);
      into.set(piece);
      return ok(piece.length);
    },
    close: async () => ok(undefined),
  };
}

const stretch = (bytes: Uint8Array, start = 0, length = bytes.length - start) => ({ handle: handleOf(bytes), start, length });

function long(change: Readonly<Record<number, number>> = {}, length = 2 * PIECE + 3): Uint8Array {
  const bytes = new Uint8Array(length);
  for (const [at, byte] of Object.entries(change)) bytes[Number(at)] = byte;
  return bytes;
}

const failing = {
  ...stretch(long()),
  handle: { ...handleOf(long()), read: async () => err({ kind: 'io', operation: 'read', path: 'x', detail: '' } as const) },
};

describe('firstDifference', () => {
  it.each<readonly [a: Uint8Array, b: Uint8Array, difference: object | null]>([
    [long(), long(), null],
    [long({}, 0), long({}, 0), null],
    [long({}, PIECE), long({}, PIECE), null],
    [long({ 0: 1 }), long(), { offset: 0, a: 1, b: 0 }],
    [long(), long({ [PIECE]: 7 }), { offset: PIECE, a: 0, b: 7 }],
    [long({ [PIECE - 1]: 2, [PIECE]: 3 }), long(), { offset: PIECE - 1, a: 2, b: 0 }],
    [long({}, PIECE), long({}, PIECE + 1), { offset: PIECE, a: null, b: 0 }],
    [long({}, 5), long({}, 4), { offset: 4, a: 0, b: null }],
  ])('finds the first byte, over pieces and ends: case %#', async (a, b, difference) => {
    expect((await firstDifference(stretch(a), stretch(b)))._unsafeUnwrap()).toEqual(difference);
  });

  it('compares only the stretches, each from its start', async () => {
    const a = Uint8Array.of(9, 1, 2, 3, 9);
    const b = Uint8Array.of(1, 2, 4);
    expect((await firstDifference(stretch(a, 1, 2), stretch(b, 0, 2)))._unsafeUnwrap()).toBeNull();
    expect((await firstDifference(stretch(a, 1, 3), stretch(b, 0, 3)))._unsafeUnwrap()).toEqual({ offset: 2, a: 3, b: 4 });
  });

  it('gives the fault of either file, and stops where it is told to', async () => {
    expect((await firstDifference(failing, stretch(long())))._unsafeUnwrapErr().kind).toBe('io');
    expect((await firstDifference(stretch(long()), failing))._unsafeUnwrapErr().kind).toBe('io');
    expect((await firstDifference(stretch(long()), stretch(long()), AbortSignal.abort()))._unsafeUnwrapErr().kind).toBe('aborted');
  });
});
