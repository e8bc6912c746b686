import { beforeAll, describe, expect, it } from 'vitest';
import { build, verifyArchive, type ArchiveReport } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { readArchive, sha256 } from '../independent/archive-reader.js';
import { readOutputs } from './build-outputs.js';
import { readBuild } from './read-build.js';
import { smallWorkspace } from './small-workspace.js';
import { unwrap } from './unwrap.js';

const archivePath = 'build/assets.pa';
let bytes: Uint8Array;

beforeAll(async () => {
  const workspace = createMemoryWorkspace(smallWorkspace());
  unwrap(await build(workspace));
  const files = workspace.files();
  readBuild(readOutputs((path) => files.get(path)));
  bytes = readOutputs((path) => files.get(path))[archivePath];
});

const verify = async (changed: Uint8Array): Promise<ArchiveReport> =>
  unwrap(await verifyArchive(createMemoryWorkspace({ [archivePath]: changed })));

const flipped = (bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
};

describe('an archive from the real build', () => {
  it('is accepted by the product and by a reader that shares nothing with it, and both read the same', async () => {
    const report = await verify(bytes);
    const archive = readArchive(bytes);
    if (!archive.ok) throw new Error(archive.reason);
    expect(report).toMatchObject({ ok: true, length: bytes.length, archiveDigest: archive.archiveDigest, diagnostics: [] });
    expect(report.header).toEqual(archive.header);
    expect(archive.header.asset_table.map(({ asset_id }) => asset_id)).toEqual([1, 2, 4, 7, 9]);
    const sources = smallWorkspace();
    const packed = (...paths: readonly string[]): Uint8Array => Buffer.concat(paths.map((path) => Buffer.from(sources[`assets/${path}`]!)));
    const maps = 'Ünïcode folder/maps';
    expect([...archive.slices].map(([id, slice]) => [id, sha256(slice)])).toEqual([
      [1, sha256(packed('hero/idle.png', 'hero/walk/2.png', 'hero/walk/10.png'))],
      [2, sha256(packed('sounds/jump/jump.wav'))],
      [4, sha256(packed(`${maps}/levels/one.bin`, `${maps}/levels/two.bin`, `${maps}/naïve file.txt`))],
      [7, sha256(packed('colours/colours.bin'))],
      [9, sha256(packed('enemy/enemy.png'))],
    ]);
    expect(archive.header.preload).toEqual([
      { asset_id: 7, slot: 65535 },
      { asset_id: 2, slot: 3 },
      { asset_id: 9, slot: 0 },
      { asset_id: 1, slot: 1 },
    ]);
  });

  it('with any one bit flipped is reported by both', async () => {
    const unseen: string[] = [];
    let tried = 0;
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = flipped(bit);
      if (readArchive(changed).ok) unseen.push(`reader ${bit}`);
      if ((await verify(changed)).ok) unseen.push(`product ${bit}`);
      tried += 1;
    }
    expect(unseen).toEqual([]);
    expect(tried).toBe(8 * bytes.length);
  });

  it('cut at any length is reported by both', async () => {
    const unseen: string[] = [];
    let tried = 0;
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.slice(0, length);
      if (readArchive(cut).ok) unseen.push(`reader ${length}`);
      if ((await verify(cut)).ok) unseen.push(`product ${length}`);
      tried += 1;
    }
    expect(unseen).toEqual([]);
    expect(tried).toBe(bytes.length);
  });
});
