import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCache } from '../../../src/artifacts/cache/parse-cache.js';
import { listRememberedFolders } from '../../../src/artifacts/cache/remembered-folders.js';
import { serializeCache } from '../../../src/artifacts/cache/serialize-cache.js';
import { portableCompute } from '../../../src/codec/portable-compute.js';
import { resealCache } from './reseal-cache.js';
import { plainCache, sampleCache, sampleFolders } from './sample-cache.js';

const text = serializeCache(sampleCache, portableCompute);
const bytes = new TextEncoder().encode(text);
const parse = (cache: string | Uint8Array) =>
  parseCache(typeof cache === 'string' ? new TextEncoder().encode(cache) : cache, portableCompute);

describe('parseCache', () => {
  it('reads what was written', () => {
    const content = parse(text)._unsafeUnwrap();
    expect(plainCache(content)).toEqual(plainCache(sampleCache));
    expect(content.folders.uncertain).toEqual([1, 2, 3]);
    expect(content.folders.at(4)).toBeUndefined();
    expect(serializeCache(parse(text)._unsafeUnwrap(), portableCompute)).toBe(text);
  });

  it('reads one of nothing but its two folders, of which nothing was published', () => {
    const folders = listRememberedFolders(sampleFolders.slice(0, 2).map((folder) => ({ ...folder, files: [] })));
    const least = { ...sampleCache, folders, published: null };
    expect(plainCache(parse(serializeCache(least, portableCompute))._unsafeUnwrap())).toEqual(plainCache(least));
  });

  it('is plain JSON', () => {
    expect(JSON.parse(text)).toMatchObject({ schema_version: 1, folder_names: 'assets/.prometeu/Ünïcode folder/deep' });
  });

  it('C1: takes none in which a bit was changed, that was cut off, or that has something after its end', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (index, bit) => {
        const flipped = bytes.slice();
        flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
        expect(parse(flipped)._unsafeUnwrapErr()).toBe('damaged');
      }),
    );
    for (let length = 0; length < bytes.length; length += 37) expect(parse(bytes.subarray(0, length)).isErr()).toBe(true);
    expect(parse(`${text} `)._unsafeUnwrapErr()).toBe('damaged');
    expect(parse('')._unsafeUnwrapErr()).toBe('damaged');
  });

  it('takes none that other rules made', () => {
    expect(parse(resealCache(text, (fields) => ({ ...fields, rules: 'others' })))._unsafeUnwrapErr()).toBe('other-rules');
  });

  it('takes one that was sealed anew', () => {
    expect(plainCache(parse(resealCache(text, (fields) => fields))._unsafeUnwrap())).toEqual(plainCache(sampleCache));
  });

  it.each<[string, object]>([
    ['C3: a folder that leads out', { folder_names: 'assets/.prometeu/../deep' }],
    ['C3: a file that leads out', { file_names: 'index.json/../raw.bin/a.png/b.wav' }],
    ['C3: a file of a reserved name', { file_names: 'index.json/asset.json/con/a.png/b.wav' }],
    ['C3: a folder with a backslash', { folder_names: 'assets/.prometeu/a\\b/deep' }],
    ['C3: a first folder that is another', { folder_names: '/.prometeu/a/deep' }],
    ['a folder in one that comes later', { folder_parents: [-1, 0, 3, 2] }],
    ['a folder in itself', { folder_parents: [-1, 0, 2, 2] }],
    ['a second root', { folder_parents: [-1, -1, 0, 2] }],
    ['a parent that is no number', { folder_parents: [-1, '0', 0, 2] }],
    ['too few names', { folder_names: 'assets/.prometeu' }],
    ['no names', { folder_names: null }],
    ['a time that is none', { folder_times: [0, 0, 0, null] }],
    ['too few times', { file_times: [1] }],
    ['a size that is negative', { file_sizes: [7, 7, -7, 7, 7] }],
    ['a size that is no integer', { file_sizes: [7, 7, 7.5, 7, 7] }],
    ['a kind that is none', { file_kinds: [0, 0, 64, 6, 7] }],
    ['counts that say another sum', { file_counts: [0, 1, 2, 1] }],
    ['a digest too few', { digests: 'a'.repeat(192) }],
    ['listings of no control folder', { folder_names: 'assets/other/Ünïcode folder/deep' }],
    ['untimed folders that are no list', { untimed: 'all' }],
    ['a snapshot without counts', { snapshot: ['2'.repeat(64)] }],
    ['a snapshot of a negative count', { snapshot: ['2'.repeat(64), -1, 0, 0] }],
    ['how it was read that is no digest', { how: 'well' }],
    ['a build of one file', { published: ['3'.repeat(64), 0, [1, 1, '4'.repeat(64)]] }],
    ['a build of files that are none', { published: ['3'.repeat(64), 0, 1, 2, 3, 4] }],
    ['a build that is none', { published: {} }],
    ['a folder that stands there twice', { folder_names: 'assets/.prometeu/deep/deep', folder_parents: [-1, 0, 0, 0] }],
    ['a file that stands there twice', { file_names: 'index.json/asset.json/a.png/a.png/b.wav' }],
    ['more lists than a cache has', { more: Array.from({ length: 40 }, () => []) }],
    ['lists in lists', { more: JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown }],
  ])('takes none that was forged: %s', (_, change) => {
    expect(parse(resealCache(text, (fields) => ({ ...fields, ...change })))._unsafeUnwrapErr()).toBe('damaged');
  });

  it('takes none of more values than are allowed, whatever its digest says', () => {
    expect(parseCache(bytes, portableCompute, 20)._unsafeUnwrapErr()).toBe('damaged');
    expect(parseCache(bytes, portableCompute, 200).isOk()).toBe(true);
  });

  it('throws at nothing that was sealed', () => {
    const field = fc.constantFrom(...Object.keys(JSON.parse(text) as object).slice(2));
    fc.assert(
      fc.property(field, fc.jsonValue(), (key, value) => {
        const read = parse(resealCache(text, (fields) => ({ ...fields, [key]: value })));
        if (read.isOk())
          expect(plainCache(read.value).folders.every(({ path }) => path === 'assets' || path.startsWith('assets/'))).toBe(true);
      }),
    );
  });
});
