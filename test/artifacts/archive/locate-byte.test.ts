import { describe, expect, it } from 'vitest';
import type { ArchiveFront } from '../../../src/artifacts/archive/decode-archive-header.js';
import { decodeArchivePrelude } from '../../../src/artifacts/archive/decode-archive-prelude.js';
import { locateByte } from '../../../src/artifacts/archive/locate-byte.js';
import { buildArchive, SMALL } from './build-archive.js';
import { FILE } from './inspect-archive.js';

const bytes = Buffer.from(buildArchive(SMALL));
const decodedPrelude = (file: Uint8Array, maxHeaderBytes: number) =>
  decodeArchivePrelude({ bytes: file, fileLength: file.length, file: FILE, maxHeaderBytes });
const prelude = decodedPrelude(bytes, 1 << 20)._unsafeUnwrap().value;
const headerEnd = 32 + prelude.headerLength;
const text = bytes.subarray(32, headerEnd).toString('utf8');
const header = JSON.parse(text) as ArchiveFront['header'];
const front = { front: { prelude, header } as ArchiveFront, bytes };
const [first, second] = header.asset_table;

describe('locateByte', () => {
  it.each<readonly [offset: number, field: string | null]>([
    [0, 'magic'],
    [3, 'magic'],
    [4, 'envelopeMajor'],
    [8, 'headerLength'],
    [11, 'headerLength'],
    [12, 'headerCrc32'],
    [15, 'headerCrc32'],
    [16, 'payloadOffset'],
    [23, 'payloadOffset'],
    [24, 'payloadLength'],
    [31, 'payloadLength'],
  ])('byte %i of the prelude is of %j, also where nothing else is sound', (offset, field) => {
    const expected = { region: 'prelude', field, asset: null };
    expect([locateByte(front, offset), locateByte(null, offset)]).toEqual([expected, expected]);
  });

  it('names every field of the prelude, each byte once', () => {
    const fields = Array.from({ length: 32 }, (_, offset) => locateByte(null, offset).field);
    const order = fields.filter((field, index) => field !== fields[index - 1]);
    expect(new Set(order).size).toBe(order.length);
    expect(fields).not.toContain(null);
  });

  it('past the prelude of a broken front there is nothing to be told', () => {
    for (const offset of [32, headerEnd, bytes.length])
      expect(locateByte(null, offset)).toEqual({ region: 'outside', field: null, asset: null });
  });

  it('points into the header, and to the asset of an entry', () => {
    const at = (needle: string, from = 0) => locateByte(front, 32 + Buffer.byteLength(text.slice(0, text.indexOf(needle, from))));
    expect(at(first!.sha256)).toEqual({ region: 'header', field: '/asset_table/0/sha256', asset: first });
    expect(at(second!.sha256)).toEqual({ region: 'header', field: '/asset_table/1/sha256', asset: second });
    const version = locateByte(front, 32 + text.indexOf(':', text.indexOf('"header_version"')) + 1);
    expect(version).toEqual({ region: 'header', field: '/header_version', asset: null });
    const table = locateByte(front, 32 + text.indexOf('['));
    expect(table).toMatchObject({ region: 'header', field: '/asset_table', asset: null });
    const entry = locateByte(front, 32 + text.indexOf('{', text.indexOf('[')));
    expect(entry).toEqual({ region: 'header', field: '/asset_table/0', asset: first });
    expect(locateByte(front, 32).region).toBe('header');
    expect(locateByte(front, headerEnd - 1).region).toBe('header');
  });

  it('tells the tenth entry from the first', () => {
    const assets = Array.from({ length: 12 }, (_, index) => ({
      id: index + 1,
      name: `asset-${index}`,
      bank: 'DATA',
      bytes: Buffer.of(index),
    }));
    const many = Buffer.from(buildArchive({ assets }));
    const own = decodedPrelude(many, 1 << 20)._unsafeUnwrap().value;
    const parsed = JSON.parse(many.subarray(32, 32 + own.headerLength).toString('utf8')) as ArchiveFront['header'];
    const offset = many.indexOf('"asset-11"');
    const found = locateByte({ front: { prelude: own, header: parsed } as ArchiveFront, bytes: many }, offset);
    expect([found.field, found.asset?.asset_id]).toEqual(['/asset_table/11/asset_name', 12]);
  });

  it('tells the bytes of each asset from the padding, to the byte, and what lies past the end', () => {
    const { payloadOffset, payloadLength } = prelude;
    const expected = Array.from({ length: payloadLength }, (_, offset) => {
      const asset = header.asset_table.find((it) => offset >= it.offset && offset < it.offset + it.size) ?? null;
      return { region: asset === null ? 'padding' : 'payload', field: null, asset };
    });
    expect(expected.map(({ region }) => region)).toContain('padding');
    expect(Array.from({ length: payloadLength }, (_, offset) => locateByte(front, payloadOffset + offset))).toEqual(expected);
    for (let offset = headerEnd; offset < payloadOffset; offset += 1)
      expect(locateByte(front, offset)).toEqual({ region: 'padding', field: null, asset: null });
    expect(payloadOffset).toBeGreaterThan(headerEnd);
    for (const offset of [bytes.length, bytes.length + 9])
      expect(locateByte(front, offset)).toEqual({ region: 'outside', field: null, asset: null });
  });
});

describe('decodeArchivePrelude, at its limits', () => {
  it('takes a header of just the budget, and none of one byte more', () => {
    expect(decodedPrelude(bytes, prelude.headerLength).isOk()).toBe(true);
    expect(decodedPrelude(bytes, prelude.headerLength - 1)._unsafeUnwrapErr()).toMatchObject([
      { code: 'ARCHIVE_HEADER_TOO_LARGE', data: { found: prelude.headerLength, limit: prelude.headerLength - 1 } },
    ]);
  });
});
