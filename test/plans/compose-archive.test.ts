import { describe, expect, it } from 'vitest';
import type { MemoryContent, MemoryWorkspace } from 'prometeu-packer/memory';
import { createPayloadChecker } from '../../src/artifacts/archive/create-payload-checker.js';
import { checkArchiveSlices } from '../../src/artifacts/archive/check-archive-slices.js';
import { parseAssetMetadata } from '../../src/artifacts/companions/asset-metadata.js';
import { parseAssetTable } from '../../src/artifacts/companions/asset-table.js';
import { parsePreload } from '../../src/artifacts/companions/preload.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { hasCode } from '../../src/plans/apply/has-code.js';
import { makePlan } from '../../src/plans/make-plan.js';
import { readArchiveFront } from '../../src/plans/compose/read-archive-front.js';
import type { ReadHandle } from '../../src/ports/read-port.js';
import {
  apply,
  benchWith,
  buildPlan,
  codesOf,
  composeEdit,
  compute,
  leftovers,
  path,
  preconditionsOf,
  recipeOf,
  REGISTRY,
  rewire,
  sha256,
  textOf,
  valueOf,
  visible,
} from './bench.js';

const MEBIBYTE = 1024 * 1024;

const filled = (length: number, seed: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 31 + seed) % 251);

const SOURCES: Record<string, MemoryContent> = {
  [REGISTRY]: '{}\n',
  'assets/one/a.bin': filled(5, 1),
  'assets/one/b.bin': filled(MEBIBYTE + 17, 2),
  'assets/one/c.bin': '',
  'assets/two/d.bin': filled(3 * MEBIBYTE, 3),
  'assets/three/e.bin': filled(MEBIBYTE, 4),
  'assets/three/f.bin': filled(MEBIBYTE - 1, 5),
  'assets/three/g.bin': filled(1, 6),
  'assets/four/h.bin': '',
};

const RECIPE = { one: ['a.bin', 'b.bin', 'c.bin'], two: ['d.bin'], three: ['e.bin', 'f.bin', 'g.bin'], four: ['h.bin'] };

async function readBuilt(workspace: MemoryWorkspace) {
  const bytes = workspace.files().get('build/assets.pa') ?? new Uint8Array();
  const handle: ReadHandle = valueOf(await workspace.read.openFile(path('build/assets.pa')));
  const { front } = valueOf(valueOf(await readArchiveFront(handle, 'build/assets.pa'))).value;
  valueOf(await handle.close());
  const checker = createPayloadChecker(front, compute);
  checker.push(bytes.subarray(front.prelude.payloadOffset));
  return { bytes, front, findings: [...checkArchiveSlices(front), ...checker.finish()] };
}

