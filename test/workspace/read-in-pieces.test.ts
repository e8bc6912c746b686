import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { WorkspacePath } from '../../src/paths/workspace-path.js';
import type { PortErrorKind, PortResult } from '../../src/ports/port-error.js';
import type { ReadPort } from '../../src/ports/read-port.js';
import { PIECE, readInPieces } from '../../src/workspace/read-in-pieces.js';

const file = 'assets/a/big.bin' as WorkspacePath;
const fault = (kind: PortErrorKind) => err({ kind, operation: 'read', path: file, detail: '' } as const);

interface Opened {
  readonly size: number;
  /** What each call to read answers; the length that is left where there is none. */
  readonly reads?: readonly PortResult<number>[];
  readonly close?: PortResult<void>;
}

function portOf({ size, reads = [], close = ok(undefined) }: Opened) {
  const seen = { closed: 0, reads: 0 };
  const openFile: ReadPort['openFile'] = async () =>
    ok({
      stat: { kind: 'file', size, modifiedMs: 0 },
      read: async (into, position) => reads[seen.reads++] ?? ok(Math.min(into.length, size - position)),
      close: async () => {
        seen.closed += 1;
        return close;
      },
    });
  return { port: { openFile }, seen };
}

function take(opened: Opened, signal?: AbortSignal) {
  const { port, seen } = portOf(opened);
  const lengths: number[] = [];
  const begin = (size: number) => ({ size, push: (bytes: Uint8Array) => void lengths.push(bytes.length) });
  return readInPieces(port, file, { begin, signal }).then((answer) => ({ answer, lengths, seen }));
}

describe('readInPieces', () => {
  it('gives every piece, the last one short, and closes the file', async () => {
    const { answer, lengths, seen } = await take({ size: 2 * PIECE + 5 });
    expect(answer._unsafeUnwrap()).toMatchObject({ stat: { size: 2 * PIECE + 5 }, taker: { size: 2 * PIECE + 5 } });
    expect([lengths, seen.closed]).toEqual([[PIECE, PIECE, 5], 1]);
  });

  it('goes on from where a short read ended', async () => {
    const { lengths } = await take({ size: 10, reads: [ok(4)] });
    expect(lengths).toEqual([4, 6]);
  });

  it('reads nothing of an empty file', async () => {
    const { answer, seen } = await take({ size: 0 });
    expect([answer.isOk(), seen]).toEqual([true, { closed: 1, reads: 0 }]);
  });

  it('tells a file that grew shorter, and closes it', async () => {
    const { answer, lengths, seen } = await take({ size: 10, reads: [ok(4), ok(0)] });
    expect(answer._unsafeUnwrapErr()).toMatchObject({ kind: 'changed', path: file });
    expect([lengths, seen.closed]).toEqual([[4], 1]);
  });

  it('stops at a read that fails, and closes the file; that fault goes before one of closing', async () => {
    const { answer, seen } = await take({ size: 10, reads: [fault('io')], close: fault('lost') });
    expect([answer._unsafeUnwrapErr().kind, seen]).toEqual(['io', { closed: 1, reads: 1 }]);
  });

  it('tells a file that cannot be closed', async () => {
    const { answer } = await take({ size: 1, close: fault('lost') });
    expect(answer._unsafeUnwrapErr().kind).toBe('lost');
  });

  it('stops between two pieces where it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const { answer, lengths, seen } = await take({ size: 10 }, stop.signal);
    expect(answer._unsafeUnwrapErr()).toMatchObject({ kind: 'aborted', path: file });
    expect([lengths, seen]).toEqual([[], { closed: 1, reads: 1 }]);
  });

  it('gives the fault of a file that cannot be opened', async () => {
    const openFile: ReadPort['openFile'] = async () => fault('denied');
    const answer = await readInPieces({ openFile }, file, { begin: () => ({ push: () => undefined }) });
    expect(answer._unsafeUnwrapErr().kind).toBe('denied');
  });
});
