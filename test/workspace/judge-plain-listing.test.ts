import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FolderEntry } from '../../src/ports/read-port.js';
import { judgePlainListing } from '../../src/workspace/judge-plain-listing.js';
import { judgeEntries, judgeFolder } from '../../src/workspace/scan-folders.js';
import { at } from '../ports/at.js';

const BUDGETS = { maxEntries: 6 };
const digestOf = (text: string): string => `digest of ${text}`;
const file = (name: string): FolderEntry => ({ name, kind: 'file' });
const folder = (name: string): FolderEntry => ({ name, kind: 'folder' });

const oddNames = [
  'Data.bin',
  '.prometeu',
  'assets.pa',
  'con',
  'con.txt',
  'a/b',
  '',
  '.',
  '..',
  'x.',
  ' x',
  'é',
  'ﬀ',
  'a"b',
  'a\\b',
  '\ufffd',
];
const plainNames = fc.stringMatching(/^[ab][a1]{0,2}(?:[.-][b2])?$/);
const stagedName = '.index.json.0123456789abcdef.prometeu.tmp';
const names = fc.oneof(
  { weight: 9, arbitrary: plainNames },
  { weight: 1, arbitrary: fc.constantFrom(...oddNames, stagedName, 'cache.json') },
);
const kinds = fc.constantFrom<FolderEntry['kind'][]>('file', 'file', 'file', 'folder', 'folder', 'symlink', 'other');
const listings = fc.array(fc.record({ name: names, kind: kinds }), { maxLength: 8 });
const folders = fc.constantFrom(
  at('assets'),
  at('assets/.prometeu'),
  at('assets/hero'),
  at('assets/H\u00e9ro'),
  at(`assets/${'x'.repeat(200)}/${'x'.repeat(140)}`),
);

describe('judgePlainListing', () => {
  it('lets the short way find what the long one does, whatever is listed, in any order', () => {
    fc.assert(
      fc.property(folders, listings, (path, entries) => {
        expect(judgeFolder(path, entries, BUDGETS, digestOf)).toEqual(judgeEntries(path, entries, BUDGETS, digestOf));
      }),
      { numRuns: 1000 },
    );
  });

  it('says it of most folders', () => {
    const entries = [file('data.bin'), folder('below'), file('asset.json')];
    expect(judgePlainListing(at('assets/hero'), entries)).toEqual({
      files: ['asset.json', 'data.bin'],
      subfolders: ['assets/hero/below'],
      text: '[["file","asset.json"],["folder","below"],["file","data.bin"]]',
    });
    expect(judgePlainListing(at('assets/hero'), [])).toEqual({ files: [], subfolders: [], text: '[]' });
  });

  it.each<[string, readonly FolderEntry[]]>([
    ['a name in capitals', [file('Data.bin')]],
    ['the packer own', [folder('.prometeu')]],
    ['a name twice', [file('a'), file('b'), file('a')]],
    ['a symlink', [{ name: 'a', kind: 'symlink' }]],
    ['a slash', [file('a/b')]],
    ['a path that may be too long', [file('x'.repeat(350))]],
  ])('says nothing of %s', (_, entries) => {
    expect(judgePlainListing(at('assets/hero'), entries)).toBeNull();
  });

  it('says nothing of the control folder, where plain names are the packer own', () => {
    const entries = [file('cache.json'), file('index.json')];
    const found = judgeFolder(at('assets/.prometeu'), entries, BUDGETS, digestOf);
    expect(found).toEqual(judgeEntries(at('assets/.prometeu'), entries, BUDGETS, digestOf));
    expect(found.folder.listing).toBe('digest of [["file","index.json"]]');
  });
});
