import { err, ok } from 'neverthrow';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { findUndoneFiles } from '../../../src/plans/undo/find-undone-files.js';
import type { UndoneFile } from '../../../src/plans/undo/parse-undo-record.js';
import type { PortErrorKind } from '../../../src/ports/port-error.js';
import type { EntryKind, ReadPort } from '../../../src/ports/read-port.js';
import { compute, path, sha256, valueOf } from '../bench.js';

/** A file as it was, and as the plan left it; null where there was none. */
const file = (name: string, before: string | null, after: string | null): UndoneFile => ({
  path: path(name),
  text: before,
  afterSha256: after === null ? null : sha256(after),
});

const look = async (read: ReadPort, ...files: readonly UndoneFile[]) => findUndoneFiles({ read, compute }, files);
const memory = (files: Readonly<Record<string, string>>): ReadPort => createMemoryWorkspace(files).read;

describe('findUndoneFiles', () => {
  it('reads what is there, and finds nothing else than the plan left', async () => {
    const read = memory({ 'assets/a/asset.json': 'changed', 'assets/b/asset.json': 'made', 'assets/c/other.txt': 'x' });
    const files = [
      file('assets/a/asset.json', 'before', 'changed'),
      file('assets/b/asset.json', null, 'made'),
      file('assets/c/asset.json', 'removed', null),
    ];
    const { bytes, differences } = valueOf(await look(read, ...files));
    expect(differences).toEqual([]);
    const texts = [...bytes].map(([name, content]) => [name, content === null ? null : new TextDecoder().decode(content)]);
    expect(texts).toEqual([
      ['assets/a/asset.json', 'changed'],
      ['assets/b/asset.json', 'made'],
      ['assets/c/asset.json', null],
    ]);
  });

  it('tells every file that is not as the plan left it', async () => {
    const read = memory({ 'assets/a/asset.json': 'edited', 'assets/c/asset.json': 'back' });
    const { bytes, differences } = valueOf(
      await look(
        read,
        file('assets/a/asset.json', 'before', 'changed'),
        file('assets/b/asset.json', 'before', 'changed'),
        file('assets/c/asset.json', 'before', null),
      ),
    );
    const held = (text: string) => ({ kind: 'file', sha256: sha256(text), length: text.length });
    const left = (text: string) => ({ kind: 'file', sha256: sha256(text), length: null });
    expect(differences).toEqual([
      { path: 'assets/a/asset.json', expected: left('changed'), found: held('edited') },
      { path: 'assets/b/asset.json', expected: left('changed'), found: { kind: 'absent' } },
      { path: 'assets/c/asset.json', expected: { kind: 'absent' }, found: held('back') },
    ]);
    expect([...bytes.values()].map((content) => content?.length ?? null)).toEqual([6, null, 4]);
  });

  it('wants a folder for each file that comes back, and for no other', async () => {
    const FOLDER = { kind: 'folder', listing: null };
    const files = { 'assets/flat': 'a file', 'top.txt': 'x' };
    const back = (name: string) => file(name, 'removed', null);
    const { differences } = valueOf(
      await look(
        memory(files),
        back('assets/gone/asset.json'),
        back('assets/gone/b/asset.json'),
        back('assets/flat/asset.json'),
        back('asset.json'),
      ),
    );
    expect(differences).toEqual([
      { path: 'assets/gone', expected: FOLDER, found: { kind: 'absent' } },
      { path: 'assets/gone/b', expected: FOLDER, found: { kind: 'absent' } },
      { path: 'assets/flat', expected: FOLDER, found: { kind: 'not-a-folder' } },
    ]);
    const others = valueOf(
      await look(
        memory(files),
        file('assets/gone/a.json', 'before', 'changed'),
        file('assets/gone/b.json', null, 'made'),
        file('assets/gone/c.json', null, null),
      ),
    );
    expect(others.differences.map((difference) => difference.path)).toEqual(['assets/gone/a.json', 'assets/gone/b.json']);
  });

  it.each<[EntryKind | PortErrorKind, string | null]>([
    ['folder', null],
    ['file', 'not-a-folder'],
    ['symlink', 'not-a-folder'],
    ['not-found', 'absent'],
    ['not-a-folder', 'not-a-folder'],
  ])('finds %s where a folder should be', async (kind, found) => {
    const isEntry = ['folder', 'file', 'symlink'].includes(kind);
    const statPaths: ReadPort['statPaths'] = (paths, visit) => {
      const fault = { kind: kind as PortErrorKind, operation: 'stat', path: 'assets/a', detail: '' } as const;
      for (const index of paths.keys()) visit(index, isEntry ? ok({ kind: kind as EntryKind, size: 0, modifiedMs: 0 }) : err(fault));
      return Promise.resolve(ok(undefined));
    };
    const { differences } = valueOf(await look({ ...memory({}), statPaths }, file('assets/a/asset.json', 'removed', null)));
    expect(differences.map((difference) => difference.found)).toEqual(found === null ? [] : [{ kind: found }]);
  });

  it.each<PortErrorKind>(['denied', 'io', 'busy'])(
    'a folder of which nothing can be told (%s) is no difference, but a fault',
    async (kind) => {
      const statPaths: ReadPort['statPaths'] = (_, visit) => {
        visit(0, err({ kind, operation: 'stat', path: 'assets/a', detail: '' }));
        return Promise.resolve(ok(undefined));
      };
      const fault = (await look({ ...memory({}), statPaths }, file('assets/a/asset.json', 'removed', null)))._unsafeUnwrapErr();
      expect(fault).toMatchObject({ kind, operation: 'stat', path: 'assets/a' });
    },
  );

  it.each<PortErrorKind>(['symlink', 'not-a-file'])('tells what stands in place of a file: %s', async (kind) => {
    const readFiles: ReadPort['readFiles'] = (_, visit) => {
      visit(0, err({ kind, operation: 'read', path: 'assets/a/asset.json', detail: '' }));
      return Promise.resolve(ok(undefined));
    };
    const { bytes, differences } = valueOf(await look({ ...memory({}), readFiles }, file('assets/a/asset.json', 'before', 'after')));
    expect([...bytes]).toEqual([['assets/a/asset.json', null]]);
    expect(differences).toMatchObject([{ path: 'assets/a/asset.json', found: { kind } }]);
  });

  it('answers the first fault that says nothing of a file', async () => {
    const readFiles: ReadPort['readFiles'] = (requests, visit) => {
      const kinds = ['not-found', 'io', 'denied'] as const;
      for (const [index, request] of requests.entries()) {
        visit(index, err({ kind: kinds[index] ?? 'io', operation: 'read', path: request.path, detail: '' }));
      }
      return Promise.resolve(ok(undefined));
    };
    const files = ['a', 'b', 'c'].map((name) => file(`assets/${name}/asset.json`, 'before', 'after'));
    const fault = (await look({ ...memory({}), readFiles }, ...files))._unsafeUnwrapErr();
    expect(fault).toMatchObject({ kind: 'io', path: 'assets/b/asset.json' });
  });

  it('answers a fault of the whole batch', async () => {
    const failing = () => Promise.resolve(err({ kind: 'aborted', operation: 'read', path: '', detail: '' } as const));
    const gone = file('assets/a/asset.json', 'removed', null);
    expect((await look({ ...memory({}), readFiles: failing }, gone))._unsafeUnwrapErr().kind).toBe('aborted');
    expect((await look({ ...memory({}), statPaths: failing }, gone))._unsafeUnwrapErr().kind).toBe('aborted');
  });

  it('takes a link for no folder, also where the port says so by an error', async () => {
    const statPaths: ReadPort['statPaths'] = (_, visit) => {
      visit(0, err({ kind: 'symlink', operation: 'stat', path: 'assets/a', detail: '' }));
      return Promise.resolve(ok(undefined));
    };
    const { differences } = valueOf(await look({ ...memory({}), statPaths }, file('assets/a/asset.json', 'removed', null)));
    expect(differences.map((difference) => difference.found)).toEqual([{ kind: 'not-a-folder' }]);
  });

  it('answers for a port that does not', async () => {
    const silent = () => Promise.resolve(ok(undefined));
    const fault = (await look({ ...memory({}), readFiles: silent }, file('assets/a/asset.json', 'a', 'b')))._unsafeUnwrapErr();
    expect(fault).toMatchObject({ kind: 'broken', operation: 'read', path: 'assets/a/asset.json' });
    const unlooked = await look({ ...memory({}), statPaths: silent }, file('assets/a/asset.json', 'removed', null));
    expect(unlooked._unsafeUnwrapErr()).toMatchObject({ kind: 'broken', operation: 'stat', path: 'assets/a' });
  });
});
