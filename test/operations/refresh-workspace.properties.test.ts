import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDiagnostics,
  type FollowedWorkspace,
  followWorkspace,
  observe,
  type ReadOptions,
  readWorkspace,
  reconcile,
  refreshWorkspace,
  type WorkspacePath,
  workspaceVerdict,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspace } from 'prometeu-packer/memory';
import { indexedPng, soundPng } from '../sources/png/png-builder.js';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';
import { applyEvent } from '../workspace/histories/apply-event.js';
import { arbitraryHistory } from '../workspace/histories/arbitrary-history.js';
import { filesOf } from '../workspace/histories/show-world.js';
import { soundWorld } from '../workspace/histories/world.js';
import { assetV2, assetV3, registryV2, registryV3 } from './versioned-workspace.js';

const REGISTRY = 'assets/.prometeu/index.json';
const ROOTS = ['a', 'b', 'b/c', 'd', 'g/e', 'g/f'] as const;

const sprites = { type: 'tile_bank', inputs: { main: ['data.bin'] }, output: { format: 'png', codec: 'none' } } as const;

const declarations: readonly string[] = [
  declaration(1),
  declaration(1, { name: 'asset-2' }),
  declaration(2),
  declaration(3),
  declaration(4, { preload: { enabled: true, slot: 3 } }),
  declaration(5, { preload: { enabled: true, slot: 3 } }),
  declaration(5, { preload: { enabled: true } }),
  declaration(1, sprites),
  declaration(2, { inputs: { main: ['data.bin', 'more.bin', 'c/data.bin'] } }),
  declaration(2, { inputs: { main: ['asset.json', 'e/data.bin'], other: ['data.bin', 'DATA.bin'] } }),
  declaration(14),
  declaration(1).replace(uuid(1), uuid(1).toUpperCase()),
  declaration(1).replace(uuid(1), 'nothing'),
  declaration(1, { asset_uuid: undefined }),
  declaration(6, { unknown: [1, 2], another: 3, third: 4 }),
  assetV2('old'),
  assetV2('old', { unknown: 1 }),
  assetV3('third', 3),
  '{',
  '{}',
];

const registries: readonly string[] = [
  registry({ a: 1, b: 2 }),
  registry({ a: 1, b: 3 }),
  registry({ a: 1, 'b/c': 2, d: 3, 'g/e': 4, 'g/f': 5 }),
  registry({ a: 1, b: 1, d: 2 }),
  registry({ a: 1, b: 2, d: 3 }, { included_in_build: false }),
  registry({}),
  registryV2({ a: 1, b: 2, d: 3 }),
  registryV2({ a: 1, b: 1 }),
  registryV3({ a: 1, b: 2 }),
  registry({ a: 1, b: 2 }).replace('"next_asset_id":100', '"next_asset_id":1'),
  registry({ a: 1, b: 2 }).replaceAll(uuid(15), uuid(13)),
  registry({ a: 1 }).slice(1),
];

const sources: readonly MemoryContent[] = [soundPng, indexedPng([0, 1]), indexedPng([0, 0]), 'raw', 'war', ''];

type Edit =
  | { readonly kind: 'set'; readonly path: string; readonly content: MemoryContent }
  | { readonly kind: 'delete' | 'touch' | 'symlink' | 'move' | 'copy'; readonly path: string; readonly to?: string };

const set = (path: string, content: MemoryContent): Edit => ({ kind: 'set', path, content });
const root = fc.constantFrom(...ROOTS);
const folder = fc.constantFrom(...ROOTS, 'g');
const name = fc.constantFrom('data.bin', 'more.bin', 'Data.bin', 'asset.json', 'sub/x.bin');

