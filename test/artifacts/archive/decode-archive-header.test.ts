import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeArchiveHeader } from '../../../src/artifacts/archive/decode-archive-header.js';
import { decodeArchivePrelude } from '../../../src/artifacts/archive/decode-archive-prelude.js';
import { diagnoseArchive } from '../../../src/artifacts/archive/diagnose-archive.js';
import { buildArchive, SMALL } from './build-archive.js';
import { FILE, inspectArchive } from './inspect-archive.js';

const sources = new URL('../../../src/artifacts/archive/', import.meta.url);

/** A module of the folder and all modules of the folder that it needs. */
function reachable(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(new URL(`${name}.ts`, sources), 'utf8');
  for (const [, next] of text.matchAll(/from '\.\/([a-z-]+)\.js'/g)) reachable(next ?? '', seen);
  return seen;
}

describe('A14 the text of the header', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part as string))); // Buffer.from takes both

  it.each<[string, Uint8Array | string, string, number]>([
    ['B1 only spaces', '   ', 'JSON_EMPTY', 0],
    ['B2 a byte order mark', '\ufeff{}', 'JSON_BOM', 0],
    ['B3 UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'JSON_NOT_UTF8', 0],
    ['B4 a lone continuation byte', bytes('{"a":"', [0x80], '"}'), 'JSON_NOT_UTF8', 6],
    ['B7 a key twice', '{"a":1,"\\u0061":2}', 'JSON_DUPLICATE_KEY', 7],
    ['B8 a reserved key', '{"a":1,"__proto__":{}}', 'JSON_RESERVED_KEY', 7],
    ['B10 nested too deep', `{"a":${'['.repeat(64)}${']'.repeat(64)}}`, 'JSON_TOO_DEEP', 5 + 63],
    ['B13 a number without a double', '{"header_version":1,"x":1e400}', 'JSON_NUMBER_RANGE', 24],
    ['B14 an integer that would be rounded', '{"header_version":1,"x":9007199254740993}', 'JSON_NUMBER_RANGE', 24],
    ['B6 half a surrogate pair', '{"header_version":1,"x":"\\ud800"}', 'JSON_LONE_SURROGATE', 24],
    ['B17 text behind it', '{} {}', 'JSON_TRAILING_TEXT', 3],
    ['B17 a comment', '{/**/}', 'JSON_COMMENT', 1],
    ['B17 a trailing comma', '{"a":1,}', 'JSON_TRAILING_COMMA', 6],
    ['B22 conflict markers', '{\n<<<<<<< ours\n"a":1\n=======\n>>>>>>> theirs\n}', 'JSON_MERGE_CONFLICT', 2],
    ['B23 an array', '[]', 'JSON_WRONG_ROOT', 0],
    ['no JSON', '{"a":nil}', 'JSON_SYNTAX', 5],
  ])('%s', (_name, text, code, offset) => {
    const [first] = inspectArchive(buildArchive({ ...SMALL, text: () => text })).diagnostics;
    expect(first).toMatchObject({ code, artifact: 'archive', location: { kind: 'bytes', file: FILE, offset: 32 + offset }, fixes: [] });
  });

  it('B7 names both places of a key that stands twice', () => {
    const [first] = inspectArchive(buildArchive({ ...SMALL, text: () => '{"a":1,"a":2}' })).diagnostics;
    expect(first?.related.map(({ location }) => location)).toMatchObject([{ kind: 'bytes', file: FILE, offset: 33 }]);
  });

  it('tells every fault of its text', () => {
    const text = '{"a":1,"a":2,"b":1,"b":2}';
    const { diagnostics } = inspectArchive(buildArchive({ ...SMALL, text: () => text }));
    expect(diagnostics).toMatchObject([
      { code: 'JSON_DUPLICATE_KEY', location: { kind: 'bytes', offset: 32 + 7, length: 3 }, data: { key: 'a' } },
      { code: 'JSON_DUPLICATE_KEY', location: { kind: 'bytes', offset: 32 + 19, length: 3 }, data: { key: 'b' } },
    ]);
  });

  it('tells a version that is missing of the header as a whole', () => {
    const [missing] = inspectArchive(buildArchive({ ...SMALL, text: () => '{"x":1}' })).diagnostics;
    const place = { file: FILE, offset: 32, length: 7 };
    const { location, fingerprint } = diagnoseArchive('ARCHIVE_HEADER_VERSION', place, { found: null, expected: 1 });
    expect(missing).toMatchObject({ code: 'ARCHIVE_HEADER_VERSION', location, fingerprint, data: { found: null, expected: 1 } });
  });

  it('judges the version before numbers and shape', () => {
    const [first] = inspectArchive(buildArchive({ ...SMALL, text: () => '{"header_version":2,"x":1e400}' })).diagnostics;
    expect(first).toMatchObject({ code: 'ARCHIVE_HEADER_VERSION', data: { found: 2, expected: 1 } });
  });
});

describe('decodeArchiveHeader', () => {
  it('reports a file that grew shorter after its prelude was read', () => {
    const file = buildArchive(SMALL);
    const start = { bytes: file.subarray(0, 32), fileLength: file.length, file: FILE, maxHeaderBytes: 4096 };
    const { value: prelude } = decodeArchivePrelude(start)._unsafeUnwrap();
    const front = decodeArchiveHeader({ prelude, header: file.subarray(32, 40), padding: new Uint8Array(), file: FILE });
    expect(front._unsafeUnwrapErr()).toMatchObject([
      { code: 'ARCHIVE_TRUNCATED', data: { found: 40, expected: prelude.payloadOffset }, location: { offset: 40 } },
    ]);
  });

  it('A18 stops at the budgets of the JSON reader', () => {
    const file = buildArchive(SMALL);
    const start = { bytes: file.subarray(0, 32), fileLength: file.length, file: FILE, maxHeaderBytes: 4096 };
    const { value: prelude } = decodeArchivePrelude(start)._unsafeUnwrap();
    const end = 32 + prelude.headerLength;
    const source = { prelude, header: file.subarray(32, end), padding: file.subarray(end, prelude.payloadOffset), file: FILE };
    expect(decodeArchiveHeader(source).isOk()).toBe(true);
    const bounded = decodeArchiveHeader({ ...source, budgets: { maxNodes: 20 } });
    expect(bounded._unsafeUnwrapErr()).toMatchObject([{ code: 'JSON_TOO_MANY_NODES' }]);
  });

  it('shares no code with the encoder but the layout', () => {
    const reader = ['decode-archive-prelude', 'decode-archive-header', 'check-archive-slices', 'create-payload-checker'];
    const writer = ['plan-layout', 'encode-header', 'encode-prelude'];
    const read = reader.flatMap((name) => [...reachable(name)]);
    const written = new Set(writer.flatMap((name) => [...reachable(name)]));
    expect([...new Set(read.filter((name) => written.has(name)))].sort()).toEqual(['layout', 'model']);
  });
});
