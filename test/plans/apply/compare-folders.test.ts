import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { compareFolders } from '../../../src/plans/apply/compare-folders.js';
import { MAX_PATH_BYTES } from '../../../src/paths/path-fault.js';
import { stagedName } from '../../../src/paths/staged-names.js';
import type { BatchOptions, FolderEntry, ReadPort } from '../../../src/ports/read-port.js';
import { listingDigest } from '../../../src/workspace/listing-digest.js';
import { benchWith, compute, path, rewire, valueOf } from '../bench.js';
import { failed, failingBatch, TOKEN } from '../staging.js';

const LEFT = stagedName('asset.json', TOKEN);

const file = (name: string): FolderEntry => ({ name, kind: 'file' });

/** A port that lists folders as it is told, whatever it is asked. */
function listing(listFolders: ReadPort['listFolders']): ReadPort {
  return { ...benchWith({}).workspace.read, listFolders };
}

const context = (read: ReadPort) => ({ read, compute, signal: undefined });

describe('compareFolders', () => {
  it('puts what stands there beside what was expected', async () => {
    const { workspace, board } = benchWith({ 'assets/hero/idle.png': '', file: '' });
    workspace.symlink('link');
    rewire(board, (_, at) => (at === 'broken' ? 'io' : undefined));
    const wanted = [
      { path: path('assets/hero'), listing: 'a'.repeat(64) },
      { path: path('none'), listing: null },
      { path: path('file'), listing: null },
      { path: path('file/below'), listing: null },
      { path: path('link'), listing: null },
      { path: path('broken'), listing: null },
    ];
    const { comparisons, leftovers } = valueOf(await compareFolders(context(workspace.read), wanted, []));
    expect(leftovers).toEqual([]);
    expect(comparisons.map(({ path: at, expected, found }) => [at, expected, found.isOk() ? found.value : found.error.kind])).toEqual([
      [
        'assets/hero',
        { kind: 'folder', listing: 'a'.repeat(64) },
        { kind: 'folder', listing: listingDigest([file('idle.png')], path('assets/hero')) },
      ],
      ['none', { kind: 'absent' }, { kind: 'absent' }],
      ['file', { kind: 'absent' }, { kind: 'not-a-folder' }],
      ['file/below', { kind: 'absent' }, { kind: 'not-a-folder' }],
      ['link', { kind: 'absent' }, { kind: 'symlink' }],
      ['broken', { kind: 'absent' }, 'io'],
    ]);
  });

  it('gathers staged files: of files only, and only where a path can name them', async () => {
    const deep = path(Array.from({ length: MAX_PATH_BYTES / 64 }, () => 'a'.repeat(63)).join('/'));
    const read = listing(async (paths, visit) => {
      const [first, second, third] = [[file(LEFT), file('asset.json')], [{ name: LEFT, kind: 'folder' } as const], [file(LEFT)]];
      for (const index of paths.keys()) visit(index, ok([first, second, third][index] ?? []));
      return ok(undefined);
    });
    const { comparisons, leftovers } = valueOf(await compareFolders(context(read), [], [path('a'), path('b'), deep, path('c')]));
    expect(comparisons).toEqual([]);
    expect(leftovers).toEqual([`a/${LEFT}`]);
  });

  it('lists each folder once', async () => {
    const { workspace, board } = benchWith({ 'a/x': '' });
    rewire(board);
    valueOf(await compareFolders(context(workspace.read), [{ path: path('a'), listing: null }], [path('a'), path('b'), path('a')]));
    expect(board.calls).toEqual([
      { operation: 'list', path: 'a' },
      { operation: 'list', path: 'b' },
    ]);
  });

  it('tells a folder that the port leaves out, and passes over what was not asked', async () => {
    const read = listing(async (_paths, visit) => {
      visit(1, ok([file(LEFT)]));
      visit(7, ok([file(LEFT)]));
      return ok(undefined);
    });
    const wanted = [
      { path: path('a'), listing: null },
      { path: path('b'), listing: null },
    ];
    const { comparisons, leftovers } = valueOf(await compareFolders(context(read), wanted, []));
    expect(comparisons[0]?.found._unsafeUnwrapErr()).toMatchObject({ kind: 'broken', operation: 'list', path: 'a' });
    expect(comparisons[1]?.found.isOk()).toBe(true);
    expect(leftovers).toEqual([`b/${LEFT}`]);
  });

  it('is an error where the batch as a whole fails', async () => {
    const { workspace } = benchWith({ 'a/x': '' });
    const compared = await compareFolders(context(failingBatch(workspace.read, 'listFolders', 0)), [], [path('a')]);
    expect(compared._unsafeUnwrapErr()).toEqual(failed('io', 'list', '').error);
  });

  it('hands the signal on, where there is one', async () => {
    const given: (BatchOptions | undefined)[] = [];
    const read = listing(async (_paths, _visit, options) => {
      given.push(options);
      return ok(undefined);
    });
    const { signal } = new AbortController();
    valueOf(await compareFolders({ read, compute, signal }, [], []));
    valueOf(await compareFolders({ read, compute, signal: undefined }, [], []));
    expect(given).toEqual([{ signal }, undefined]);
    expect(given[0]?.signal).toBe(signal);
  });
});
