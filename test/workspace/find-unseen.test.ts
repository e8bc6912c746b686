import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { readWorkspace } from '../../src/operations/read-workspace.js';
import type { WorkspacePath } from '../../src/paths/workspace-path.js';
import { findUnseen } from '../../src/workspace/find-unseen.js';
import { declaration, workspace } from './workspaces.js';

const records = [{ root: 'a' }, { root: 'b/c' }, { root: 'd' }];
const paths = (...unseen: readonly string[]): ReadonlySet<string> => new Set(unseen as readonly WorkspacePath[]);

describe('findUnseen', () => {
  it('finds records whose declaration, or a folder above it, was not looked at', () => {
    expect(findUnseen(records, paths())).toEqual([]);
    expect(findUnseen(records, paths('assets/a/asset.json'))).toEqual(['a']);
    expect(findUnseen(records, paths('assets/b'))).toEqual(['b/c']);
    expect(findUnseen(records, paths('assets/b/c', 'assets/d/data.bin', 'assets/dd'))).toEqual(['b/c']);
    expect(findUnseen(records, paths('assets'))).toEqual(['a', 'b/c', 'd']);
  });
});

/** The identity class of each root. */
async function classesOf(host: Parameters<typeof readWorkspace>[0]): Promise<Record<string, string>> {
  const { assets } = (await readWorkspace(host))._unsafeUnwrap();
  return Object.fromEntries(assets.map(({ root, identity }) => [root, identity.class]));
}

describe('a record whose folder could not be looked into', () => {
  it('is no orphan', async () => {
    const denied = (operation: string, path: string) => (operation === 'list' && path === 'assets/a' ? 'denied' : undefined);
    const files = workspace({ a: 1, b: 2 });
    expect(await classesOf(createMemoryWorkspace(files, { faults: denied }))).toEqual({ a: 'unreadable', b: 'ok' });
    const linked = createMemoryWorkspace({
      ...workspace({ b: 2 }),
      'assets/.prometeu/index.json': files['assets/.prometeu/index.json'] ?? '',
    });
    expect(await classesOf(linked)).toEqual({ a: 'orphan', b: 'ok' });
    linked.symlink('assets/a');
    expect(await classesOf(linked)).toEqual({ a: 'unreadable', b: 'ok' });
  });

  it('did not move to where its identity is claimed', async () => {
    const files = { ...workspace({ a: 1 }), 'assets/b/asset.json': declaration(1, { name: 'b' }), 'assets/b/data.bin': 'bytes of b' };
    const denied = (operation: string, path: string) => (operation === 'list' && path === 'assets/a' ? 'denied' : undefined);
    expect(await classesOf(createMemoryWorkspace(files, { faults: denied }))).toEqual({ a: 'unreadable', b: 'ambiguous' });
  });
});
