import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { findCollisions } from '../../src/paths/find-collisions.js';
import { ASSETS_FOLDER } from '../../src/paths/owned-paths.js';
import { judgeFolder, scanFolders } from '../../src/workspace/scan-folders.js';

const digestOf = (text: string): string => text;

async function faultsOf(path: string): Promise<readonly unknown[]> {
  const { read } = createMemoryWorkspace({ [path]: 'x' });
  const scan = (await scanFolders(read))._unsafeUnwrap();
  return scan.diagnostics.map(({ code, location, data }) => ({ code, file: 'file' in location ? location.file : null, data }));
}

describe('judgeFolder', () => {
  it('tells the names that collide, the packer’s own among them, in whatever order they come', () => {
    const name = fc.constantFrom('a', 'A', 'b.bin', 'B.bin', '\u00e9', 'e\u0301', '.prometeu', '.Prometeu', 'assets.pa', 'asset.json');
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const entries = names.map((found) => ({ name: found, kind: 'file' }) as const);
        const { diagnostics } = judgeFolder(ASSETS_FOLDER, entries, { maxEntries: 100 }, digestOf);
        const told = diagnostics.flatMap(({ code, data }) => (code === 'PATH_COLLISION' ? [data] : []));
        expect(told).toEqual(findCollisions(names).map((group) => ({ folder: ASSETS_FOLDER, names: group })));
      }),
    );
  });
});

describe('scanFolders', () => {
  it('tells a name that is not portable by its path, and where in it the fault stands', async () => {
    const path = 'assets/day/caf\u00e9 /a.bin';
    const file = 'assets/day/caf\u00e9 ';
    const problem = 'trailing-dot-or-space';
    expect(await faultsOf(path)).toEqual([
      { code: 'PATH_NOT_PORTABLE', file, data: { path: file, index: file.length - 1, segment: 'caf\u00e9 ', problem } },
    ]);
  });

  it('counts the bytes of a whole path that is too long', async () => {
    const file = `assets/${`${'long-'.repeat(40)}/`.repeat(5)}colours-day.bin`;
    expect(await faultsOf(file)).toEqual([{ code: 'PATH_TOO_LONG', file, data: { path: file, part: 'path', bytes: 1027, limit: 1024 } }]);
  });
});
