import { describe, expect, it } from 'vitest';
import { JSON_BUDGETS } from '../../src/codec/json/read-json.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { createMemoryWorkspace, type MemoryWorkspaceOptions } from '../../src/memory/create-memory-workspace.js';
import { defaultSourceBudgets } from '../../src/sources/source-budgets.js';
import { readSnapshot } from '../../src/workspace/read-snapshot.js';
import { declaration, registry, uuid, workspace } from './workspaces.js';

const options = { compute: portableCompute, json: JSON_BUDGETS, sources: defaultSourceBudgets };
const read = async (files: Record<string, string>, memory: MemoryWorkspaceOptions = {}) =>
  (await readSnapshot(createMemoryWorkspace(files, memory).read, options))._unsafeUnwrap();
const codes = async (files: Record<string, string>) =>
  (await read(files)).diagnostics.map(({ code, location }) => [
    code,
    location.kind === 'workspace' ? '' : location.file,
    location.kind === 'text' ? location.pointer : null,
  ]);

describe('readSnapshot', () => {
  it('has nothing to say of a sound workspace, and resolves its inputs', async () => {
    const snapshot = await read(workspace({ hero: 1, 'hero/hat': 2 }));
    expect(snapshot.diagnostics).toEqual([]);
    expect(snapshot.blocked).toBe(false);
    expect(
      snapshot.assets.map(({ root, reachable, blocked, identity, inputs }) => ({
        root,
        reachable,
        blocked,
        class: identity.class,
        inputs,
      })),
    ).toEqual([
      {
        root: 'hero',
        reachable: true,
        blocked: false,
        class: 'ok',
        inputs: [{ role: 'main', path: 'data.bin', file: 'assets/hero/data.bin', size: 13, sha256: null }],
      },
      {
        root: 'hero/hat',
        reachable: true,
        blocked: false,
        class: 'ok',
        inputs: [{ role: 'main', path: 'data.bin', file: 'assets/hero/hat/data.bin', size: 17, sha256: null }],
      },
    ]);
    expect(snapshot.files.map(({ path }) => path)).toEqual([
      'assets/.prometeu/index.json',
      'assets/hero/asset.json',
      'assets/hero/hat/asset.json',
    ]);
    expect(snapshot.folders.map(({ path }) => path)).toEqual(['assets', 'assets/hero', 'assets/hero/hat']);
  });

  it('is the same in whatever order the host lists and answers', async () => {
    const files = { ...workspace({ a: 1, b: 2, 'c/d': 3 }), 'assets/x/y.png': 'not a png', 'assets/copy/asset.json': declaration(1) };
    const sorted = await read(files);
    for (let seed = 0; seed < 20; seed++) expect(await read(files, { order: 'shuffled', seed })).toEqual(sorted);
  });

  it('changes its id with every observed byte and name', async () => {
    const files = workspace({ a: 1 });
    const before = (await read(files)).id;
    expect((await read(files)).id).toBe(before);
    const changes = [
      { ...files, 'assets/a/asset.json': `${files['assets/a/asset.json']} ` },
      { ...files, 'assets/a/other.bin': '' },
      { ...files, 'assets/a/data.bin': 'longer bytes of a' },
      { ...files, 'assets/new/x': '' },
    ];
    for (const changed of changes) expect((await read(changed)).id).not.toBe(before);
  });

  it('packs roles in code-unit order and the paths of a role in array order', async () => {
    const files = {
      'assets/.prometeu/index.json': registry({ a: 1 }),
      'assets/a/asset.json': declaration(1, { inputs: { b: ['2', '1'], a_: ['4'], a: ['3'] } }),
      ...Object.fromEntries(['1', '2', '3', '4'].map((name) => [`assets/a/${name}`, name])),
    };
    expect((await read(files)).assets[0]?.inputs.map(({ role, path }) => [role, path])).toEqual([
      ['a', '3'],
      ['a_', '4'],
      ['b', '2'],
      ['b', '1'],
    ]);
  });

  it.each<[string, Record<string, string>, readonly (readonly [string, string, string | null])[]]>([
    ['no assets folder', { 'readme.txt': '' }, [['WORKSPACE_NO_ASSETS_FOLDER', 'assets', null]]],
    ['files in no asset', { 'assets/a.png': 'x', 'assets/.hidden': '' }, [['WORKSPACE_LOOSE_FILES', 'assets', null]]],
    [
      'no registry, but claims',
      { 'assets/a/asset.json': declaration(1), 'assets/a/data.bin': 'x' },
      [['REGISTRY_MISSING', 'assets/.prometeu/index.json', null]],
    ],
    [
      'I4: a record without a folder',
      { 'assets/.prometeu/index.json': registry({ a: 1 }) },
      [['IDENTITY_ORPHAN', 'assets/.prometeu/index.json', '/assets/0/root']],
    ],
    [
      'I4: a folder without a record',
      { ...workspace({ a: 1 }), 'assets/b/asset.json': declaration(2), 'assets/b/data.bin': 'x' },
      [['IDENTITY_IMPORTED', 'assets/b/asset.json', '/asset_uuid']],
    ],
    [
      'I1: a copied folder',
      { ...workspace({ a: 1 }), 'assets/b/asset.json': declaration(1, { name: 'other' }), 'assets/b/data.bin': 'x' },
      [
        ['IDENTITY_COPY', 'assets/a/asset.json', '/asset_uuid'],
        ['IDENTITY_COPY', 'assets/b/asset.json', '/asset_uuid'],
      ],
    ],
    [
      'I6: a moved folder',
      { 'assets/.prometeu/index.json': registry({ a: 1 }), 'assets/b/asset.json': declaration(1), 'assets/b/data.bin': 'x' },
      [['IDENTITY_MOVED', 'assets/b/asset.json', '/asset_uuid']],
    ],
    [
      'one name twice',
      { ...workspace({ a: 1, b: 2 }), 'assets/b/asset.json': declaration(2, { name: 'asset-1' }) },
      [
        ['ASSET_NAME_TAKEN', 'assets/a/asset.json', '/name'],
        ['ASSET_NAME_TAKEN', 'assets/b/asset.json', '/name'],
      ],
    ],
    [
      'one slot twice',
      {
        ...workspace({ a: 1, b: 2 }),
        'assets/a/asset.json': declaration(1, { preload: { enabled: true, slot: 3 } }),
        'assets/b/asset.json': declaration(2, { preload: { enabled: true, slot: 3 } }),
      },
      [
        ['ASSET_SLOT_TAKEN', 'assets/a/asset.json', '/preload/slot'],
        ['ASSET_SLOT_TAKEN', 'assets/b/asset.json', '/preload/slot'],
      ],
    ],
    [
      'a missing input',
      { ...workspace({ a: 1 }), 'assets/a/asset.json': declaration(1, { inputs: { main: ['Data.bin'] } }) },
      [['ASSET_INPUT_MISSING', 'assets/a/asset.json', '/inputs/main/0']],
    ],
    [
      'an input of another asset',
      { ...workspace({ a: 1, 'a/b': 2 }), 'assets/a/asset.json': declaration(1, { inputs: { main: ['b/data.bin'] } }) },
      [['ASSET_INPUT_FOREIGN', 'assets/a/asset.json', '/inputs/main/0']],
    ],
    [
      'P13 P14: names that are one on some disks',
      { ...workspace({ a: 1 }), 'assets/a/Data.bin': 'x' },
      [['PATH_COLLISION', 'assets/a', null]],
    ],
    [
      'P9: a name no Windows can hold',
      { ...workspace({ a: 1 }), 'assets/a/aux.txt': 'x' },
      [['PATH_NOT_PORTABLE', 'assets/a/aux.txt', null]],
    ],
    [
      'a png that is none',
      {
        ...workspace({ a: 1 }),
        'assets/a/asset.json': declaration(1, { type: 'tile_bank', output: { format: 'png', codec: 'none' } }),
      },
      [['SOURCE_FORMAT_MISMATCH', 'assets/a/data.bin', null]],
    ],
    [
      'a broken registry',
      { ...workspace({ a: 1 }), 'assets/.prometeu/index.json': '{"schema_version": 4,' },
      [['JSON_SYNTAX', 'assets/.prometeu/index.json', '/schema_version']],
    ],
    [
      'V3: a registry from the future',
      { ...workspace({ a: 1 }), 'assets/.prometeu/index.json': '{"schema_version": 5}' },
      [['VERSION_TOO_NEW', 'assets/.prometeu/index.json', '/schema_version']],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await codes(files)).toEqual(expected);
  });

  it('didYouMean: names the file that differs only in case', async () => {
    const files = { ...workspace({ a: 1 }), 'assets/a/asset.json': declaration(1, { inputs: { main: ['DATA.bin'] } }) };
    expect((await read(files)).diagnostics[0]?.data).toEqual({ role: 'main', path: 'DATA.bin', didYouMean: 'data.bin' });
  });

  it('P17 P23: names symlinks and special files and goes no further', async () => {
    const memory = createMemoryWorkspace(workspace({ a: 1 }));
    memory.symlink('assets/link');
    memory.special('assets/a/pipe');
    const snapshot = (await readSnapshot(memory.read, options))._unsafeUnwrap();
    expect(snapshot.diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ['PATH_SPECIAL_FILE', { path: 'assets/a/pipe', found: 'other', expected: 'file' }],
      ['PATH_SYMLINK', { path: 'assets/link' }],
    ]);
    expect(snapshot.blocked).toBe(true);
  });

  it('X6: an unreadable declaration is named; what is said of the others stays', async () => {
    const files = { ...workspace({ a: 1, b: 2 }), 'assets/b/asset.json': '{}' };
    const faults = (operation: string, path: string) =>
      operation === 'read' && path === 'assets/a/asset.json' ? ('io' as const) : undefined;
    const snapshot = (await readSnapshot(createMemoryWorkspace(files, { faults }).read, options))._unsafeUnwrap();
    expect(snapshot.diagnostics.map(({ code, location }) => [code, location.kind !== 'workspace' && location.file])).toEqual([
      ['IO_FAILED', 'assets/a/asset.json'],
      ['VERSION_MISSING', 'assets/b/asset.json'],
    ]);
    expect(snapshot.assets.map(({ identity, blocked }) => [identity.class, blocked])).toEqual([
      ['unreadable', true],
      ['unreadable', true],
    ]);
  });

  it('an excluded asset may be broken: nothing depends on it', async () => {
    const files = {
      ...workspace({ a: 1 }),
      'assets/.prometeu/index.json': registry({ a: 1 }, { included_in_build: false }),
      'assets/a/asset.json': declaration(1, { asset_uuid: uuid(2) }),
    };
    const snapshot = await read(files);
    expect(snapshot.assets.map(({ reachable, blocked }) => [reachable, blocked])).toEqual([[false, true]]);
  });

  it('offers what can be done about each folder, with everyone who claims the same in view', async () => {
    const files = {
      ...workspace({ a: 1, b: 2 }),
      'assets/a/asset.json': declaration(2),
      'assets/c/asset.json': declaration(1, { name: 'c' }),
    };
    const told = (await read(files)).diagnostics.filter(({ code }) => code.startsWith('IDENTITY_'));
    expect(told.map(({ code, data }) => [code, 'choices' in data && data.choices])).toEqual([
      ['IDENTITY_CONFLICT', ['keep-record']],
      ['IDENTITY_COPY', ['make-owner']],
      ['IDENTITY_AMBIGUOUS', ['choose-owner']],
    ]);
  });
});
