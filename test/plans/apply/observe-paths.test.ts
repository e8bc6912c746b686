import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { type Look, observePaths } from '../../../src/plans/apply/observe-paths.js';
import type { PortErrorKind, PortResult } from '../../../src/ports/port-error.js';
import type { BatchOptions, ReadHandle, ReadPort } from '../../../src/ports/read-port.js';
import { benchWith, compute, path, sha256, valueOf } from '../bench.js';
import { failed, failingBatch } from '../staging.js';

const PIECE = 1024 * 1024;

/** Over three pieces, no two of them alike. */
const LARGE = Uint8Array.from({ length: 3 * PIECE + 5 }, (_, index) => (index >> 12) + index);

const AT = path('a/file');

interface Reading {
  readonly open?: PortErrorKind;
  readonly close?: PortErrorKind;
  /** Called before each read; an error where it gives one. */
  readonly onRead?: (position: number) => PortErrorKind | undefined;
  /** What the batch answers. */
  readonly batch?: PortErrorKind;
}

/** A port with one large file, which the batch does not give. */
function portOf({ open, close, onRead, batch = 'too-large' }: Reading, bytes: Uint8Array = LARGE): ReadPort {
  const handle: ReadHandle = {
    stat: { kind: 'file', size: bytes.length, modifiedMs: 0 },
    read: async (into, position): Promise<PortResult<number>> => {
      const fault = onRead?.(position);
      if (fault !== undefined) return failed(fault, 'read', AT);
      const piece = bytes.subarray(position, position + into.length);
      into.set(piece);
      return ok(piece.length);
    },
    close: async () => (close === undefined ? ok(undefined) : failed(close, 'close', AT)),
  };
  return {
    ...benchWith({}).workspace.read,
    readFiles: async (requests, visit) => {
      for (const [index, request] of requests.entries()) visit(index, failed(batch, 'read', request.path));
      return ok(undefined);
    },
    openFile: async () => (open === undefined ? ok(handle) : failed(open, 'open', AT)),
  };
}

const LOOKS: readonly Look[] = [
  { look: 'file', path: AT },
  { look: 'head', path: AT, length: PIECE + 3 },
  { look: 'archive', path: AT },
];

async function look(read: ReadPort, at: Look, signal?: AbortSignal) {
  const [[, state] = []] = valueOf(await observePaths({ read, compute }, [at], signal));
  return state?.match<unknown>(
    (found) => found,
    (error) => error,
  );
}

