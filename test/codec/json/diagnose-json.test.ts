import { describe, expect, it } from 'vitest';
import { diagnoseJson } from '../../../src/codec/json/diagnose-json.js';
import type { DiagnosticSubject } from '../../../src/diagnostics/artifact-kind.js';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import { bytesOf, documentOf, faultsOf } from './support.js';

const diagnosed = (text: string | Uint8Array, embeddedAt?: number) =>
  diagnoseJson(faultsOf(text), {
    artifact: 'asset',
    file: 'assets/a/asset.json',
    bytes: typeof text === 'string' ? bytesOf(text) : text,
    ...(embeddedAt === undefined ? {} : { embeddedAt }),
  });

describe('diagnoseJson', () => {
  it('points to a range of the text', () => {
    expect(diagnosed('{\n  "é": tru\n}')).toMatchObject([
      {
        code: 'JSON_SYNTAX',
        severity: 'error',
        artifact: 'asset',
        location: {
          kind: 'text',
          file: 'assets/a/asset.json',
          pointer: '/é',
          range: { start: { line: 2, column: 8, offset: 10 }, end: { line: 2, column: 9, offset: 11 } },
        },
        data: { found: 'tru', expected: ['value'] },
      },
    ]);
  });

  it('points to bytes where there are no lines', () => {
    expect(diagnosed(bytesOf('{"a":"', [0xff], '"}'))).toMatchObject([{ location: { kind: 'bytes', offset: 6, length: 1 } }]);
    const [fault] = faultsOf('12345', { maxBytes: 2 });
    expect(fault).toBeDefined();
    expect(diagnoseJson(faultsOf('12345', { maxBytes: 2 }), { artifact: 'asset', file: 'a', bytes: new Uint8Array() })).toMatchObject([
      { code: 'JSON_TOO_LARGE', location: { kind: 'bytes', offset: 2, length: 3 } },
    ]);
  });

  it('names both places of a duplicate, and tells equal findings apart', () => {
    const [second, third, ...others] = diagnosed('{"a":1,\n"a":2,\n"a":3}');
    expect(others).toEqual([]);
    expect(second?.location).toMatchObject({ pointer: '/a', range: { start: { line: 2, column: 1 } } });
    expect(third?.location).toMatchObject({ pointer: '/a', range: { start: { line: 3, column: 1 } } });
    for (const diagnostic of [second, third]) {
      expect(diagnostic?.related).toMatchObject([{ location: { kind: 'text', range: { start: { line: 1, column: 2, offset: 1 } } } }]);
    }
    expect(second?.fingerprint).not.toBe(third?.fingerprint);
  });

  it('offers safe fixes for a byte order mark and a trailing comma, and words for a comment', () => {
    const file = 'assets/a/asset.json';
    expect(diagnosed(bytesOf([0xef, 0xbb, 0xbf], '{}'))).toMatchObject([
      { code: 'JSON_BOM', fixes: [{ applicability: 'safe', edits: [{ file, start: 0, end: 3, newText: '' }] }] },
    ]);
    expect(diagnosed('{"é":[1 , ]}')).toMatchObject([
      { code: 'JSON_TRAILING_COMMA', fixes: [{ applicability: 'safe', edits: [{ file, start: 9, end: 10, newText: '' }] }] },
    ]);
    expect(diagnosed('{} // a')).toMatchObject([{ code: 'JSON_COMMENT', fixes: [{ applicability: 'display-only', edits: [] }] }]);
  });

  it('A14: counts from the start of the file where the text is part of a binary one, and offers no fix', () => {
    expect(diagnosed('{"a":1,"a":2,}', 32)).toMatchObject([
      { code: 'JSON_TRAILING_COMMA', location: { kind: 'bytes', offset: 44, length: 1 }, fixes: [] },
    ]);
    expect(diagnosed('{"a":1,"a":2}', 32)).toMatchObject([
      {
        code: 'JSON_DUPLICATE_KEY',
        location: { kind: 'bytes', offset: 39, length: 3 },
        related: [{ location: { kind: 'bytes', offset: 33, length: 3 } }],
      },
    ]);
  });

  it('offers fixes for what a plan mends, and for nothing else', () => {
    const fixesOf = (artifact: DiagnosticSubject, bytes: Uint8Array) =>
      diagnoseJson(faultsOf(bytes), { artifact, file: 'f', bytes }).map(({ code, fixes }) => [code, fixes.length]);
    const mark = [0xef, 0xbb, 0xbf];
    for (const artifact of ['asset', 'registry'] as const) {
      expect(fixesOf(artifact, bytesOf(mark, '{}'))).toEqual([['JSON_BOM', 1]]);
      expect(fixesOf(artifact, bytesOf('{"a":1,}'))).toEqual([['JSON_TRAILING_COMMA', 1]]);
    }
    for (const artifact of ['cache', 'journal', 'archive', 'policy'] as const) {
      expect(fixesOf(artifact, bytesOf(mark, '{}'))).toEqual([['JSON_BOM', 0]]);
      expect(fixesOf(artifact, bytesOf('{"a":1,}'))).toEqual([['JSON_TRAILING_COMMA', 0]]);
    }
    const broken = bytesOf(mark, '"', [0xff], '"'); // offsets of a text that is none are no place to cut
    expect(fixesOf('asset', broken)).toEqual([
      ['JSON_BOM', 0],
      ['JSON_NOT_UTF8', 0],
    ]);
    expect(diagnosed('{"a":tru}').map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('knows a finding again whatever stands before it; of equal ones by their order', () => {
    const found = diagnosed('{"a":1,"a":2,"b":1,"b":2,"b":3,"b":4}');
    const expected = found.map(({ location, data }, index) =>
      diagnose('JSON_DUPLICATE_KEY', {
        artifact: 'asset',
        location,
        data: data as { readonly key: string; readonly total: number },
        subject: ['', '', '1', '2'][index] ?? '?',
      }),
    );
    expect(found.map(({ fingerprint }) => fingerprint)).toEqual(expected.map(({ fingerprint }) => fingerprint));
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(4);
    const [alone] = diagnosed('{"b":1,"b":2}');
    expect(found[1]?.fingerprint).toBe(alone?.fingerprint);
  });

  it('takes the text of a document for its value faults', () => {
    const { text, valueFaults } = documentOf('{"é":\n1e999}');
    expect(diagnoseJson(valueFaults, { artifact: 'registry', file: 'f', bytes: text })).toMatchObject([
      { code: 'JSON_NUMBER_RANGE', location: { pointer: '/é', range: { start: { line: 2, column: 1, offset: 7 } } } },
    ]);
  });

  it('cuts long texts in data and long pointers', () => {
    const long = 'k'.repeat(5000);
    const [fault] = diagnosed(`{"a":{"${long}":1,"${long}":2}}`);
    expect(fault).toMatchObject({ location: { pointer: '/a' }, data: { key: `${'k'.repeat(120)}…` } });
    const step = '/'.repeat(700); // written ~1~1~1… in a pointer
    const deep = faultsOf(`{"${step}":{"${step}":{"${step}":{"a":1,"a":2}}}}`);
    expect(deep).toMatchObject([{ pointer: `/${'~1'.repeat(700)}`.repeat(2) }]);
    const { valueFaults } = documentOf(`[${'9'.repeat(5000)}]`);
    expect(valueFaults).toMatchObject([{ length: 5000, data: { token: `${'9'.repeat(120)}…`, becomes: 'Infinity' } }]);
  });
});
