import {
  build,
  doctor,
  isStagedName,
  nameOf,
  observe,
  readWorkspace,
  recheckWorkspace,
  writeCache,
  type WorkspacePath,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import { resealCache } from '../artifacts/cache/reseal-cache.js';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { workspace as workspaceOf } from '../workspace/workspaces.js';

const CACHE = 'assets/.prometeu/cache.json';

const textOf = (workspace: MemoryWorkspace, path: string): string => new TextDecoder().decode(workspace.files().get(path));

const outputsIn = (workspace: MemoryWorkspace): ReadonlyMap<string, Uint8Array> =>
  new Map([...workspace.files()].filter(([path]) => path.startsWith('build/')));

/** Whatever a build wrote, by path. */
async function outputsOf(
  workspace: MemoryWorkspace,
  cache: 'ignore' | 'write' | 'trust' = 'ignore',
): Promise<ReadonlyMap<string, Uint8Array>> {
  unwrap(await build(workspace, { cache }));
  return outputsIn(workspace);
}

/** A workspace with the cache of its last build. */
async function builtWorkspace(): Promise<MemoryWorkspace> {
  const workspace = createMemoryWorkspace(smallWorkspace());
  await outputsOf(workspace, 'write');
  expect(unwrap(await recheckWorkspace(workspace)).state).toBe('unchanged');
  return workspace;
}

const set = (field: string, value: unknown) => (text: string) => resealCache(text, (fields) => ({ ...fields, [field]: value }));

/** The columns of two files taken for each other, so that each has the size, time and digest of the other one. */
const swapped = (text: string): string =>
  resealCache(text, (fields) => ({
    ...fields,
    file_sizes: [...(fields['file_sizes'] as readonly number[])].reverse(),
    file_times: [...(fields['file_times'] as readonly number[])].reverse(),
  }));

/** The cache of a project of other files. */
const foreignCache = await (async () => {
  const other = createMemoryWorkspace(workspaceOf({ hero: 1, elsewhere: 2 }));
  await outputsOf(other, 'write');
  return textOf(other, CACHE);
})();

/** What someone, or something, makes of a cache. Those that are sealed anew have the digest of what they say. */
const SPOILED: Readonly<Record<string, (text: string) => string>> = {
  'C1 empty': () => '',
  'C1 cut off': (text) => text.slice(0, text.length / 2),
  'C1 a bit flipped': (text) => text.replace('"snapshot"', '"snapshos"'),
  'C1 of another version': (text) => text.replace('"schema_version":1', '"schema_version":999'),
  'C1 of another release': set('rules', 'others'),
  'C1 of another project': () => foreignCache,
  'C2 right keys and other digests': (text) =>
    resealCache(text, (fields) => ({ ...fields, digests: 'a'.repeat((fields['digests'] as string).length) })),
  'C2 keys of others': swapped,
  'C2 another snapshot': set('snapshot', ['0'.repeat(64), 0, 0, 0]),
  'C2 a field named __proto__': (text) => text.replace('"published"', '"__proto__":{"polluted":true},\n"published"'),
  'C3 a folder that leads outside': (text) =>
    resealCache(text, (fields) => ({ ...fields, folder_names: (fields['folder_names'] as string).replace('hero', '..') })),
  'C3 a file that leads outside': (text) =>
    resealCache(text, (fields) => ({ ...fields, file_names: (fields['file_names'] as string).replace('idle.png', '..') })),
};

describe('a cache', () => {
  it.each(Object.entries(SPOILED))('%s: the build is the one without it', async (_, spoil) => {
    const workspace = await builtWorkspace();
    workspace.set(CACHE, spoil(textOf(workspace, CACHE)));
    workspace.set('assets/hero/asset.json', textOf(workspace, 'assets/hero/asset.json').replace('16', '32'));
    const without = await outputsOf(createMemoryWorkspace([...workspace.files()].filter(([path]) => path !== CACHE)));
    for (const cache of ['ignore', 'write', 'trust'] as const) {
      const twin = createMemoryWorkspace(workspace.files());
      expect(await outputsOf(twin, cache)).toEqual(without);
    }
  });

  it.each(Object.entries(SPOILED))('%s: an error is made of none, and what is told of it is an info', async (_, spoil) => {
    const workspace = await builtWorkspace();
    workspace.set(CACHE, spoil(textOf(workspace, CACHE)));
    const { verdict, diagnostics } = unwrap(await doctor(workspace));
    expect(verdict.build.can).toBe(true);
    expect(diagnostics.filter(({ artifact }) => artifact === 'cache').every(({ severity }) => severity === 'info')).toBe(true);
    expect((await recheckWorkspace(workspace)).isOk()).toBe(true);
  });

  it('C2: whatever a cache says, one that is trusted spares a build or changes nothing: it is never built from', async () => {
    for (const spoil of Object.values(SPOILED)) {
      const workspace = await builtWorkspace();
      const built = outputsIn(workspace);
      workspace.set(CACHE, spoil(textOf(workspace, CACHE)));
      expect(await outputsOf(workspace, 'trust')).toEqual(built);
    }
  });

  it('C2: a forged cache makes nobody who reads without trust see something else', async () => {
    const workspace = await builtWorkspace();
    const before = unwrap(await readWorkspace(workspace));
    for (const spoil of Object.values(SPOILED)) {
      const twin = createMemoryWorkspace({ ...Object.fromEntries(workspace.files()), [CACHE]: spoil(textOf(workspace, CACHE)) });
      expect(unwrap(await readWorkspace(twin))).toEqual(before);
    }
  });

  it('C3: no path outside is ever asked for', async () => {
    for (const spoil of Object.values(SPOILED)) {
      const workspace = await builtWorkspace();
      workspace.set(CACHE, spoil(textOf(workspace, CACHE)));
      const { ports, calls } = recordingPort(workspace);
      unwrap(await doctor(ports));
      unwrap(await recheckWorkspace(ports));
      unwrap(await build(ports, { cache: 'trust' }));
      expect(calls.filter(({ path }) => path.split('/').includes('..') || !/^(assets|build|$)/.test(path))).toEqual([]);
    }
  });

  it('C4: a source of the size and time that it had is seen without trust, and is what trusting leaves to the caller', async () => {
    let now = 1000;
    const workspace = createMemoryWorkspace(smallWorkspace(), { clock: () => (now += 1) });
    await outputsOf(workspace, 'write');
    const built = outputsIn(workspace);
    const path = 'assets/colours/night.pal';
    const file = [...workspace.files().keys()].find((name) => name.startsWith('assets/colours/') && !name.endsWith('.json')) ?? path;
    const bytes = Uint8Array.from(workspace.files().get(file) ?? []);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const later = now;
    workspace.set(file, bytes);
    expect(unwrap(await build(workspace, { cache: 'trust' })).value.state).toBe('applied'); // its time is another one
    expect(outputsIn(workspace)).not.toEqual(built);
    expect(now).toBeGreaterThan(later);
  });

  it.each([0, -1e12, 3.2e10, 0.25])('C5: the build is the same at whatever time: %s', async (step) => {
    const without = await outputsOf(createMemoryWorkspace(smallWorkspace()));
    let now = 1e12;
    const workspace = createMemoryWorkspace(smallWorkspace(), { clock: () => (now += step) });
    expect(await outputsOf(workspace, 'write')).toEqual(without);
    expect(await outputsOf(workspace, 'trust')).toEqual(without);
  });

  it('C6: its place is a folder, something else, or a symlink: a build works all the same', async () => {
    const without = await outputsOf(createMemoryWorkspace(smallWorkspace()));
    for (const kind of ['folder', 'special', 'symlink'] as const) {
      for (const cache of ['ignore', 'write', 'trust'] as const) {
        const workspace = createMemoryWorkspace(smallWorkspace());
        workspace[kind](CACHE);
        expect(unwrap(await readWorkspace(workspace)).blocked).toBe(false);
        expect(await outputsOf(workspace, cache)).toEqual(without);
        expect([...workspace.files().keys()].filter((path) => isStagedName(nameOf(path as WorkspacePath)))).toEqual([]);
      }
    }
  });

  it('C6: it can be neither read nor written: a build works all the same', async () => {
    const without = await outputsOf(createMemoryWorkspace(smallWorkspace()));
    for (const fault of ['denied', 'read-only', 'io', 'no-space'] as const) {
      const faults = (_: string, path: string) => (path.includes('cache.json') ? fault : undefined);
      for (const cache of ['write', 'trust'] as const) {
        expect(await outputsOf(createMemoryWorkspace({ ...smallWorkspace(), [CACHE]: '{' }, { faults }), cache)).toEqual(without);
      }
    }
  });

  it('C7: it is no larger after many builds than after one, and over the limit it is not written', async () => {
    const workspace = await builtWorkspace();
    const { length } = textOf(workspace, CACHE);
    for (let round = 0; round < 3; round += 1) await outputsOf(workspace, 'write');
    expect(Math.abs(textOf(workspace, CACHE).length - length)).toBeLessThan(100); // times grow longer
    const small = createMemoryWorkspace(smallWorkspace());
    unwrap(await build(small, { cache: 'write', budgets: { json: { maxBytes: 1500 } } }));
    expect(small.files().has(CACHE)).toBe(false);
  });

  it('C7: nothing is written that nobody asked for, and what is removed is the packer’s own', async () => {
    const workspace = createMemoryWorkspace(smallWorkspace());
    const { ports, calls } = recordingPort(workspace);
    for (let round = 0; round < 3; round += 1) unwrap(await build(ports));
    const observed = unwrap(await observe(ports));
    unwrap(await recheckWorkspace(ports));
    expect(workspace.files().has(CACHE)).toBe(false);
    unwrap(await build(ports, { cache: 'write' }));
    expect(unwrap(await writeCache(ports, observed)).value.state).toBe('written');
    const removed = calls.filter(({ operation }) => operation === 'remove').map(({ path }) => path as WorkspacePath);
    expect(removed.filter((path) => path !== 'assets/.prometeu/journal.json' && !isStagedName(nameOf(path)))).toEqual([]);
  });
});
