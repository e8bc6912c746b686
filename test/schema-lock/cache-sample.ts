import type { CacheContent } from '../../src/artifacts/cache/model.js';
import { listRememberedFolders } from '../../src/artifacts/cache/remembered-folders.js';
import type { WorkspacePath } from '../../src/paths/workspace-path.js';

const hex = (digit: string): string => digit.repeat(64);
const file = { size: 7, modifiedMs: 12.25, sound: true };

/** What the locked text of a cache says: something of everything, each number once where that can be. */
export const cacheSample: CacheContent = {
  how: hex('1'),
  snapshot: { id: hex('2'), counts: { error: 0, warning: 4, info: 5 } },
  published: {
    plan: hex('3'),
    findings: 9,
    archive: { size: 400, modifiedMs: 20, sha256: hex('4') },
    companions: ['5', '6', '7'].map((digit) => ({ size: Number(digit) * 10, modifiedMs: 21.5, sha256: hex(digit) })),
  },
  folders: listRememberedFolders([
    { path: 'assets' as WorkspacePath, modifiedMs: 3, listing: hex('8'), files: [], unsettled: [] },
    {
      path: 'assets/.prometeu' as WorkspacePath,
      modifiedMs: null,
      listing: null,
      files: [{ ...file, name: 'index.json', kind: 'document', sha256: hex('9') }],
      unsettled: [],
    },
    {
      path: 'assets/hero' as WorkspacePath,
      modifiedMs: -1.5,
      listing: hex('a'),
      files: [{ ...file, name: 'body.bin', kind: 'raw', size: 11, sha256: null }],
      unsettled: [
        { ...file, name: 'hero.png', kind: 'png', sound: false, sha256: hex('b') },
        { ...file, name: 'jump.wav', kind: 'wav', sha256: hex('c') },
      ],
    },
  ]),
};
