import { err, ok } from 'neverthrow';
import { expect, it } from 'vitest';
import { readWhole } from '../../../src/plans/compose/read-whole.js';
import type { PortResult } from '../../../src/ports/port-error.js';
import type { ReadHandle } from '../../../src/ports/read-port.js';
import { failed } from '../staging.js';

/** A file that is read so many bytes at a time; then the port fails, or the file ends. */
function handleOf(content: string, most: number, calls = Number.POSITIVE_INFINITY) {
  const asked: (readonly [number, number])[] = [];
  const bytes = new TextEncoder().encode(content);
  const read = (into: Uint8Array, position: number): Promise<PortResult<number>> => {
    asked.push([into.length, position]);
    if (asked.length > 9 || asked.length > calls) return Promise.resolve(failed('io', 'read', 'x'));
    const piece = bytes.subarray(position, position + Math.min(most, into.length));
    into.set(piece);
    return Promise.resolve(ok(piece.length));
  };
  const handle: ReadHandle = { stat: { kind: 'file', size: bytes.length, modifiedMs: 0 }, read, close: () => Promise.resolve(ok()) };
  return { handle, asked };
}

it('reads on where the port gives fewer bytes than fit', async () => {
  const { handle, asked } = handleOf('0123456789', 2);
  const into = new Uint8Array(5);
  expect(await readWhole(handle, into, 3)).toEqual(ok(5));
  expect(new TextDecoder().decode(into)).toBe('34567');
  expect(asked).toEqual([
    [5, 3],
    [3, 5],
    [1, 7],
  ]);
});

it('tells how many bytes there were, where the file ends before', async () => {
  const { handle } = handleOf('01234', 2);
  const into = new Uint8Array(5);
  expect(await readWhole(handle, into, 2)).toEqual(ok(3));
  expect(new TextDecoder().decode(into)).toBe('234\0\0');
});

it('asks for nothing where nothing is to be read', async () => {
  const { handle, asked } = handleOf('01234', 2);
  expect(await readWhole(handle, new Uint8Array(), 2)).toEqual(ok(0));
  expect(asked).toEqual([]);
});

it('answers the error of the port', async () => {
  const { handle, asked } = handleOf('01234', 2, 1);
  expect(await readWhole(handle, new Uint8Array(5), 0)).toEqual(
    err({ kind: 'io', operation: 'read', path: 'x', detail: 'the host said io' }),
  );
  expect(asked).toHaveLength(2);
});
