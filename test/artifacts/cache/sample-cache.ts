import type { CacheContent, RememberedFolder } from '../../../src/artifacts/cache/model.js';
import { allRememberedFolders, listRememberedFolders } from '../../../src/artifacts/cache/remembered-folders.js';
import type { WorkspacePath } from '../../../src/paths/workspace-path.js';

const hex = (digit: string): string => digit.repeat(64);
const at = (path: string): WorkspacePath => path as WorkspacePath;
const file = (name: string, sha256: string | null) =>
  ({ name, kind: 'document', size: 7, modifiedMs: 12.25, sha256, sound: true }) as const;

/** Its folders. */
export const sampleFolders: readonly RememberedFolder[] = [
  { path: at('assets'), modifiedMs: 3, listing: hex('8'), files: [], unsettled: [] },
  { path: at('assets/.prometeu'), modifiedMs: null, listing: null, files: [file('index.json', hex('9'))], unsettled: [] },
  {
    path: at('assets/Ünïcode folder'),
    modifiedMs: null,
    listing: hex('a'),
    files: [file('asset.json', hex('b')), { ...file('raw.bin', null), kind: 'raw' }],
    unsettled: [{ ...file('a.png', hex('c')), kind: 'png', sound: false }],
  },
  {
    path: at('assets/Ünïcode folder/deep'),
    modifiedMs: -1,
    listing: hex('d'),
    files: [],
    unsettled: [{ ...file('b.wav', hex('e')), kind: 'wav' }],
  },
];

/** A cache that has something of everything. */
export const sampleCache: CacheContent = {
  how: hex('1'),
  snapshot: { id: hex('2'), counts: { error: 0, warning: 2, info: 1 } },
  published: {
    plan: hex('3'),
    findings: 3,
    archive: { size: 400, modifiedMs: 20, sha256: hex('4') },
    companions: ['5', '6', '7'].map((digit) => ({ size: 30, modifiedMs: 21.5, sha256: hex(digit) })),
  },
  folders: listRememberedFolders(sampleFolders),
};

/** What a cache says, with all of its folders made. */
export function plainCache(content: CacheContent) {
  return { ...content, folders: allRememberedFolders(content.folders) };
}
