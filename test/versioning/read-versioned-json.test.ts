import { describe, expect, it } from 'vitest';
import { readVersionedJson, refuseTooLarge } from '../../src/versioning/read-versioned-json.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';
import { sampleDescriptor } from './sample-descriptor.js';

const file = 'assets/a/asset.json';
const read = (text: string, of: VersionDescriptor = sampleDescriptor) => readVersionedJson(new TextEncoder().encode(text), of, file);

describe('readVersionedJson', () => {
  it.each([
    ['{"schema_version":4}', { class: 'current', version: 4 }],
    ['{"schema_version":2}', { class: 'migratable', version: 2 }],
  ])('lets %s through, its structure unseen', (text, version) => {
    const { document, version: found } = read(text)._unsafeUnwrap();
    expect(found).toMatchObject(version);
    expect(document.value).toEqual(JSON.parse(text));
  });

  it('tells a missing version at the whole document, with the keys that look like one', () => {
    const [only, ...more] = read('{"version":1,"name":"a","schemaVersion":4}')._unsafeUnwrapErr();
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      code: 'VERSION_MISSING',
      artifact: 'asset',
      location: { kind: 'text', file, pointer: '', range: { start: { offset: 0 }, end: { offset: 42 } } },
      data: { field: 'schema_version', supported: '>=2 <5', lookalikes: ['schemaVersion', 'version'] },
      found: null,
    });
    expect(read('{}')._unsafeUnwrapErr()[0].data).toEqual({ field: 'schema_version', supported: '>=2 <5', lookalikes: [] });
  });

  it.each<readonly [text: string, code: string, data: object, found: unknown]>([
    ['{"schema_version":"4"}', 'VERSION_MALFORMED', { token: '"4"' }, '"4"'],
    ['{"schema_version":9}', 'VERSION_TOO_NEW', { version: 9 }, 9],
    ['{"schema_version":1}', 'VERSION_TOO_OLD', { version: 1 }, 1],
  ])('tells %s at the value of the version: %s', (text, code, data, found) => {
    const [only] = read(text)._unsafeUnwrapErr();
    const range = { start: { offset: 18 }, end: { offset: text.length - 1 } };
    expect(only).toMatchObject({ code, location: { kind: 'text', file, pointer: '/schema_version', range }, found });
    expect(only.data).toEqual({ field: 'schema_version', supported: '>=2 <5', ...data });
  });

  it('tells in one word what to do where the file is made anew, and where it is left aside', () => {
    const whatOf = (whenUnsupported: VersionDescriptor['whenUnsupported'], text: string) =>
      read(text, { ...sampleDescriptor, whenUnsupported })._unsafeUnwrapErr()[0].manualAction?.what;
    const texts = ['{}', '{"schema_version":"4"}', '{"schema_version":1}', '[]'];
    for (const policy of ['rebuild', 'discard'] as const) expect(new Set(texts.map((text) => whatOf(policy, text))).size).toBe(1);
    expect(new Set(texts.map((text) => whatOf('refuse', text))).size).toBe(texts.length);
    const all = (['refuse', 'rebuild', 'discard'] as const).map((policy) => whatOf(policy, '{}'));
    expect(new Set(all).size).toBe(3);
    expect(all).not.toContain(undefined);
  });

  it('gives each fault of the text the six facts; where a safe fix mends it, nothing is left for a person', () => {
    const faults = read('{"a":1,"a":2,"b":1,"b":2}')._unsafeUnwrapErr();
    expect(faults.map(({ code }) => code)).toEqual(['JSON_DUPLICATE_KEY', 'JSON_DUPLICATE_KEY']);
    for (const fault of faults) {
      expect(fault).toMatchObject({ found: null, manualAction: { required: true }, blocks: { build: true, studio: true } });
    }
    const [comma] = read('{"schema_version":4,}')._unsafeUnwrapErr();
    expect(comma.fixes.map(({ applicability }) => applicability)).toEqual(['safe']);
    expect(comma).toMatchObject({ manualAction: { required: false }, blocks: { build: true, studio: true } });
    const unsafe = read('{"schema_version":4/**/}')._unsafeUnwrapErr()[0];
    const isSafe = unsafe.fixes.some(({ applicability }) => applicability === 'safe');
    expect(unsafe.manualAction?.required).toBe(!isSafe);
  });

  it('a file that a port found too large has no bytes to be shown at', () => {
    expect(refuseTooLarge(sampleDescriptor, file, 7)).toMatchObject({
      code: 'JSON_TOO_LARGE',
      artifact: 'asset',
      location: { kind: 'file', file },
      data: { limit: 7, found: null },
      found: null,
      manualAction: { required: true },
    });
  });
});
