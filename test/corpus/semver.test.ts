import { readFileSync } from 'node:fs';
import { subset, valid, validRange } from 'semver';
import { describe, expect, it } from 'vitest';
import { assetDescriptor } from '../../src/artifacts/asset/descriptor.js';
import { versionSurfaces } from '../../src/artifacts/version-surfaces.js';
import { checkDescriptor } from '../../src/versioning/check-descriptor.js';
import { readVersionedJson } from '../../src/versioning/read-versioned-json.js';

/** The sets with their number of rows; the strings of a row are those of its first members that are strings. */
const SETS = {
  'valid-versions.json': 22,
  'invalid-versions.json': 10,
  'range-include.json': 126,
  'range-exclude.json': 98,
  'comparisons.json': 31,
} as const;

type Row = readonly unknown[];

function readRows(file: string): readonly Row[] {
  const url = new URL(`../../../shared/corpus/semver/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as readonly Row[];
}

const stringsOf = (row: Row): readonly unknown[] => [row[0], ...(typeof row[1] === 'string' ? [row[1]] : [])];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('corpus semver', () => {
  it.each(Object.entries(SETS))('%s: each string is wrong for a version number of ours, and what was found is shown', (file, count) => {
    const rows = readRows(file);
    const values = [...new Set(rows.flatMap(stringsOf))];
    for (const value of values) {
      const token = JSON.stringify(value);
      const [refusal, ...others] = readVersionedJson(encode(`{"schema_version":${token}}`), assetDescriptor, 'a.json')._unsafeUnwrapErr();
      expect(others).toEqual([]);
      expect(refusal).toMatchObject({
        code: 'VERSION_MALFORMED',
        location: { pointer: '/schema_version' },
        data: { token },
        found: token,
        supported: { range: assetDescriptor.supported, oldest: 2, current: 4 },
        migration: { attempted: false },
        manualAction: { required: true },
      });
    }
    console.log(`semver/${file}: 1 file, ${rows.length} rows, ${values.length} values refused as a version number`);
    expect(rows).toHaveLength(count);
  });

  it('invalid-versions.json, range-include.json: no string of it makes a sound descriptor of a support window', () => {
    const rows = ['invalid-versions.json', 'range-include.json'].flatMap((file) => readRows(file));
    const texts = rows.map(([text]) => text).filter((text): text is string => typeof text === 'string');
    const taken = texts.filter((supported) => checkDescriptor({ ...assetDescriptor, supported }).isOk());
    const lossy = texts.filter((text) => validRange(text) === '*' && taken.includes(text));
    expect(lossy).toEqual([]); // an empty range would be any version at all
    for (const text of taken) expect([text, validRange(text) !== null && subset(text, '>=2.0.0 <5.0.0')]).toEqual([text, true]);
  });

  it('the releases that this package names are versions by the strict rule, and its windows are bounded ranges', () => {
    for (const { supported, deprecated } of Object.values(versionSurfaces)) {
      expect([supported, validRange(supported, { loose: false })]).toEqual([supported, expect.any(String)]);
      for (const { removedIn } of deprecated) expect(valid(removedIn, { loose: false })).toBe(removedIn);
    }
    for (const [text] of readRows('invalid-versions.json')) {
      const deprecated = [{ version: 2, removedIn: text as string }];
      expect([text, checkDescriptor({ ...assetDescriptor, deprecated }).isErr()]).toEqual([text, true]);
    }
    const releases = readRows('valid-versions.json').flatMap(([text]) => (typeof text === 'string' && valid(text) === text ? [text] : []));
    for (const removedIn of releases) {
      expect([removedIn, checkDescriptor({ ...assetDescriptor, deprecated: [{ version: 2, removedIn }] }).isOk()]).toEqual([
        removedIn,
        true,
      ]);
    }
    expect(releases.length).toBeGreaterThan(5);
  });
});
