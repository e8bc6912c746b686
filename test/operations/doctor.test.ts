import { describe, expect, it } from 'vitest';
import { build, doctor, planBuild } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspaceOptions } from 'prometeu-packer/memory';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';

const examine = async (files: Record<string, MemoryContent>, options: MemoryWorkspaceOptions = {}) => {
  const host = createMemoryWorkspace(files, options);
  const before = host.files();
  const report = (await doctor(host))._unsafeUnwrap();
  expect(host.files()).toEqual(before);
  const planned = await planBuild(host);
  expect(report.verdict.build.can).toBe(planned.isOk()); // one rule, one implementation
  return report;
};
const can = async (files: Record<string, MemoryContent>) => {
  const { verdict } = await examine(files);
  return [verdict.read.can, verdict.mutate.can, verdict.build.can];
};
const codes = async (files: Record<string, MemoryContent>) =>
  (await examine(files)).diagnostics.map(({ code, location }) => [code, location.kind === 'workspace' ? '' : location.file]);
const excluded = (roots: Readonly<Record<string, number>>): string => registry(roots, { included_in_build: false });
const unclaimed = (digit: number): string => declaration(digit).replace(/"asset_uuid": "[^"]*",/, '');

describe('doctor', () => {
  it('allows everything in a sound workspace', async () => {
    expect(await can(workspace({ a: 1 }))).toEqual([true, true, true]);
  });

  it.each<[string, Record<string, MemoryContent>, readonly boolean[]]>([
    ['an empty folder', {}, [false, false, false]],
    ['nothing registered yet', { 'assets/a/x': '1' }, [true, true, false]],
    [
      'an unregistered asset besides',
      { ...workspace({ a: 1 }), 'assets/b/asset.json': unclaimed(2), 'assets/b/data.bin': 'x' },
      [true, true, true],
    ],
    [
      'a broken asset that is excluded',
      { ...workspace({ a: 1 }), 'assets/.prometeu/index.json': excluded({ a: 1 }), 'assets/a/asset.json': '{' },
      [false, true, true],
    ],
    ['a broken asset that is included', { ...workspace({ a: 1 }), 'assets/a/asset.json': '{' }, [false, true, false]],
    ['a broken registry', { ...workspace({ a: 1 }), 'assets/.prometeu/index.json': '{' }, [false, false, false]],
    ['a damaged journal', { ...workspace({ a: 1 }), 'assets/.prometeu/journal.json': '{' }, [false, false, false]],
    [
      'a journal from the future',
      { ...workspace({ a: 1 }), 'assets/.prometeu/journal.json': '{"schema_version": 9}' },
      [false, false, false],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await can(files)).toEqual(expected);
  });

  it('names the codes that decide', async () => {
    const { verdict, counts } = await examine({ ...workspace({ a: 1 }), 'assets/a/asset.json': '{"schema_version": 9}' });
    expect(verdict.build).toEqual({ can: false, decidedBy: ['VERSION_TOO_NEW'] });
    expect(counts).toEqual({ error: 1, warning: 0, info: 0 });
  });

  it.each<[string, Record<string, MemoryContent>, readonly (readonly [string, string])[]]>([
    [
      'IDENTITY_LOST_CLAIM',
      { ...workspace({ a: 1 }), 'assets/a/asset.json': unclaimed(1) },
      [['IDENTITY_LOST_CLAIM', 'assets/a/asset.json']],
    ],
    [
      'IDENTITY_SPELLING',
      { ...workspace({ a: 1 }), 'assets/a/asset.json': declaration(1, { asset_uuid: `{${uuid(1)}}` }) },
      [['IDENTITY_SPELLING', 'assets/a/asset.json']],
    ],
    [
      'IDENTITY_CONFLICT',
      { ...workspace({ a: 1 }), 'assets/a/asset.json': declaration(1, { asset_uuid: uuid(2) }) },
      [['IDENTITY_CONFLICT', 'assets/a/asset.json']],
    ],
    [
      'IDENTITY_INVALID_CLAIM',
      { ...workspace({ a: 1 }), 'assets/a/asset.json': declaration(1, { asset_uuid: 'me' }) },
      [['IDENTITY_INVALID_CLAIM', 'assets/a/asset.json']],
    ],
    [
      'IDENTITY_RETIRED_CLAIM',
      { ...workspace({ a: 1 }), 'assets/a/asset.json': declaration(1, { asset_uuid: uuid(14) }) },
      [['IDENTITY_RETIRED_CLAIM', 'assets/a/asset.json']],
    ],
    [
      'IDENTITY_SWAPPED',
      { ...workspace({ a: 1, b: 2 }), 'assets/a/asset.json': declaration(2), 'assets/b/asset.json': declaration(1) },
      [
        ['IDENTITY_SWAPPED', 'assets/a/asset.json'],
        ['IDENTITY_SWAPPED', 'assets/b/asset.json'],
      ],
    ],
    [
      'IDENTITY_AMBIGUOUS',
      {
        ...workspace({ b: 1, c: 1 }),
        'assets/.prometeu/index.json': registry({ gone: 1 }),
        'assets/c/asset.json': declaration(1, { name: 'c' }),
      },
      [
        ['IDENTITY_AMBIGUOUS', 'assets/b/asset.json'],
        ['IDENTITY_AMBIGUOUS', 'assets/c/asset.json'],
      ],
    ],
    [
      'IDENTITY_ID_CONFLICT',
      { ...workspace({ a: 1, b: 2 }), 'assets/.prometeu/index.json': registry({ a: 1, b: 2 }, { asset_id: 7 }) },
      [
        ['IDENTITY_ID_CONFLICT', 'assets/a/asset.json'],
        ['IDENTITY_ID_CONFLICT', 'assets/b/asset.json'],
      ],
    ],
  ])('I1 I5: %s blocks the build of an included asset', async (_, files, expected) => {
    expect(await codes(files)).toEqual(expected);
    expect((await examine(files)).verdict.build.can).toBe(false);
  });

  it('tells an unregistered folder and lets the build go on without it', async () => {
    const files = { ...workspace({ a: 1 }), 'assets/b/asset.json': unclaimed(2), 'assets/b/data.bin': 'x' };
    expect(await codes(files)).toEqual([['IDENTITY_UNREGISTERED', 'assets/b/asset.json']]);
  });

  it('warns of a build that would hold nothing', async () => {
    const host = createMemoryWorkspace({ ...workspace({ a: 1 }), 'assets/.prometeu/index.json': excluded({ a: 1 }) });
    const { diagnostics } = (await planBuild(host))._unsafeUnwrap();
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([['BUILD_NOTHING_INCLUDED', { records: 1 }]]);
  });

  it('P27: a folder beyond the budget is told and blocks', async () => {
    const many = Object.fromEntries(Array.from({ length: 200_001 }, (_, index) => [`assets/a/${index}`, '']));
    const { diagnostics, verdict } = await examine(many);
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([['WORKSPACE_OVER_BUDGET', { unit: 'entries', limit: 200_000 }]]);
    expect(verdict.mutate.can).toBe(false);
  });

  it('B11: a registry over the byte budget is refused without being parsed, by an option as by default', async () => {
    const host = createMemoryWorkspace(workspace({ a: 1 }));
    const { diagnostics } = (await doctor(host, { budgets: { json: { maxBytes: 10 } } }))._unsafeUnwrap();
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['JSON_TOO_LARGE']));
  });

  it('X21: an aborted signal is an answer', async () => {
    const controller = new AbortController();
    controller.abort();
    const refused = (await doctor(createMemoryWorkspace(workspace({ a: 1 })), { signal: controller.signal }))._unsafeUnwrapErr();
    expect(refused.map(({ code }) => code)).toEqual(['IO_ABORTED']);
  });

  it('never fails open: a control folder that is a file is told and blocks', async () => {
    const { diagnostics, verdict } = await examine({ 'assets/hero/a.bin': 'xx', 'assets/.prometeu': 'file' });
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ['PATH_SPECIAL_FILE', { path: 'assets/.prometeu', found: 'file', expected: 'folder' }],
    ]);
    expect([verdict.mutate, verdict.build]).toEqual([
      { can: false, decidedBy: ['PATH_SPECIAL_FILE'] },
      { can: false, decidedBy: ['PATH_SPECIAL_FILE'] },
    ]);
  });

  it('B12: two hundred thousand wrong items are an answer', async () => {
    const inputs = declaration(1).replace(/\[\s*"data.bin"\s*\]/, JSON.stringify(Array.from({ length: 200_000 }, () => 1)));
    expect(inputs.length).toBeGreaterThan(400_000);
    const { diagnostics } = await examine({ ...workspace({ a: 1 }), 'assets/a/asset.json': inputs });
    expect(diagnostics.map(({ code }) => code)).toContain('STRUCTURE_TOO_MANY_FAULTS');
  });

  it('an unregistered or imported folder never blocks the build of another asset', async () => {
    for (const change of [{ asset_uuid: undefined }, {}]) {
      const copy = declaration(3, { ...change, name: 'asset-1', preload: { enabled: true, slot: 2 } });
      const files = {
        ...workspace({ a: 1 }),
        'assets/a/asset.json': declaration(1, { preload: { enabled: true, slot: 2 } }),
        'assets/copy/asset.json': copy,
        'assets/copy/data.bin': 'x',
      };
      const { verdict, diagnostics } = await examine(files);
      expect(verdict.build.can).toBe(true);
      const clashes = diagnostics.filter(({ code }) => code === 'ASSET_NAME_TAKEN' || code === 'ASSET_SLOT_TAKEN');
      expect(clashes.map(({ location }) => location.kind !== 'workspace' && location.file)).toEqual([
        'assets/copy/asset.json',
        'assets/copy/asset.json',
      ]);
    }
  });

  it('an unregistered declaration over the byte budget does not make a build stale', async () => {
    const host = createMemoryWorkspace({ ...workspace({ a: 1 }), 'assets/b/asset.json': ' '.repeat(5000) });
    const built = await build(host, { budgets: { json: { maxBytes: 2000 } } });
    expect(built._unsafeUnwrap().value.state).toBe('applied');
  });
});
