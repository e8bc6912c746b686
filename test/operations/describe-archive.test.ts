import { describe, expect, it } from 'vitest';
import { build } from '../../src/operations/build.js';
import { applyPlan } from '../../src/operations/apply-plan.js';
import { describeArchive } from '../../src/operations/describe-archive.js';
import { planRegister } from '../../src/operations/plan-register.js';
import { createMemoryWorkspace, type MemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import type { ReadPort } from '../../src/ports/read-port.js';

async function builtWorkspace(): Promise<MemoryWorkspace> {
  const workspace = createMemoryWorkspace({
    'assets/palettes/day/colours.bin': new Uint8Array(32),
    'assets/levels/forest/tiles.bin': new Uint8Array(3_000_000),
  });
  const planned = await planRegister(workspace);
  expect((await applyPlan(workspace, planned._unsafeUnwrap().value)).isOk()).toBe(true);
  expect((await build(workspace)).isOk()).toBe(true);
  return workspace;
}

const rootsIn = async (workspace: MemoryWorkspace): Promise<readonly unknown[]> =>
  (await describeArchive(workspace))._unsafeUnwrap()!.regions.flatMap(({ asset }) => (asset === null ? [] : [asset.root]));

describe('describeArchive', () => {
  it('answers null where no archive is built', async () => {
    expect((await describeArchive(createMemoryWorkspace()))._unsafeUnwrap()).toBeNull();
  });

  it('tells what each byte belongs to, and where assets come from', async () => {
    const workspace = await builtWorkspace();
    const described = (await describeArchive(workspace))._unsafeUnwrap()!;
    expect(described).toMatchObject({ path: 'build/assets.pa', length: workspace.files().get('build/assets.pa')!.length, diagnostics: [] });
    expect(described.regions.reduce((sum, { size }) => sum + size, 0)).toBe(described.length);
    expect(await rootsIn(workspace)).toEqual(['levels/forest', 'palettes/day']);
  });

  it('reads no payload, however large it is', async () => {
    const workspace = await builtWorkspace();
    let furthest = 0;
    const openFile: ReadPort['openFile'] = async (path) =>
      (await workspace.read.openFile(path)).map((handle) => ({
        ...handle,
        read: (into: Uint8Array, position: number) => {
          furthest = Math.max(furthest, position + into.length);
          return handle.read(into, position);
        },
      }));
    const described = await describeArchive({ read: { ...workspace.read, openFile } });
    const { regions } = described._unsafeUnwrap()!;
    expect(furthest).toBeGreaterThan(32);
    expect(furthest).toBeLessThanOrEqual(regions.find(({ kind }) => kind === 'asset')!.offset);
  });

  it('takes no folders from the companion of another archive, or from a broken one', async () => {
    const workspace = await builtWorkspace();
    const path = 'build/asset_table_metadata.json';
    const text = new TextDecoder().decode(workspace.files().get(path));
    workspace.set(path, text.replace(/"archive_digest": "[0-9a-f]{8}/, '"archive_digest": "00000000'));
    expect(await rootsIn(workspace)).toEqual([null, null]);
    workspace.set(path, '{');
    expect(await rootsIn(workspace)).toEqual([null, null]);
    workspace.delete(path);
    expect(await rootsIn(workspace)).toEqual([null, null]);
  });

  it('tells what is wrong with the front, and maps the rest', async () => {
    const workspace = await builtWorkspace();
    const bytes = workspace.files().get('build/assets.pa')!;
    workspace.set('build/assets.pa', bytes.with(40, bytes[40]! ^ 1));
    const described = (await describeArchive(workspace))._unsafeUnwrap()!;
    expect(described.diagnostics.map(({ code }) => code)).toEqual(['ARCHIVE_HEADER_CHECKSUM']);
    expect(described.regions).toEqual([{ kind: 'unknown', offset: 0, size: bytes.length, asset: null }]);
  });

  it('answers Err where it cannot be read', async () => {
    const faults = (operation: string, path: string) => (operation === 'open' && path === 'build/assets.pa' ? 'denied' : undefined);
    const workspace = createMemoryWorkspace({ 'build/assets.pa': 'x' }, { faults });
    expect((await describeArchive(workspace))._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['IO_DENIED']);
  });
});
