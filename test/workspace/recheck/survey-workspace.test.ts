import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { allRememberedFolders, listRememberedFolders } from '../../../src/artifacts/cache/remembered-folders.js';
import { portableCompute } from '../../../src/codec/portable-compute.js';
import { openWorkspaceMemory } from '../../../src/operations/workspace-memory.js';
import type { ReadPort } from '../../../src/ports/read-port.js';
import { rememberWorkspace } from '../../../src/workspace/recheck/remember-workspace.js';
import { surveyWorkspace } from '../../../src/workspace/recheck/survey-workspace.js';
import { timeFolders } from '../../../src/workspace/recheck/time-folders.js';
import { indexedPng, soundPng } from '../../sources/png/png-builder.js';
import { anyWorkspaceEdit, editWorkspace, sprites } from '../../operations/workspace-edits.js';
import { declaration, workspace } from '../workspaces.js';

const compute = portableCompute;

/** The same port without the method that it may leave out. */
function withoutShortcut({ caseSensitive, readFiles, statPaths, listFolders, openFile }: ReadPort): ReadPort {
  return { caseSensitive, readFiles, statPaths, listFolders, openFile };
}

async function remember(host: MemoryWorkspace) {
  const { kept } = openWorkspaceMemory((await observe(host))._unsafeUnwrap().memory);
  const times = await timeFolders(host.read, [...kept.listings.keys()], kept.latestMs);
  return (
    rememberWorkspace(kept, { folders: times._unsafeUnwrap(), isSettled: (_, __, kind) => kind === 'raw' }) ?? listRememberedFolders([])
  );
}

const start = (clock?: () => number): MemoryWorkspace =>
  createMemoryWorkspace(
    {
      ...workspace({ a: 1, 'b/c': 2 }),
      'assets/b/c/asset.json': declaration(2, sprites),
      'assets/b/c/data.bin': soundPng,
      'assets/b/z': '',
    },
    clock && { clock },
  );

const survey = async (host: MemoryWorkspace, folders: Awaited<ReturnType<typeof remember>>, read: ReadPort = host.read) =>
  (await surveyWorkspace(read, folders, { compute }))._unsafeUnwrap();

describe('surveyWorkspace', () => {
  it('finds nothing where nothing changed', async () => {
    const host = start();
    const folders = await remember(host);
    expect(allRememberedFolders(folders).map(({ path }) => path)).toEqual([
      'assets',
      'assets/.prometeu',
      'assets/a',
      'assets/b',
      'assets/b/c',
    ]);
    expect(await survey(host, folders)).toEqual({ changed: [], unproven: [], doubted: 0 });
  });

  it.each<[string, (host: MemoryWorkspace) => unknown, readonly string[]]>([
    ['a declaration of other bytes', (host) => host.set('assets/a/asset.json', declaration(3)), ['assets/a/asset.json']],
    ['a picture of the same size', (host) => host.set('assets/b/c/data.bin', indexedPng([0, 0])), ['assets/b/c/data.bin']],
    ['a source of another size', (host) => host.set('assets/a/data.bin', 'longer than before'), ['assets/a/data.bin']],
    ['the registry gone', (host) => host.delete('assets/.prometeu/index.json'), ['assets/.prometeu/index.json']],
    ['a new file', (host) => host.set('assets/a/new', ''), ['assets/a']],
    ['a new folder', (host) => host.set('assets/new/x', ''), ['assets']],
    [
      'a folder gone',
      (host) => host.delete('assets/b'),
      ['assets', 'assets/b', 'assets/b/c', 'assets/b/c/asset.json', 'assets/b/c/data.bin'],
    ],
    ['a file that nobody reads gone', (host) => host.delete('assets/b/z'), ['assets/b']],
    ['a symlink in place of a source', (host) => host.symlink('assets/a/data.bin'), ['assets/a', 'assets/a/data.bin']],
    ['what a plan left behind', (host) => host.set('assets/a/.x.0123456789abcdef.prometeu.tmp', ''), ['assets/a']],
  ])('tells %s', async (_, change, expected) => {
    const host = start();
    const folders = await remember(host);
    change(host);
    expect((await survey(host, folders)).changed.toSorted()).toEqual(expected);
    expect((await survey(host, folders, withoutShortcut(host.read))).changed.toSorted()).toEqual(expected);
  });

  it('looks into what was touched, and leaves raw sources of the same size unproven', async () => {
    const host = start();
    const folders = await remember(host);
    for (const path of ['assets/a/asset.json', 'assets/b/c/data.bin', 'assets/a/data.bin']) host.set(path, host.files().get(path) ?? '');
    expect(await survey(host, folders)).toMatchObject({ changed: [], unproven: ['assets/a/data.bin'] });
  });

  it('takes no time for proof that is the latest one', async () => {
    const host = start(() => 1000);
    const folders = await remember(host);
    expect(allRememberedFolders(folders).every(({ modifiedMs }) => modifiedMs === null)).toBe(true);
    host.set('assets/a/asset.json', declaration(1).replace('asset-1', 'asset-x'));
    expect((await survey(host, folders)).changed).toEqual(['assets/a/asset.json']);
  });

  it('remembers nothing where there is no registry, or what could not be read', async () => {
    const host = createMemoryWorkspace({ 'assets/a/x': '' });
    expect((await remember(host)).length).toBe(0);
    const odd = start();
    odd.symlink('assets/a/asset.json');
    expect((await remember(odd)).length).toBeGreaterThan(0); // it is no declaration: the listing says so
    const left = start();
    left.set('assets/a/.x.0123456789abcdef.prometeu.tmp', '');
    expect((await remember(left)).length).toBe(0);
  });

  it('tells the same with the times of folders and without, whatever was changed', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.record({ step: fc.constantFrom(0, 1), change: anyWorkspaceEdit }), { maxLength: 3 }), async (edits) => {
        const time = { now: 1000 };
        const host = start(() => (time.now += 1));
        const folders = await remember(host);
        for (const { step, change } of edits) {
          time.now += step;
          await editWorkspace(host, change, () => `assets/moved-${time.now}`);
        }
        const [fast, slow] = [await survey(host, folders), await survey(host, folders, withoutShortcut(host.read))];
        expect(fast.changed).toEqual(slow.changed);
        expect(fast.unproven).toEqual(slow.unproven);
      }),
      { numRuns: 60 },
    ));
});