const edits: readonly fc.WeightedArbitrary<Edit>[] = [
  { weight: 12, arbitrary: fc.tuple(root, fc.constantFrom(...declarations)).map(([at, text]) => set(`assets/${at}/asset.json`, text)) },
  { weight: 3, arbitrary: fc.tuple(root, fc.constantFrom(...sources)).map(([at, content]) => set(`assets/${at}/data.bin`, content)) },
  { weight: 2, arbitrary: fc.tuple(folder, name).map(([at, file]) => set(`assets/${at}/${file}`, 'some')) },
  { weight: 1, arbitrary: fc.constantFrom<Edit>(set('assets/loose.txt', ''), { kind: 'delete', path: 'assets/loose.txt' }) },
  { weight: 1, arbitrary: fc.tuple(folder, name).map(([at, file]): Edit => ({ kind: 'symlink', path: `assets/${at}/${file}` })) },
  { weight: 1, arbitrary: folder.map((at): Edit => ({ kind: 'symlink', path: `assets/${at}` })) },
  { weight: 2, arbitrary: folder.map((at): Edit => ({ kind: 'delete', path: `assets/${at}` })) },
  { weight: 2, arbitrary: fc.tuple(folder, name).map(([at, file]): Edit => ({ kind: 'delete', path: `assets/${at}/${file}` })) },
  { weight: 1, arbitrary: fc.constantFrom<Edit>({ kind: 'delete', path: REGISTRY }, { kind: 'delete', path: 'assets' }) },
  { weight: 1, arbitrary: root.map((at): Edit => ({ kind: 'touch', path: `assets/${at}/asset.json` })) },
  { weight: 3, arbitrary: fc.tuple(folder, folder).map(([at, to]): Edit => ({ kind: 'move', path: `assets/${at}`, to: `assets/${to}` })) },
  {
    weight: 3,
    arbitrary: fc.tuple(root, folder).map(([at, to]): Edit => ({ kind: 'copy', path: `assets/${at}`, to: `assets/${to}/copy` })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Edit>(set('assets/.prometeu/journal.json', '{'), { kind: 'delete', path: 'assets/.prometeu/journal.json' }),
  },
];
const registryEdit: fc.WeightedArbitrary<Edit> = {
  weight: 3,
  arbitrary: fc.constantFrom(...registries).map((text) => set(REGISTRY, text)),
};

/** Makes an edit and names what a watcher would. */
async function edit(host: MemoryWorkspace, change: Edit): Promise<readonly string[]> {
  const { path } = change;
  if (change.kind === 'set') {
    try {
      host.set(path, change.content);
    } catch {
      return []; // something stands in the way
    }
    return [path];
  }
  if (change.kind === 'delete') host.delete(path);
  if (change.kind === 'symlink') {
    host.delete(path);
    host.symlink(path);
  }
  const bytes = host.files().get(path);
  if (change.kind === 'touch' && bytes !== undefined) host.set(path, bytes);
  if (change.kind === 'move' && change.to !== undefined) {
    const moved = await host.write.rename(path as WorkspacePath, change.to as WorkspacePath);
    return moved.isOk() ? [path, change.to] : [];
  }
  if (change.kind === 'copy' && change.to !== undefined) {
    const copied = [...host.files()].flatMap(([from, content]) =>
      from.startsWith(`${path}/`) ? [[`${change.to}${from.slice(path.length)}`, content] as const] : [],
    );
    for (const [to, content] of copied.slice(0, 20)) host.set(to, content);
    return copied.length === 0 ? [] : [change.to];
  }
  return [path];
}

const start = (): MemoryWorkspace =>
  createMemoryWorkspace(
    {
      ...workspace({ a: 1, b: 2, d: 3, 'g/e': 4, 'g/f': 5 }),
      'assets/b/asset.json': declaration(2, sprites),
      'assets/b/data.bin': soundPng,
      'assets/g/x': '',
    },
    { order: 'shuffled' },
  );

/** Everything that a followed workspace answers, against what reading the whole gives. */
async function agree(host: MemoryWorkspace, followed: FollowedWorkspace, options: ReadOptions): Promise<void> {
  const expected = (await readWorkspace(host, options))._unsafeUnwrap();
  expect(followed.snapshot()).toEqual(expected);
  expect(followed.counts).toEqual(countDiagnostics(expected.diagnostics));
  expect(followed.verdict()).toEqual(workspaceVerdict(expected));
  expect(followed.assets(0, 1000)).toEqual(expected.assets);
  expect(followed.assetCount).toBe(expected.assets.length);
  const migrations = expected.assets.filter(({ migration }) => migration !== null).length;
  expect(followed.migrationCount).toBe(migrations + (expected.registryMigration === null ? 0 : 1));
  expect(followed.files(0, 1000).flatMap(({ diagnostics }) => diagnostics)).toEqual(expected.diagnostics);
}

const fingerprints = (followed: FollowedWorkspace): ReadonlyMap<string, string> =>
  new Map(followed.files(0, 1000).map(({ file, diagnostics }) => [file, JSON.stringify(diagnostics)]));

const follows = (options: ReadOptions, anyEdit: fc.Arbitrary<Edit>, named = true) =>
  fc.asyncProperty(fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (rounds) => {
    const host = start();
    let followed = (await followWorkspace(host, options))._unsafeUnwrap();
    let observed = (await observe(host, options))._unsafeUnwrap();
    await agree(host, followed, options);
    for (const round of rounds) {
      const changed: string[] = [];
      for (const change of round) changed.push(...(await edit(host, change)));
      const now = (await refreshWorkspace(host, followed, named ? { changed } : {}))._unsafeUnwrap();
      const reconciled = (await reconcile(host, observed))._unsafeUnwrap();
      await agree(host, now.followed, options);
      expect(now.state).toBe(reconciled.state);
      if (now.state !== 'fresh' && reconciled.state !== 'fresh') {
        const { changed: others, added, removed } = reconciled;
        expect({ changed: now.changed, added: now.added, removed: now.removed }).toEqual({ changed: others, added, removed });
        const [was, is] = [fingerprints(followed), fingerprints(now.followed)];
        const files = [...new Set([...was.keys(), ...is.keys()])].filter((file) => was.get(file) !== is.get(file));
        expect(now.files).toEqual(files.sort());
      }
      followed = now.followed;
      observed = reconciled;
    }
  });

/** Lays another world over a host; the answer names every file that differs. */
function layOver(host: MemoryWorkspace, files: Readonly<Record<string, string>>): readonly string[] {
  const decoder = new TextDecoder();
  const before = new Map([...host.files()].map(([path, bytes]) => [path, decoder.decode(bytes)]));
  const gone = [...before.keys()].filter((path) => !(path in files));
  const set = Object.entries(files).filter(([path, text]) => before.get(path) !== text);
  for (const path of gone) host.delete(path);
  for (const [path, text] of set) host.set(path, text);
  return [...gone, ...set.map(([path]) => path)];
}

const anyEdit = fc.oneof(...edits, registryEdit);
const assetEdit = fc.oneof(...edits);

describe('a workspace that is followed is what reading it whole gives, whatever was done between', () => {
  it('with the paths named that changed', () => fc.assert(follows({}, anyEdit), { numRuns: 20 }));

  it('with a registry that stays', () => fc.assert(follows({}, assetEdit), { numRuns: 20 }));

  it('without a name of what changed', () => fc.assert(follows({}, anyEdit, false), { numRuns: 20 }));

  it('where only files of the current version are accepted', () => fc.assert(follows({ requireCurrent: true }, anyEdit), { numRuns: 20 }));

  it('where little may be told of a file', () =>
    fc.assert(follows({ budgets: { diagnostics: { maxPerCodeAndFile: 1 } } }, anyEdit), { numRuns: 20 }));

  it('where a report may hold little', () =>
    fc.assert(follows({ budgets: { diagnostics: { maxInReport: 6 } } }, anyEdit), { numRuns: 20 }));

  it('through the histories of a project: moved, copied, merged, registered, retired', () =>
    fc.assert(
      fc.asyncProperty(arbitraryHistory(6), async (events) => {
        let world = soundWorld();
        const host = createMemoryWorkspace(filesOf(world));
        let followed = (await followWorkspace(host))._unsafeUnwrap();
        for (const event of events) {
          world = applyEvent(world, event);
          const changed = layOver(host, filesOf(world));
          followed = (await refreshWorkspace(host, followed, { changed }))._unsafeUnwrap().followed;
          await agree(host, followed, {});
        }
      }),
      { numRuns: 20 },
    ));
});
