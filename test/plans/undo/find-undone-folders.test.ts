import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { WorkspacePath } from '../../../src/paths/workspace-path.js';
import { findUndoneFolders } from '../../../src/plans/undo/find-undone-folders.js';
import type { PortErrorKind } from '../../../src/ports/port-error.js';
import type { ReadPort } from '../../../src/ports/read-port.js';

const move = { from: 'assets/old/hero' as WorkspacePath, to: 'assets/new' as WorkspacePath };

/** A port where the folders of some paths are empty, and others answer a fault; `at` is whose path the fault names. */
function portOf(faults: Readonly<Record<string, PortErrorKind>>, at?: string): ReadPort {
  const listFolders: ReadPort['listFolders'] = async (paths, visit) => {
    for (const [index, path] of paths.entries()) {
      const kind = faults[path];
      visit(index, kind === undefined ? ok([]) : err({ kind, operation: 'list', path: at ?? path, detail: '' }));
    }
    return ok(undefined);
  };
  return { listFolders } as Partial<ReadPort> as ReadPort;
}

const look = (faults: Readonly<Record<string, PortErrorKind>>, at?: string) => findUndoneFolders(portOf(faults, at), [move]);

describe('findUndoneFolders', () => {
  it('rests on the folder, its place of before and all folders above that', async () => {
    const { folders, differences } = (await look({ [move.from]: 'not-found' }))._unsafeUnwrap();
    expect(differences).toEqual([]);
    expect(folders.map(({ path, listing }) => [path, typeof listing])).toEqual([
      ['assets/new', 'string'],
      ['assets/old/hero', 'object'],
      ['assets', 'string'],
      ['assets/old', 'string'],
    ]);
  });

  it.each<readonly [kind: PortErrorKind, found: string]>([
    ['not-found', 'absent'],
    ['not-a-folder', 'not-a-folder'],
    ['symlink', 'symlink'],
  ])('tells a folder that is no longer where it was moved: %s', async (kind, found) => {
    const { differences } = (await look({ [move.from]: 'not-found', [move.to]: kind }))._unsafeUnwrap();
    expect(differences).toMatchObject([{ path: move.to, expected: { kind: 'folder', listing: null }, found: { kind: found } }]);
  });

  it('tells a place of before that is taken, by a folder or by something else', async () => {
    for (const [faults, kind] of [
      [{}, 'folder'],
      [{ [move.from]: 'not-a-folder' }, 'not-a-folder'],
    ] as const) {
      const { differences } = (await look(faults))._unsafeUnwrap();
      expect(differences).toMatchObject([{ path: move.from, expected: { kind: 'absent' }, found: { kind } }]);
    }
  });

  it('answers the fault where a place cannot be looked at', async () => {
    expect((await look({ [move.to]: 'io' }))._unsafeUnwrapErr()).toMatchObject({ kind: 'io', path: move.to });
  });

  it('tells from a place that is no folder one below something that is none', async () => {
    const { differences } = (await look({ [move.from]: 'not-found', [move.to]: 'not-a-folder' }, 'assets'))._unsafeUnwrap();
    expect(differences).toMatchObject([{ path: move.to, found: { kind: 'absent' } }]);
  });

  it('answers for a port that does not', async () => {
    const listFolders: ReadPort['listFolders'] = async () => ok(undefined);
    const fault = (await findUndoneFolders({ listFolders } as Partial<ReadPort> as ReadPort, [move]))._unsafeUnwrapErr();
    expect(fault).toMatchObject({ kind: 'broken', operation: 'list', path: move.to });
  });

  it('answers the fault where nothing can be looked at', async () => {
    const listFolders: ReadPort['listFolders'] = async () => err({ kind: 'aborted', operation: 'list', path: '', detail: '' });
    expect((await findUndoneFolders({ listFolders } as Partial<ReadPort> as ReadPort, [move]))._unsafeUnwrapErr().kind).toBe('aborted');
  });

  it('rests on nothing where nothing moved', async () => {
    expect((await findUndoneFolders(portOf({}), []))._unsafeUnwrap()).toEqual({ folders: [], differences: [] });
  });
});