describe('observePaths, in pieces', () => {
  it('looks at just as much as was asked for', async () => {
    expect(await look(portOf({}), { look: 'file', path: AT })).toEqual({ kind: 'file', length: LARGE.length, sha256: sha256(LARGE) });
    for (const length of [PIECE, PIECE + 3, 2 * PIECE, 2 * PIECE + 1]) {
      const head = { kind: 'head', length, sha256: sha256(LARGE.subarray(0, length)) };
      expect(await look(portOf({}), { look: 'head', path: AT, length })).toEqual(head);
    }
    const short = LARGE.subarray(0, PIECE + 1);
    const cut = { kind: 'head', length: short.length, sha256: sha256(short) };
    expect(await look(portOf({}, short), { look: 'head', path: AT, length: 2 * PIECE })).toEqual(cut);
  });

  it('reads no further than the end of a beginning', async () => {
    const positions: number[] = [];
    const onRead = (position: number): undefined => void positions.push(position);
    await look(portOf({ onRead }), { look: 'head', path: AT, length: PIECE + 3 });
    expect(positions).toEqual([0, PIECE]);
  });

  it.each(LOOKS)('$look: an error of reading is that error', async (at) => {
    const error = failed('io', 'read', AT).error;
    expect(await look(portOf({ onRead: () => 'io' }), at)).toEqual(error);
    expect(await look(portOf({ batch: 'too-large', close: 'io' }), at)).toEqual(failed('io', 'close', AT).error);
  });

  it.each(LOOKS)('$look: what was replaced between two looks is told as it stands', async (at) => {
    expect(await look(portOf({ open: 'not-found' }), at)).toEqual({ kind: 'absent' });
    expect(await look(portOf({ open: 'symlink' }), at)).toEqual({ kind: 'symlink' });
    expect(await look(portOf({ onRead: () => 'changed' }), at)).toEqual({ kind: 'file', sha256: null, length: null });
    expect(await look(portOf({ open: 'denied' }), at)).toEqual(failed('denied', 'open', AT).error);
  });

  it('an error late in a file is that error', async () => {
    const onRead = (position: number) => (position >= PIECE ? ('io' as const) : undefined);
    expect(await look(portOf({ onRead }), { look: 'file', path: AT })).toEqual(failed('io', 'read', AT).error);
  });

  it('stops between two pieces where the signal fires, and reads no further', async () => {
    const controller = new AbortController();
    const positions: number[] = [];
    const onRead = (position: number): undefined => {
      positions.push(position);
      controller.abort();
    };
    const aborted = { kind: 'aborted', operation: 'read', path: '' };
    expect(await look(portOf({ onRead }), { look: 'file', path: AT }, controller.signal)).toMatchObject(aborted);
    expect(positions).toEqual([0]);
  });

  it('goes to the end under a signal that does not fire', async () => {
    const { signal } = new AbortController();
    expect(await look(portOf({}), { look: 'file', path: AT }, signal)).toMatchObject({ length: LARGE.length });
  });
});

describe('observePaths, at once', () => {
  it('opens only what is too large: every other error is an answer', async () => {
    const read = portOf({ batch: 'io' });
    expect(await look(read, { look: 'file', path: AT })).toEqual(failed('io', 'read', AT).error);
    expect(await look(portOf({ batch: 'not-found' }), { look: 'file', path: AT })).toEqual({ kind: 'absent' });
  });

  it('tells what the port leaves out, and passes over what was not asked', async () => {
    const { workspace } = benchWith({ 'a/file': 'text' });
    const read: ReadPort = {
      ...workspace.read,
      readFiles: async (requests, visit) =>
        workspace.read.readFiles(requests.slice(1), (index, answer) => visit(index + 1 + index * 5, answer)),
    };
    const looks = ['b', 'a/file', 'a/file'].map((at) => ({ look: 'file', path: path(at) }) as const);
    const observed = valueOf(await observePaths({ read, compute }, looks));
    expect(observed.map(([at]) => at)).toEqual(looks);
    const [first, second, third] = observed.map(([, state]) => state);
    expect(first?._unsafeUnwrapErr()).toMatchObject({ kind: 'broken', operation: 'read', path: 'b' });
    expect(second?._unsafeUnwrap()).toMatchObject({ kind: 'file', length: 4 });
    expect(third?._unsafeUnwrapErr()).toMatchObject({ kind: 'broken', operation: 'read', path: 'a/file' });
  });

  it('is an error where the batch as a whole fails', async () => {
    const { workspace } = benchWith({ 'a/file': 'text' });
    const observed = await observePaths({ read: failingBatch(workspace.read, 'readFiles', 0), compute }, [{ look: 'file', path: AT }]);
    expect(observed._unsafeUnwrapErr()).toEqual(failed('io', 'read', '').error);
  });

  it('hands the signal on, where there is one', async () => {
    const given: (BatchOptions | undefined)[] = [];
    const read: ReadPort = {
      ...portOf({}),
      readFiles: async (_requests, _visit, options) => {
        given.push(options);
        return ok(undefined);
      },
    };
    const { signal } = new AbortController();
    valueOf(await observePaths({ read, compute }, [], signal));
    valueOf(await observePaths({ read, compute }, []));
    expect(given).toEqual([{ signal }, undefined]);
    expect(given[0]?.signal).toBe(signal);
  });
});
