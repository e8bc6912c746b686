import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveRegions } from '../../../src/artifacts/archive/archive-regions.js';
import { encodeHeader } from '../../../src/artifacts/archive/encode-header.js';
import type { ArchiveAsset, ArchiveHeader } from '../../../src/artifacts/archive/model.js';
import { planLayout } from '../../../src/artifacts/archive/plan-layout.js';
import type { ArchiveMapRegion } from '../../../src/artifacts/archive/archive-map-region.js';

const anAsset = fc.record({
  asset_id: fc.integer({ min: 1, max: 2 ** 32 - 2 }),
  asset_name: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}$/),
  bank_type: fc.constantFrom('DATA' as const, 'PALETTES' as const, 'SOUNDS' as const, 'TILES' as const),
  size: fc.integer({ min: 0, max: 5000 }),
  metadata: fc.constant({}),
});

const assets = fc.uniqueArray(anAsset, { maxLength: 12, selector: ({ asset_id }) => asset_id });

/** A table that need not keep any of the placing rules. */
const anyAsset = fc.tuple(anAsset, fc.integer({ min: 0, max: 4000 })).map(([{ size, ...rest }, offset]): ArchiveAsset => ({
  ...rest,
  codec: 'NONE',
  offset,
  size,
  decoded_size: size,
  sha256: 'a'.repeat(64),
}));

const asset = (asset_id: number, offset: number, size: number): ArchiveAsset => ({
  ...{ asset_id, asset_name: `a${asset_id}`, bank_type: 'DATA', codec: 'NONE', decoded_size: size, sha256: '0'.repeat(64), metadata: {} },
  ...{ offset, size },
});

function expectEveryByteOnce(regions: readonly ArchiveMapRegion[], length: number): void {
  let end = 0;
  for (const { offset, size } of regions) {
    expect(offset).toBe(end);
    expect(size).toBeGreaterThanOrEqual(0);
    end += size;
  }
  expect(end).toBe(length);
}

describe('archiveRegions', () => {
  it('puts every byte of an archive in one region, and says what it is', () => {
    fc.assert(
      fc.property(assets, (content) => {
        const planned = planLayout({ assets: content, preload: [], file: 'build/assets.pa', maxHeaderBytes: 1e6 })._unsafeUnwrap();
        const { header, headerLength, payloadOffset, totalLength } = planned;
        const roots = new Map(content.map(({ asset_id }) => [asset_id, `folder-${asset_id}`]));
        const regions = archiveRegions({ length: totalLength, header, roots });
        expectEveryByteOnce(regions, totalLength);
        expect(regions.slice(0, 2)).toEqual([
          { kind: 'prelude', offset: 0, size: 32, asset: null },
          { kind: 'header', offset: 32, size: headerLength, asset: null },
        ]);
        expect(regions.filter(({ kind }) => kind === 'unknown')).toEqual([]);
        const found = regions.filter(({ kind }) => kind === 'asset');
        expect(found.map(({ offset, size, asset }) => [offset - payloadOffset, size, asset?.id, asset?.root])).toEqual(
          header.asset_table.map(({ offset, size, asset_id }) => [offset, size, asset_id, `folder-${asset_id}`]),
        );
      }),
    );
  });

  it('puts every byte of a file in one region, whatever its table claims and however long it is', () => {
    fc.assert(
      fc.property(fc.array(anyAsset, { maxLength: 10 }), fc.integer({ min: 0, max: 9000 }), (asset_table, length) => {
        const header: ArchiveHeader = { header_version: 1, asset_table, preload: [] };
        const regions = archiveRegions({ length, header });
        expectEveryByteOnce(regions, length);
        expect(regions.filter(({ kind }) => kind === 'asset')).toHaveLength(asset_table.length);
      }),
    );
  });

  it('calls the whole file unknown where there is no header', () => {
    expect(archiveRegions({ length: 77, header: null })).toEqual([{ kind: 'unknown', offset: 0, size: 77, asset: null }]);
    expect(archiveRegions({ length: 0, header: null })).toEqual([]);
  });

  it('calls the whole file unknown where the header has no text', () => {
    const broken = { ...asset(1, 0, 8), metadata: { title: 'a\ud800' } };
    const header: ArchiveHeader = { header_version: 1, asset_table: [broken], preload: [] };
    expect(archiveRegions({ length: 500, header })).toEqual([{ kind: 'unknown', offset: 0, size: 500, asset: null }]);
  });

  it('follows the file, in whatever order the table stands, and calls what lies between padding', () => {
    const header: ArchiveHeader = { header_version: 1, asset_table: [asset(3, 64, 10), asset(1, 0, 5), asset(2, 16, 8)], preload: [] };
    const headerEnd = 32 + encodeHeader(header)._unsafeUnwrap().length;
    const start = Math.ceil(headerEnd / 64) * 64;
    expect(headerEnd).toBeLessThan(start);
    const regions = archiveRegions({ length: start + 74, header });
    expect(regions.map((region) => [region.kind, region.offset, region.size, region.asset?.id ?? null])).toEqual([
      ['prelude', 0, 32, null],
      ['header', 32, headerEnd - 32, null],
      ['padding', headerEnd, start - headerEnd, null],
      ['asset', start, 5, 1],
      ['padding', start + 5, 11, null],
      ['asset', start + 16, 8, 2],
      ['padding', start + 24, 40, null],
      ['asset', start + 64, 10, 3],
    ]);
  });

  it('gives what no asset claims to nobody, and what two claim to the first', () => {
    const header: ArchiveHeader = { header_version: 1, asset_table: [asset(1, 0, 40), asset(2, 16, 40)], preload: [] };
    const start = Math.ceil((32 + encodeHeader(header)._unsafeUnwrap().length) / 64) * 64;
    const regions = archiveRegions({ length: start + 100, header }).slice(-3);
    expect(regions.map(({ kind, offset, size }) => [kind, offset - start, size])).toEqual([
      ['asset', 0, 40],
      ['asset', 40, 16],
      ['unknown', 56, 44],
    ]);
  });
});
