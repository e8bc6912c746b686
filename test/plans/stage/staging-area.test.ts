import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { checkSignal } from '../../../src/plans/apply/check-signal.js';
import { createStagingArea, type StagingArea } from '../../../src/plans/stage/staging-area.js';
import type { PortErrorKind, PortOperation } from '../../../src/ports/port-error.js';
import { type PortFaultPlan, withFaults } from '../../../src/testing/with-faults.js';
import { benchWith, codesOf, path } from '../bench.js';

const FILE = path('a/file');

const cancelled = checkSignal(AbortSignal.abort(), 'stage');

/** An area, on ports with faults that can be changed, and what was asked since it was made. */
function areaWith(files: Readonly<Record<string, string>> = { 'a/other': '' }) {
  const { workspace } = benchWith(files);
  const asked: string[] = [];
  const board: { faults: PortFaultPlan } = { faults: () => undefined };
  const { write } = withFaults(workspace, (operation, at, call) => {
    asked.push(`${operation} ${at}`);
    return board.faults(operation, at, call);
  });
  const names = (): readonly string[] => [...workspace.files().keys()];
  return { area: createStagingArea(write), asked, board, names, workspace };
}

const on =
  (operation: PortOperation, kind: ReturnType<PortFaultPlan>): PortFaultPlan =>
  (asked) =>
    asked === operation ? kind : undefined;

const fill = (area: StagingArea, at = FILE) =>
  area.writeFile(at, 'read-back', async (handle) => {
    const written = await handle.write(new TextEncoder().encode('text'), 0);
    return written.isOk() ? ok('filled') : err(cancelled._unsafeUnwrapErr());
  });

const left = (at: string, reason: PortErrorKind) => ({ code: 'PLAN_STAGED_FILE_LEFT', data: { path: at, reason } });

describe('createStagingArea, files', () => {
  it('creates, fills, flushes and closes a file', async () => {
    const { area, asked, names } = areaWith();
    expect((await fill(area))._unsafeUnwrap()).toBe('filled');
    expect(asked).toEqual(['create a/file', 'write a/file', 'sync a/file', 'close a/file']);
    expect(names()).toContain('a/file');
  });

  it.each(['create', 'sync', 'close'] as const)('tells where %s fails, in the phase of the caller', async (operation) => {
    const { area, asked, board } = areaWith();
    board.faults = on(operation, 'no-space');
    const [finding, ...more] = (await fill(area))._unsafeUnwrapErr();
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'PLAN_IO_FAILED',
      data: { path: 'a/file', operation, phase: 'read-back', reason: 'no-space' },
    });
    expect(asked.at(-1)).toBe(operation === 'create' ? 'create a/file' : 'close a/file');
  });

  it('closes a file that was not filled, does not flush it, and gives the reason', async () => {
    const { area, asked } = areaWith();
    const written = await area.writeFile(FILE, 'stage', async () => cancelled);
    expect(codesOf(written)).toEqual(['PLAN_CANCELLED']);
    expect(asked).toEqual(['create a/file', 'close a/file']);
  });

  it('of a flush and a close that both fail gives the first', async () => {
    const { area, board } = areaWith();
    board.faults = (operation) => (operation === 'sync' || operation === 'close' ? 'io' : undefined);
    expect((await fill(area))._unsafeUnwrapErr()).toMatchObject([{ data: { operation: 'sync' } }]);
  });

  it('closes a file whose filling throws', async () => {
    const { area, asked } = areaWith();
    await expect(area.writeFile(FILE, 'stage', () => Promise.reject(new Error('broken')))).rejects.toThrow();
    expect(asked).toEqual(['create a/file', 'close a/file']);
  });
});

describe('createStagingArea, folders', () => {
  it('makes a folder, or finds one', async () => {
    const { area, asked } = areaWith();
    expect((await area.makeFolder(path('b'))).isOk()).toBe(true);
    expect((await area.makeFolder(path('a'))).isOk()).toBe(true);
    expect(await area.discard()).toEqual([]);
    expect(asked).toEqual(['make-folder b', 'make-folder a', 'remove b']);
  });

  it('tells where a folder cannot be made, and takes nothing back', async () => {
    const { area, asked, board } = areaWith();
    board.faults = on('make-folder', 'denied');
    expect((await area.makeFolder(path('b')))._unsafeUnwrapErr()).toMatchObject({ kind: 'denied', path: 'b' });
    expect(await area.discard()).toEqual([]);
    expect(asked).toEqual(['make-folder b']);
  });
});