describe('composing an archive', () => {
  it.each([false, true])('copies small and large sources to their places, digests known: %s', async (withDigests) => {
    const { workspace } = benchWith(SOURCES);
    const applied = valueOf(await apply(workspace, await buildPlan(workspace, recipeOf(workspace, RECIPE, withDigests))));
    const { bytes, front, findings } = await readBuilt(workspace);
    expect(findings).toEqual([]);
    expect(applied.value.archive).toEqual({ length: bytes.length, archiveDigest: sha256(bytes.subarray(0, front.prelude.payloadOffset)) });
    expect(applied.value.written).toEqual([
      'build/asset_table.json',
      'build/asset_table_metadata.json',
      'build/assets.pa',
      'build/preload.json',
    ]);
    const payload = bytes.subarray(front.prelude.payloadOffset);
    for (const [index, files] of Object.values(RECIPE).entries()) {
      const asset = front.header.asset_table[index];
      const root = Object.keys(RECIPE)[index] ?? '';
      const expected = Buffer.concat(files.map((file) => Buffer.from(workspace.files().get(`assets/${root}/${file}`) ?? [])));
      expect(sha256(payload.subarray(asset?.offset, (asset?.offset ?? 0) + (asset?.size ?? 0)))).toBe(sha256(expected));
      expect(asset?.sha256).toBe(sha256(expected));
    }
    expect(leftovers(workspace)).toEqual([]);
  });

  it('writes companions that belong to it', async () => {
    const { workspace } = benchWith(SOURCES);
    const { archive } = valueOf(await apply(workspace, await buildPlan(workspace, recipeOf(workspace, RECIPE)))).value;
    const { front } = await readBuilt(workspace);
    const source = (file: string) => ({ file, bytes: workspace.files().get(file) ?? new Uint8Array() });
    const digest = archive?.archiveDigest;
    const table = valueOf(parseAssetTable(source('build/asset_table.json'))).value;
    expect(table).toEqual({ schema_version: 1, archive_digest: digest, asset_table: front.header.asset_table });
    const preload = valueOf(parsePreload(source('build/preload.json'))).value;
    expect(preload).toEqual({ schema_version: 1, archive_digest: digest, preload: front.header.preload });
    const metadata = valueOf(parseAssetMetadata(source('build/asset_table_metadata.json'))).value;
    expect(metadata.archive_digest).toBe(digest);
    expect(metadata.assets[0]).toMatchObject({
      asset_id: 1,
      root: 'one',
      inputs: [
        { role: 'main', path: 'a.bin', offset: 0, size: 5, sha256: sha256(filled(5, 1)) },
        { path: 'b.bin', offset: 5, size: MEBIBYTE + 17 },
        { path: 'c.bin', offset: MEBIBYTE + 22, size: 0, sha256: sha256('') },
      ],
    });
  });

  it('gives the same bytes whatever the order in which the host answers', async () => {
    const digests = await Promise.all(
      [0, 1, 2].map(async (seed) => {
        const { workspace } = benchWith(SOURCES, { order: seed === 0 ? 'sorted' : 'shuffled', seed });
        valueOf(await apply(workspace, await buildPlan(workspace, recipeOf(workspace, RECIPE))));
        return ['assets.pa', 'preload.json', 'asset_table.json', 'asset_table_metadata.json'].map((name) =>
          sha256(workspace.files().get(`build/${name}`) ?? ''),
        );
      }),
    );
    expect(new Set(digests.map((list) => list.join())).size).toBe(1);
  });

  it('asks little of the port: many small files share one call for reading and one for writing', async () => {
    const files = Array.from({ length: 1000 }, (_, index) => `f${index}.bin`);
    const many = Object.fromEntries(files.map((name, index) => [`assets/many/${name}`, filled(2000, index)]));
    const { workspace, board } = benchWith({ [REGISTRY]: '{}\n', ...many });
    const plan = await buildPlan(workspace, recipeOf(workspace, { many: files }));
    let batches = 0;
    const read = {
      ...workspace.read,
      readFiles: (...call: Parameters<typeof workspace.read.readFiles>) => {
        batches += 1;
        return workspace.read.readFiles(...call);
      },
    };
    rewire(board);
    valueOf(await apply({ read, write: workspace.write }, plan));
    expect(batches).toBeLessThan(16);
    expect(board.calls.filter(({ operation, path: at }) => operation === 'write' && at.includes('assets.pa'))).toHaveLength(2);
  });

  it('makes an archive of nothing', async () => {
    const { workspace } = benchWith({ [REGISTRY]: '{}\n' });
    expect(valueOf(await apply(workspace, await buildPlan(workspace, { assets: [], preload: [] }))).value.state).toBe('applied');
    expect((await readBuilt(workspace)).findings).toEqual([]);
  });

  it('reports bytes that only grow, up to all of them', async () => {
    const { workspace } = benchWith(SOURCES);
    const done: number[] = [];
    let total = 0;
    const plan = await buildPlan(workspace, recipeOf(workspace, RECIPE));
    valueOf(
      await apply(workspace, plan, {
        onProgress: (progress) => {
          if (progress.phase !== 'compose') return;
          done.push(progress.done);
          total = progress.total;
        },
      }),
    );
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(total);
  });

  it('never touches the record for an undo', async () => {
    const { workspace } = benchWith({ ...SOURCES, 'assets/.prometeu/undo/last.json': 'record' });
    valueOf(await apply(workspace, await buildPlan(workspace, recipeOf(workspace, RECIPE))));
    expect(textOf(workspace, 'assets/.prometeu/undo/last.json')).toBe('record');
  });

  it('goes together with no text in one plan', async () => {
    const { workspace } = benchWith(SOURCES);
    const edits = [composeEdit(recipeOf(workspace, RECIPE)), createTextEdit(REGISTRY, '{}\n', '{"x":1}\n')];
    for (const kind of ['build', 'undo'] as const) {
      const plan = makePlan({ kind, edits, identityChanges: [], preconditions: await preconditionsOf(workspace) });
      expect(codesOf(await apply(workspace, plan))).toContain('PLAN_MALFORMED');
    }
    expect(textOf(workspace, REGISTRY)).toBe('{}\n');
  });
});

