import { createHash } from 'node:crypto';
import { build, compareBuilds, type BuildComparison, type PackerHost } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort, withFaults } from 'prometeu-packer/testing';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildArchive, type LooseHeader } from '../artifacts/archive/build-archive.js';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';

const ARCHIVE = 'build/assets.pa';

async function built(changes: Readonly<Record<string, MemoryContent>> = {}): Promise<MemoryWorkspace> {
  const workspace = createMemoryWorkspace({ ...smallWorkspace(), ...changes });
  unwrap(await build(workspace));
  return workspace;
}

const asset = (name: string, change: (declaration: Record<string, unknown>) => void): Record<string, string> => {
  const path = `assets/${name}/asset.json`;
  const declaration = JSON.parse(String(smallWorkspace()[path])) as Record<string, unknown>;
  change(declaration);
  return { [path]: JSON.stringify(declaration) };
};

/** The workspace with another archive in place of its own. */
function withArchive(workspace: MemoryWorkspace, change: (bytes: Uint8Array) => Uint8Array): MemoryWorkspace {
  const files = workspace.files();
  const copy = createMemoryWorkspace(files);
  copy.set(ARCHIVE, change(Uint8Array.from(files.get(ARCHIVE) ?? [])));
  return copy;
}

let sound: MemoryWorkspace;
let bytes: Uint8Array;
beforeAll(async () => {
  sound = await built();
  bytes = sound.files().get(ARCHIVE) ?? new Uint8Array();
});

const compare = async (other: PackerHost): Promise<BuildComparison> => unwrap(await compareBuilds(sound, other));

