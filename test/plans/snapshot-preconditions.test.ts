import { expect, it } from 'vitest';
import { snapshotPreconditions } from '../../src/plans/snapshot-preconditions.js';
import type { WorkspaceSnapshot } from '../../src/workspace/snapshot.js';

const file = (path: string) => ({ path, sha256: null });
const head = (path: string) => ({ path, length: 1, sha256: 'a' });

const snapshot = (registry: object | null) =>
  ({
    registry,
    files: ['d', 'b'].map(file),
    folders: ['y', 'x'].map((path) => ({ path, listing: path, entries: [] })),
  }) as unknown as WorkspaceSnapshot;

it('holds what the snapshot rests on and what was read besides, by path', () => {
  const further = { files: ['c', 'a'].map(file), heads: ['n', 'm'].map(head) };
  expect(snapshotPreconditions(snapshot({ project_uuid: 'project' }), further)).toEqual({
    projectUuid: 'project',
    files: ['a', 'b', 'c', 'd'].map(file),
    heads: ['m', 'n'].map(head),
    folders: ['y', 'x'].map((path) => ({ path, listing: path })),
  });
});

it('holds what the snapshot rests on alone, and of no registry no project', () => {
  const { projectUuid, files, heads } = snapshotPreconditions(snapshot(null));
  expect([projectUuid, files, heads]).toEqual([null, ['b', 'd'].map(file), []]);
});
