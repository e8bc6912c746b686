import { describe, expect, it } from 'vitest';
import { build, verifyArchive, verifyWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { declaration, registry, workspace } from '../workspace/workspaces.js';

const built = async (): Promise<MemoryWorkspace> => {
  const host = createMemoryWorkspace({
    ...workspace({ a: 1, b: 2 }),
    'assets/b/asset.json': declaration(2, { inputs: { main: ['data.bin', 'more.bin'] }, preload: { enabled: true, slot: 4 } }),
    'assets/b/more.bin': 'more bytes of b',
  });
  expect((await build(host))._unsafeUnwrap().value.state).toBe('applied');
  return host;
};
const verify = async (host: MemoryWorkspace) => {
  const { ok, diagnostics } = (await verifyWorkspace(host))._unsafeUnwrap();
  return {
    ok,
    found: diagnostics.map(({ code, location, data }) => ({ code, file: location.kind === 'workspace' ? '' : location.file, data })),
  };
};

describe('verifyWorkspace', () => {
  it('has nothing to say of what was just built, and writes nothing', async () => {
    const host = await built();
    const before = host.files();
    expect(await verify(host)).toEqual({ ok: true, found: [] });
    expect(host.files()).toEqual(before);
  });

  it('says what was not built', async () => {
    expect(await verify(createMemoryWorkspace(workspace({ a: 1 })))).toEqual({
      ok: false,
      found: [{ code: 'VERIFY_NOT_BUILT', file: 'build/assets.pa', data: { expected: 'build/assets.pa' } }],
    });
    for (const path of ['build/asset_table.json', 'build/preload.json', 'build/asset_table_metadata.json']) {
      const host = await built();
      host.delete(path);
      expect(await verify(host)).toEqual({ ok: false, found: [{ code: 'VERIFY_NOT_BUILT', file: path, data: { expected: path } }] });
    }
  });

  it('C4: sees a source that changed and kept its size', async () => {
    const host = await built();
    host.set('assets/b/more.bin', 'MORE bytes of b');
    const { ok, found } = await verify(host);
    expect(ok).toBe(false);
    expect(found).toMatchObject([{ code: 'VERIFY_ARCHIVE_STALE', file: 'build/assets.pa', data: { asset: 'asset-2', field: 'sha256' } }]);
  });

  it.each<[string, (host: MemoryWorkspace) => void, readonly unknown[]]>([
    [
      'a renamed asset',
      (host) => host.set('assets/a/asset.json', declaration(1, { name: 'other' })),
      [['other', 'asset_name', 'asset-1', 'other']],
    ],
    [
      'metadata',
      (host) => host.set('assets/a/asset.json', declaration(1, { output: { format: 'raw', codec: 'none', metadata: { b: 1, a: 'x' } } })),
      [['asset-1', 'metadata', '[]', '[["a","x"],["b",1]]']],
    ],
    [
      'another slot',
      (host) => host.set('assets/a/asset.json', declaration(1, { preload: { enabled: true, slot: 1 } })),
      [['', 'preload', '2@4', '1@1 2@4']],
    ],
    [
      'an asset taken out',
      (host) => host.set('assets/.prometeu/index.json', registry({ a: 1 })),
      [
        ['', 'preload', '2@4', ''],
        ['asset-2', 'asset_id', 2, null],
      ],
    ],
  ])('tells %s', async (_, change, expected) => {
    const host = await built();
    change(host);
    const { found } = await verify(host);
    const stale = found.filter(({ code }) => code === 'VERIFY_ARCHIVE_STALE').map(({ data }) => data as Record<string, unknown>);
    expect(stale.map(({ asset, field, found: has, expected: wants }) => [asset, field, has, wants]).sort()).toEqual(expected);
  });

  it('A20: the archive stands, a companion that disagrees is stale', async () => {
    for (const path of ['build/asset_table.json', 'build/preload.json', 'build/asset_table_metadata.json']) {
      const host = await built();
      host.set(path, `${new TextDecoder().decode(host.files().get(path))} `);
      expect(await verify(host)).toMatchObject({ ok: false, found: [{ code: 'VERIFY_COMPANION_STALE', file: path }] });
    }
  });

  it('tells a broken archive and goes on to the workspace', async () => {
    const host = await built();
    host.set('build/assets.pa', 'PK\u0003\u0004');
    host.set('assets/b/asset.json', '{');
    const { ok, found } = await verify(host);
    expect(ok).toBe(false);
    expect(found.map(({ code }) => code)).toEqual(['JSON_SYNTAX', 'ARCHIVE_TOO_SHORT']);
  });
});

describe('verifyArchive', () => {
  it('verifies an archive alone, wherever it stands', async () => {
    const host = await built();
    const bytes = host.files().get('build/assets.pa') ?? new Uint8Array();
    const alone = createMemoryWorkspace({ 'release/game.pa': bytes });
    const report = (await verifyArchive(alone, { path: 'release/game.pa' }))._unsafeUnwrap();
    expect(report).toMatchObject({ ok: true, length: bytes.length, diagnostics: [], path: 'release/game.pa' });
    expect(report.header?.asset_table.map(({ asset_name }) => asset_name)).toEqual(['asset-1', 'asset-2']);
  });

  it.each([
    ['missing.pa', 'IO_NOT_FOUND'],
    ['../outside.pa', 'PATH_ESCAPES_ROOT'],
  ])('cannot run on %s', async (path, code) => {
    const refused = (await verifyArchive(createMemoryWorkspace(), { path }))._unsafeUnwrapErr();
    expect(refused.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });
});