describe('sources that are not what the plan was made of', () => {
  it.each([
    ['a small one is longer', 'assets/one/a.bin', filled(6, 1), { kind: 'file', sha256: null, length: null }],
    ['a small one is shorter', 'assets/one/a.bin', filled(4, 1), { kind: 'file', length: 4 }],
    ['a small one has other bytes', 'assets/one/a.bin', filled(5, 9), { kind: 'file', length: 5, sha256: sha256(filled(5, 9)) }],
    ['a small one vanished', 'assets/one/a.bin', null, { kind: 'absent' }],
    ['an empty one is not empty', 'assets/four/h.bin', 'x', { kind: 'file' }],
    ['a large one is longer', 'assets/two/d.bin', filled(3 * MEBIBYTE + 1, 3), { kind: 'file', length: 3 * MEBIBYTE + 1 }],
    ['a large one is shorter', 'assets/two/d.bin', filled(3 * MEBIBYTE - 1, 3), { kind: 'file', length: 3 * MEBIBYTE - 1 }],
    ['a large one has other bytes', 'assets/two/d.bin', filled(3 * MEBIBYTE, 4), { kind: 'file', sha256: sha256(filled(3 * MEBIBYTE, 4)) }],
    ['a large one vanished', 'assets/two/d.bin', null, { kind: 'absent' }],
  ])('make it stale: %s', async (_, file, content, found) => {
    const { workspace } = benchWith(SOURCES);
    const plan = await buildPlan(workspace, recipeOf(workspace, RECIPE, true));
    if (content === null) workspace.delete(file);
    else workspace.set(file, content);
    const before = visible(workspace);
    const outcome = await apply(workspace, plan);
    const [first] = outcome.isErr() ? outcome.error : [];
    expect(first !== undefined && hasCode(first, 'PLAN_STALE') ? first.data.differences : []).toMatchObject([{ path: file, found }]);
    expect(visible(workspace)).toEqual(before);
    expect(leftovers(workspace)).toEqual([]);
  });

  it.each([
    ['grows', filled(3 * MEBIBYTE + 5, 3)],
    ['shrinks', filled(3 * MEBIBYTE - 5, 3)],
  ])('S8: a large one that %s while it is copied', async (_, content) => {
    const { workspace, board } = benchWith(SOURCES);
    const plan = await buildPlan(workspace, recipeOf(workspace, { two: ['d.bin'] }));
    const read = {
      ...workspace.read,
      openFile: async (file: Parameters<typeof workspace.read.openFile>[0]) => {
        const opened = await workspace.read.openFile(file);
        if (file !== 'assets/two/d.bin' || opened.isErr()) return opened;
        const { stat } = opened.value;
        workspace.set(file, content);
        const again = valueOf(await workspace.read.openFile(file));
        return opened.map(() => ({ ...again, stat }));
      },
    };
    rewire(board);
    expect(codesOf(await apply({ read, write: workspace.write }, plan))).toEqual(['PLAN_STALE']);
    expect(workspace.files().has('build/assets.pa')).toBe(false);
  });

  it('are not read twice where their digest is known', async () => {
    const { workspace, board } = benchWith(SOURCES);
    const plan = await buildPlan(workspace, recipeOf(workspace, { one: ['a.bin'] }, true), { files: ['assets/one/a.bin'] });
    rewire(board);
    valueOf(await apply(workspace, plan));
    expect(board.calls.filter(({ operation, path: at }) => operation === 'read' && at === 'assets/one/a.bin')).toHaveLength(1);
  });
});

describe('an archive that reads back otherwise', () => {
  it('is not published', async () => {
    const { workspace, board } = benchWith(SOURCES);
    const plan = await buildPlan(workspace, recipeOf(workspace, { one: ['a.bin'] }));
    rewire(board, (operation, at) => {
      if (operation === 'sync' && at.includes('assets.pa')) queueMicrotask(() => workspace.set(at, 'x'.repeat(192)));
      return undefined;
    });
    expect(codesOf(await apply(workspace, plan))).toEqual(['PLAN_READ_BACK_MISMATCH']);
    expect(leftovers(workspace)).toEqual([]);
  });

  it('is refused where the recipe cannot be an archive', async () => {
    const { workspace } = benchWith(SOURCES);
    const recipe = recipeOf(workspace, { one: ['a.bin'], two: ['d.bin'] });
    const assets = recipe.assets.map((asset) => ({ ...asset, asset_name: 'same' }));
    expect(codesOf(await apply(workspace, await buildPlan(workspace, { ...recipe, assets })))).toEqual(['ARCHIVE_ASSET_NAME_DUPLICATE']);
    const edit = { ...composeEdit(recipe), length: 5 } as ReturnType<typeof composeEdit>;
    const plan = makePlan({ kind: 'build', edits: [edit], identityChanges: [], preconditions: await preconditionsOf(workspace) });
    expect(codesOf(await apply(workspace, plan))).toEqual(['PLAN_MALFORMED']);
    expect(leftovers(workspace)).toEqual([]);
  });
});