describe('createStagingArea, taking back', () => {
  it('removes everything, newest first, and once', async () => {
    const { area, asked, names } = areaWith();
    expect((await area.makeFolder(path('b'))).isOk()).toBe(true);
    expect((await fill(area, path('b/one'))).isOk()).toBe(true);
    expect((await fill(area, path('b/two'))).isOk()).toBe(true);
    asked.splice(0);
    expect(await area.discard()).toEqual([]);
    expect(asked).toEqual(['remove b/two', 'remove b/one', 'remove b']);
    expect(names()).toEqual(['a/other']);
    expect(await area.discard()).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  it.each(['denied', 'io', 'busy'] as const)('tells what stays: %s', async (reason) => {
    const { area, board } = areaWith();
    expect((await area.makeFolder(path('b'))).isOk()).toBe(true);
    expect((await fill(area, path('b/one'))).isOk()).toBe(true);
    board.faults = on('remove', reason);
    expect(await area.discard()).toMatchObject([left('b/one', reason), left('b', reason)]);
  });

  it.each(['not-found', 'folder-not-empty'] as const)('says nothing where %s', async (reason) => {
    const { area, board } = areaWith();
    expect((await area.makeFolder(path('b'))).isOk()).toBe(true);
    board.faults = on('remove', reason);
    expect(await area.discard()).toEqual([]);
  });

  it('takes back a file of which creating said it failed, and says nothing where it cannot', async () => {
    const { area, asked, board, names } = areaWith();
    board.faults = on('create', 'lost-answer');
    expect((await fill(area)).isErr()).toBe(true);
    expect(names()).toContain('a/file');
    board.faults = () => undefined;
    expect(await area.discard()).toEqual([]);
    expect(asked.at(-1)).toBe('remove a/file');
    expect(names()).toEqual(['a/other']);
    board.faults = on('create', 'io');
    expect((await fill(area)).isErr()).toBe(true);
    board.faults = on('remove', 'io');
    expect(await area.discard()).toEqual([]);
  });

  it('never takes away a file that stood there before', async () => {
    const { area, asked, names } = areaWith({ 'a/file': 'mine' });
    expect((await fill(area))._unsafeUnwrapErr()).toMatchObject([{ data: { operation: 'create', reason: 'exists' } }]);
    expect(await area.discard()).toEqual([]);
    expect(asked).toEqual(['create a/file']);
    expect(names()).toEqual(['a/file']);
  });

  it('goes after what was renamed', async () => {
    const { area, asked, board, names } = areaWith();
    expect((await fill(area)).isOk()).toBe(true);
    expect((await area.rename(FILE, path('a/moved'))).isOk()).toBe(true);
    asked.splice(0);
    board.faults = on('remove', 'io');
    expect(await area.discard()).toMatchObject([left('a/moved', 'io')]);
    expect(asked).toEqual(['remove a/moved']);
    expect(names()).toContain('a/moved');
  });

  it('looks at both places where renaming failed, and speaks of the one where it was made', async () => {
    const { area, asked, board } = areaWith();
    expect((await fill(area)).isOk()).toBe(true);
    board.faults = on('rename', 'io');
    expect((await area.rename(FILE, path('a/moved')))._unsafeUnwrapErr()).toMatchObject({ kind: 'io', operation: 'rename' });
    asked.splice(0);
    board.faults = on('remove', 'io');
    expect(await area.discard()).toMatchObject([left('a/file', 'io')]);
    expect(asked).toEqual(['remove a/moved', 'remove a/file']);
  });

  it('has nothing to take back of what was removed, and tries again what could not be', async () => {
    const { area, asked, board } = areaWith();
    expect((await fill(area)).isOk()).toBe(true);
    board.faults = on('remove', 'io');
    expect((await area.remove(FILE))._unsafeUnwrapErr()).toMatchObject({ kind: 'io', operation: 'remove' });
    board.faults = () => undefined;
    asked.splice(0);
    expect((await area.remove(FILE)).isOk()).toBe(true);
    expect(await area.discard()).toEqual([]);
    expect(asked).toEqual(['remove a/file']);
    expect((await fill(area)).isOk()).toBe(true);
    board.faults = on('remove', 'io');
    expect((await area.remove(FILE)).isErr()).toBe(true);
    expect(await area.discard()).toMatchObject([left('a/file', 'io')]);
  });
});
