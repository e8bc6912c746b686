import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeCompute } from '../../src/node/node-compute.js';
import type { AssetState } from '../../src/workspace/asset-state.js';
import { snapshotId } from '../../src/workspace/snapshot-id.js';
import { at } from '../ports/at.js';

const [SHA, OTHER] = ['a'.repeat(64), 'b'.repeat(64)];

const asset = (file: string, size: number, sha256: string | null): Pick<AssetState, 'inputs'> => ({
  inputs: [{ role: 'main', path: 'x', file: at(file), size, sha256 }],
});

const idOf = (
  files: Parameters<typeof snapshotId>[0],
  folders: Parameters<typeof snapshotId>[1] = [],
  assets: readonly Pick<AssetState, 'inputs'>[] = [],
): string => snapshotId(files, folders, assets, nodeCompute);

describe('snapshotId', () => {
  it('is another for each thing that may be found otherwise', () => {
    const ids = [
      idOf([]),
      idOf([{ path: 'a', sha256: SHA }]),
      idOf([{ path: 'a', sha256: OTHER }]),
      idOf([{ path: 'a', sha256: null }]),
      idOf([{ path: 'b', sha256: SHA }]),
      idOf([{ path: 'a absent', sha256: null }]),
      idOf([], [{ path: 'a', listing: SHA }]),
      idOf([], [{ path: 'a', listing: null }]),
      idOf([], [], [asset('a', 1, null)]),
      idOf([], [], [asset('a', 2, null)]),
      idOf([], [], [asset('a', 1, SHA)]),
      idOf([], [], [asset('a', 1, OTHER)]),
      idOf([], [], [asset('b', 1, SHA)]),
      idOf([], [], [asset('a', 1, SHA), asset('b', 1, SHA)]),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the digest of one text, however many lines it has', () => {
    const files = Array.from({ length: 10_000 }, (_, index) => ({ path: `${index}`, sha256: SHA }));
    const text = files.map(({ path }) => `file ${SHA} ${path}\n`).join('');
    expect(idOf(files)).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