describe('compareBuilds', () => {
  it('finds nothing between two builds of the same workspace', async () => {
    expect(await compare(await built())).toMatchObject({
      equal: true,
      first: null,
      assets: [],
      diagnostics: [],
      companions: [{ state: 'equal' }, { state: 'equal' }, { state: 'equal' }],
    });
  });

  it('names the field, the asset and the source file of a byte that changed', async () => {
    const other = await built({
      'assets/Ünïcode folder/maps/levels/two.bin': Uint8Array.from({ length: 33 }, (_, i) => (i === 20 ? 0 : 255 - i)),
    });
    const { equal, first, assets, companions } = await compare(other);
    expect(equal).toBe(false);
    expect(first).toMatchObject({ offset: 12, region: 'prelude', field: 'headerCrc32', asset: null, input: null });
    expect(assets).toEqual([
      {
        asset_id: 4,
        asset_name: 'maps',
        state: 'changed',
        fields: [{ field: 'sha256', a: expect.any(String) as string, b: expect.any(String) as string }],
        byte: { offset: 21, a: 235, b: 0, input: { role: 'a-1', path: 'levels/two.bin', offset: 20 } },
      },
    ]);
    expect(companions.map(({ state, pointer }) => [state, pointer])).toEqual([
      ['changed', '/archive_digest'],
      ['changed', '/archive_digest'],
      ['changed', '/archive_digest'],
    ]);
  });

  it('tells assets that only one has, and every field that differs', async () => {
    const renamed = asset('colours', (declaration) => {
      declaration['name'] = 'shades';
      declaration['preload'] = { enabled: true, slot: 7 };
      declaration['output'] = { format: 'raw', codec: 'none', metadata: { tint: 1 } };
    });
    const index = JSON.parse(String(smallWorkspace()['assets/.prometeu/index.json'])) as { assets: { included_in_build: boolean }[] };
    index.assets[0]!.included_in_build = false;
    index.assets[3]!.included_in_build = true;
    const { assets } = await compare(await built({ ...renamed, 'assets/.prometeu/index.json': JSON.stringify(index) }));
    expect(assets.map(({ asset_id, state }) => [asset_id, state])).toEqual([
      [1, 'only-a'],
      [5, 'only-b'],
      [7, 'changed'],
    ]);
    expect(assets[2]).toMatchObject({
      byte: null,
      fields: [
        { field: 'asset_name', a: 'colours', b: 'shades' },
        { field: 'metadata', a: {}, b: { tint: 1 } },
        { field: 'slot', a: 65535, b: 7 },
      ],
    });
  });

  it('tells a longer source by where the shorter one ended', async () => {
    const { assets } = await compare(await built({ 'assets/colours/colours.bin': Uint8Array.from({ length: 20 }, (_, index) => index) }));
    expect(assets).toMatchObject([
      { asset_id: 7, fields: [{ field: 'size' }, { field: 'sha256' }], byte: { offset: 16, a: null, b: 16, input: { offset: 16 } } },
    ]);
  });

  it('places each byte of an archive in its region, and names whose it is', async () => {
    const header = JSON.parse(Buffer.from(bytes.subarray(32, 32 + Buffer.from(bytes).readUInt32LE(8))).toString()) as {
      asset_table: { asset_id: number; offset: number; size: number }[];
    };
    const payload = Number(Buffer.from(bytes).readBigUInt64LE(16));
    const headerEnd = 32 + Buffer.from(bytes).readUInt32LE(8);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (offset) => {
        const flipped = withArchive(sound, (copy) => copy.with(offset, copy[offset]! ^ 1));
        const { first } = await compare(flipped);
        const owner = header.asset_table.find((one) => offset >= payload + one.offset && offset < payload + one.offset + one.size);
        const region = offset < 32 ? 'prelude' : offset < headerEnd ? 'header' : owner === undefined ? 'padding' : 'payload';
        expect(first).toMatchObject({ offset, region, a: bytes[offset], b: bytes[offset]! ^ 1 });
        if (owner !== undefined) expect(first?.asset?.asset_id).toBe(owner.asset_id);
      }),
      { numRuns: 400 },
    );
  });

  it('says of a cut archive where it ends, by the side that is whole', async () => {
    const cut = withArchive(sound, (copy) => copy.slice(0, -3));
    const { first, b, diagnostics } = await compare(cut);
    expect(first).toMatchObject({ offset: bytes.length - 3, b: null, region: 'payload', asset: { asset_id: 9 } });
    expect(b.archiveDigest).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['ARCHIVE_TRUNCATED']);
  });

  it('does without companions that are missing, broken or of another archive', async () => {
    for (const content of [null, 'no JSON', '{"schema_version": 1, "archive_digest": "", "assets": []}']) {
      const change = { 'assets/colours/colours.bin': Uint8Array.of(1) };
      const [a, b] = [await built(), await built(change)];
      for (const host of [a, b]) {
        if (content === null) host.delete('build/asset_table_metadata.json');
        else host.set('build/asset_table_metadata.json', content);
      }
      const { assets, companions } = unwrap(await compareBuilds(a, b));
      expect(assets).toMatchObject([{ asset_id: 7, byte: { offset: 0, input: null } }]);
      expect(companions[1]?.state).toBe(content === null ? 'absent' : 'equal');
    }
  });

  it('reads no byte twice for assets that claim the same place, and says so of both', async () => {
    const lying = (salt: string): MemoryWorkspace => {
      const assets = Array.from({ length: 60 }, (_, index) => ({
        id: index + 1,
        name: `n${index}`,
        bank: 'DATA',
        bytes: Buffer.alloc(16),
      }));
      const header = ({ asset_table }: LooseHeader): void => {
        for (const entry of asset_table) {
          Object.assign(entry, { offset: 0, size: 960, decoded_size: 960 });
          entry['sha256'] = createHash('sha256')
            .update(`${salt} ${String(entry['asset_id'])}`)
            .digest('hex');
        }
      };
      return createMemoryWorkspace({ [ARCHIVE]: buildArchive({ assets, header }) });
    };
    const { ports, calls } = recordingPort(lying('a'));
    const { assets, diagnostics } = unwrap(await compareBuilds(ports, lying('b')));
    expect(assets.map(({ state, byte }) => [state, byte])).toEqual(Array.from({ length: 60 }, () => ['changed', null]));
    expect(diagnostics.filter(({ code }) => code === 'ARCHIVE_SLICE_OVERLAP').length).toBeGreaterThan(2);
    expect(calls.filter(({ operation, path }) => operation === 'read' && path === ARCHIVE).length).toBeLessThan(6);
  });

  it('answers Err where an archive is not there or cannot be read, and closes what it opened', async () => {
    const missing = await compareBuilds(sound, createMemoryWorkspace({}));
    expect(missing._unsafeUnwrapErr()).toMatchObject([{ code: 'IO_NOT_FOUND', location: { file: 'build' } }]);
    const faulty = withFaults(sound, (operation, path) => (operation === 'read' && path === ARCHIVE ? 'io' : undefined));
    expect((await compareBuilds(sound, faulty))._unsafeUnwrapErr()).toMatchObject([{ code: 'IO_FAILED', location: { file: ARCHIVE } }]);
    const stopped = await compareBuilds(sound, await built(), { signal: AbortSignal.abort() });
    expect(stopped._unsafeUnwrapErr()).toMatchObject([{ code: 'IO_ABORTED' }]);
  });
});