describe('outputs that stand there already', () => {
  const start = async (outputs: Record<string, MemoryContent>) => {
    const { workspace } = benchWith({ ...SOURCES, ...outputs });
    return { workspace, plan: await buildPlan(workspace, recipeOf(workspace, { one: ['a.bin'] })) };
  };
  const archive = async () => {
    const { workspace, plan } = await start({});
    valueOf(await apply(workspace, plan));
    return workspace.files().get('build/assets.pa') ?? new Uint8Array();
  };
  const patched = async (offset: number, value: number) =>
    Uint8Array.from(await archive(), (byte, index) => (index === offset ? value : byte));

  const newerHeader = async (): Promise<Uint8Array> => {
    const bytes = (await archive()).slice();
    const view = new DataView(bytes.buffer);
    const text = new TextDecoder().decode(bytes.subarray(32, 32 + view.getUint32(8, true)));
    const header = new TextEncoder().encode(text.replace('"header_version":1', '"header_version":2'));
    bytes.set(header, 32);
    view.setUint32(12, compute.crc32(header, 0), true);
    return bytes;
  };

  it.each([
    [
      'an archive of a newer header',
      async () => ({ 'build/assets.pa': await newerHeader() }),
      { path: 'build/assets.pa', field: 'header_version', found: 2, current: 1 },
    ],
    [
      'an archive of a newer envelope',
      async () => ({ 'build/assets.pa': await patched(4, 2) }),
      { path: 'build/assets.pa', field: 'envelope_major', found: 2, current: 1 },
    ],
    [
      'an archive of a newer minor envelope',
      async () => ({ 'build/assets.pa': await patched(6, 3) }),
      { path: 'build/assets.pa', field: 'envelope_minor', found: 3, current: 0 },
    ],
    [
      'a companion of a newer version',
      async () => ({ 'build/preload.json': '{"schema_version": 7}' }),
      { path: 'build/preload.json', field: 'schema_version', found: 7, current: 1 },
    ],
  ])('are not replaced unasked: %s', async (_, outputs, data) => {
    const { workspace, plan } = await start(await outputs());
    const before = visible(workspace);
    const outcome = await apply(workspace, plan);
    expect(outcome.isErr() && outcome.error.map((diagnostic) => diagnostic.data)).toEqual([data]);
    expect(codesOf(outcome)).toEqual(['PLAN_TARGET_NEWER']);
    expect(visible(workspace)).toEqual(before);
    expect(valueOf(await apply(workspace, plan, { replaceNewer: true })).value.state).toBe('applied');
  });

  it.each([
    ['garbage', { 'build/assets.pa': 'garbage', 'build/preload.json': 'garbage', 'build/asset_table.json': '{"schema_version": "9"}' }],
    ['empty files', { 'build/assets.pa': '', 'build/preload.json': '', 'build/asset_table_metadata.json': '' }],
  ])('are replaced whatever is wrong with them: %s', async (_, outputs) => {
    const { workspace, plan } = await start(outputs);
    expect(valueOf(await apply(workspace, plan)).value.state).toBe('applied');
    expect((await readBuilt(workspace)).findings).toEqual([]);
  });

  it('are replaced also where only the payload is damaged', async () => {
    const whole = await archive();
    const damaged = whole.slice();
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    const { workspace, plan } = await start({ 'build/assets.pa': damaged });
    valueOf(await apply(workspace, plan));
    expect(sha256(workspace.files().get('build/assets.pa') ?? '')).toBe(sha256(whole));
  });

  it.each(['folder', 'symlink', 'special'] as const)('X11: are not replaced where they are no file: a %s', async (kind) => {
    for (const file of ['build/assets.pa', 'build/preload.json']) {
      const { workspace, plan } = await start({});
      workspace[kind](file);
      expect(codesOf(await apply(workspace, plan))).toEqual(['PLAN_STALE']);
      expect(leftovers(workspace)).toEqual([]);
    }
  });
});
