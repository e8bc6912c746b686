import { describe, expect, it } from 'vitest';
import { build, doctor, formatLockOwner, type ArtifactReport, type LockOwner } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspaceOptions } from 'prometeu-packer/memory';
import { withFaults } from 'prometeu-packer/testing';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';

const LOCK = 'assets/.prometeu/lock';

async function artifactsOf(files: Record<string, MemoryContent>, options: MemoryWorkspaceOptions = {}): Promise<readonly ArtifactReport[]> {
  return (await doctor(createMemoryWorkspace(files, options)))._unsafeUnwrap().artifacts;
}

const one = (artifacts: readonly ArtifactReport[], artifact: string) => artifacts.find((found) => found.artifact === artifact);

describe('the artifacts of the doctor', () => {
  it('lists every file that is expected, by path, and a lock only where there is one', async () => {
    expect((await artifactsOf(workspace({ b: 1, a: 2 }))).map(({ artifact, path }) => `${artifact} ${path}`)).toEqual([
      'cache assets/.prometeu/cache.json',
      'registry assets/.prometeu/index.json',
      'journal assets/.prometeu/journal.json',
      'undo assets/.prometeu/undo/last.json',
      'asset assets/a/asset.json',
      'asset assets/b/asset.json',
      'asset-table build/asset_table.json',
      'asset-metadata build/asset_table_metadata.json',
      'archive build/assets.pa',
      'preload build/preload.json',
    ]);
  });

  it.each<[string, Record<string, MemoryContent>, unknown]>([
    ['sound', {}, { class: 'current', window: 'current', stage: 'reconciled', identity: 'ok' }],
    ['a bad name', { 'assets/a/asset.json': declaration(1, { name: 'No!' }) }, { class: 'current', stage: 'version', identity: 'ok' }],
    [
      'an input that leads out',
      { 'assets/a/asset.json': declaration(1, { inputs: { main: ['../x'] } }) },
      { class: 'current', stage: 'migrated' },
    ],
    ['an input that is not there', { 'assets/a/asset.json': declaration(1, { inputs: { main: ['gone'] } }) }, { stage: 'meaning' }],
    ['a foreign claim', { 'assets/a/asset.json': declaration(1, { asset_uuid: uuid(9) }) }, { stage: 'meaning', identity: 'conflict' }],
    ['a newer version', { 'assets/a/asset.json': '{"schema_version": 7}' }, { class: 'version-too-new', version: 7, stage: 'strict-json' }],
    ['a registry in doubt', { 'assets/.prometeu/index.json': '{' }, { class: 'current', stage: 'meaning', identity: 'unreadable' }],
  ])('tells the last gate of a declaration: %s', async (_, change, expected) => {
    expect(one(await artifactsOf({ ...workspace({ a: 1 }), ...change }), 'asset')).toMatchObject(expected as object);
  });

  it('takes a registry for reconciled only where every record is', async () => {
    expect(one(await artifactsOf(workspace({ a: 1 })), 'registry')?.stage).toBe('reconciled');
    const orphaned = { ...workspace({ a: 1 }), 'assets/.prometeu/index.json': registry({ a: 1, gone: 2 }) };
    expect(one(await artifactsOf(orphaned), 'registry')?.stage).toBe('meaning');
  });

  it('tells a change that the archive does not know, by size where the digest was not read', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    (await build(host))._unsafeUnwrap();
    const staleness = async () => one((await doctor(host))._unsafeUnwrap().artifacts, 'archive')?.staleness;
    expect(await staleness()).toBe('unknown'); // raw sources are not read
    host.set('assets/a/data.bin', 'BYTES of a');
    expect(await staleness()).toBe('unknown');
    host.set('assets/a/data.bin', 'other bytes of a');
    expect(await staleness()).toBe('stale');
  });

  it('never reads the payload of the archive, nor raw sources', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    (await build(host))._unsafeUnwrap();
    const read: string[] = [];
    const watched = withFaults(host, (operation, path) => void (operation === 'read' && read.push(path)));
    (await doctor(watched))._unsafeUnwrap();
    expect(read).not.toContain('assets/a/data.bin');
    expect(read.filter((path) => path === 'build/assets.pa')).toHaveLength(4); // prelude and header, once for each of two looks
  });

  const owner: LockOwner = { token: '00000000000000aa', host: 'here', bootId: 'b1', pid: 7, processStart: '1' };
  const self = { host: 'here', bootId: 'b1', pid: 8, processStart: '2' };

  it.each<[string, string | null, boolean]>([
    ['lives', '1', false],
    ['cannot be told of', '', false],
    ['is proven dead', null, true],
  ])('a lock whose owner %s', async (_, start, can) => {
    const files = { ...workspace({ a: 1 }), [LOCK]: formatLockOwner(owner) };
    const host = createMemoryWorkspace(files, { witness: { self, processStart: () => start } });
    const { verdict, artifacts, diagnostics } = (await doctor(host))._unsafeUnwrap();
    expect([verdict.read.can, verdict.mutate.can, verdict.build.can]).toEqual([true, can, can]);
    expect(one(artifacts, 'lock')).toMatchObject({ class: 'unversioned', codes: can ? [] : ['PLAN_LOCKED'] });
    expect(diagnostics.map(({ code }) => code)).toEqual(can ? [] : ['PLAN_LOCKED']);
    expect((await build(host)).isOk()).toBe(can);
  });

  it('proves no death without a witness', async () => {
    const { read } = createMemoryWorkspace({ ...workspace({ a: 1 }), [LOCK]: formatLockOwner(owner) });
    expect((await doctor({ read }))._unsafeUnwrap().verdict.build.decidedBy).toEqual(['PLAN_LOCKED']);
  });
});
