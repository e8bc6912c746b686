import { describe, expect, it } from 'vitest';
import { buildArchive, type LooseHeader, SMALL } from './build-archive.js';
import { inspectArchive } from './inspect-archive.js';

const first = (header: LooseHeader): Record<string, unknown> => header.asset_table[0] ?? {};

describe('a header of which a value has another type', () => {
  it.each<readonly [pointer: string, found: string, expected: string, spoil: (header: LooseHeader) => void]>([
    ['/asset_table', 'object', 'array', (header) => void Object.assign(header, { asset_table: {} })],
    ['/asset_table/0', 'string', 'object', (header) => void Object.assign(header, { asset_table: ['x'] })],
    ['/asset_table/0', 'array', 'object', (header) => void Object.assign(header, { asset_table: [[]] })],
    ['/asset_table/0/asset_name', 'number', 'string', (header) => void Object.assign(first(header), { asset_name: 3 })],
    ['/asset_table/0/sha256', 'null', 'string', (header) => void Object.assign(first(header), { sha256: null })],
    ['/asset_table/0/size', 'string', 'integer', (header) => void Object.assign(first(header), { size: '3' })],
    ['/asset_table/0/metadata', 'array', 'object', (header) => void Object.assign(first(header), { metadata: [] })],
    ['/preload', 'object', 'array', (header) => void Object.assign(header, { preload: {} })],
    ['/preload/0', 'boolean', 'object', (header) => void Object.assign(header, { preload: [true] })],
  ])('%s is %s in place of %s', (pointer, found, expected, spoil) => {
    const { header, diagnostics } = inspectArchive(buildArchive({ ...SMALL, header: spoil }));
    expect(header).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'ARCHIVE_HEADER_STRUCTURE', data: { pointer, problem: 'wrong-type', found, expected } }]);
  });
});
