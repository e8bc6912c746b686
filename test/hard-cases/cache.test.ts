import { build, doctor, isStagedName, nameOf, readWorkspace, type WorkspacePath } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';

const CACHE = 'assets/.prometeu/cache.json';

/** Whatever a build wrote, by path. */
async function outputsOf(workspace: MemoryWorkspace): Promise<ReadonlyMap<string, Uint8Array>> {
  unwrap(await build(workspace));
  return new Map([...workspace.files()].filter(([path]) => path.startsWith('build/')));
}

const cacheOf = (entries: readonly object[], more: object = {}): string => JSON.stringify({ schema_version: 1, entries, ...more });

/** Caches that someone, or something, has spoiled. */
const POISONED: Readonly<Record<string, string>> = {
  'C2 right keys and wrong bytes': cacheOf([{ path: 'assets/hero/idle.png', size: 1, mtime: 1, sha256: '0'.repeat(64) }]),
  'C2 two entries of one key': cacheOf([
    { path: 'assets/hero/idle.png', sha256: '1'.repeat(64) },
    { path: 'assets/hero/idle.png', sha256: '2'.repeat(64) },
  ]),
  'C2 an entry named __proto_': cacheOf([], { __proto_: { polluted: true } }),
  'C3 a path that leads outside': cacheOf([{ path: '../../outside/secret.bin' }, { path: '/etc/passwd' }, { path: 'C:\\x' }]),
  'C1 cut off': '{ "schema_version": 1, "entr',
  'C1 of another version': '{ "schema_version": 999 }',
};

describe('a cache', () => {
  it.each(Object.entries(POISONED))('%s: the build is the one without it', async (_, text) => {
    const without = await outputsOf(createMemoryWorkspace(smallWorkspace()));
    expect(await outputsOf(createMemoryWorkspace({ ...smallWorkspace(), [CACHE]: text }))).toEqual(without);
  });

  it('C3: no path in it is ever asked for', async () => {
    const workspace = createMemoryWorkspace({ ...smallWorkspace(), [CACHE]: POISONED['C3 a path that leads outside'] ?? '' });
    const { ports, calls } = recordingPort(workspace);
    unwrap(await doctor(ports));
    unwrap(await build(ports));
    expect(calls.filter(({ path }) => /outside|etc|C:/.test(path))).toEqual([]);
  });

  it('C6: its place is a folder, something else, or a symlink: a build works all the same', async () => {
    const without = await outputsOf(createMemoryWorkspace(smallWorkspace()));
    for (const kind of ['folder', 'special', 'symlink'] as const) {
      const workspace = createMemoryWorkspace(smallWorkspace());
      workspace[kind](CACHE);
      expect(unwrap(await readWorkspace(workspace)).blocked).toBe(false);
      expect(await outputsOf(workspace)).toEqual(without);
    }
  });

  it('C6: it cannot be read: a build works all the same', async () => {
    const without = await outputsOf(createMemoryWorkspace(smallWorkspace()));
    for (const fault of ['denied', 'read-only', 'io'] as const) {
      const faults = (_: string, path: string) => (path === CACHE ? fault : undefined);
      expect(await outputsOf(createMemoryWorkspace({ ...smallWorkspace(), [CACHE]: cacheOf([]) }, { faults }))).toEqual(without);
    }
  });

  it('C7: none is made, so none grows; what is removed is the packer’s own', async () => {
    const workspace = createMemoryWorkspace(smallWorkspace());
    const { ports, calls } = recordingPort(workspace);
    for (let round = 0; round < 3; round += 1) unwrap(await build(ports));
    expect([...workspace.files().keys()].filter((path) => path.startsWith('assets/.prometeu/'))).toEqual(['assets/.prometeu/index.json']);
    const removed = calls.filter(({ operation }) => operation === 'remove').map(({ path }) => path as WorkspacePath);
    expect(removed.filter((path) => path !== 'assets/.prometeu/journal.json' && !isStagedName(nameOf(path)))).toEqual([]);
  });
});
