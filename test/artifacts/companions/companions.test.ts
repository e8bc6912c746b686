import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAssetMetadata, serializeAssetMetadata, type AssetMetadata } from '../../../src/artifacts/companions/asset-metadata.js';
import { parseAssetTable, serializeAssetTable, type AssetTable } from '../../../src/artifacts/companions/asset-table.js';
import { parsePreload, serializePreload, type Preload } from '../../../src/artifacts/companions/preload.js';
import type { Outcome } from '../../../src/diagnostics/outcome.js';
import { metadata } from '../archive/arbitrary-archive.js';

const archive_digest = 'ab'.repeat(32);
const sha256 = '0f'.repeat(32);

const table: AssetTable = {
  schema_version: 1,
  archive_digest,
  asset_table: [
    {
      asset_id: 1,
      asset_name: 'hero',
      bank_type: 'TILES',
      codec: 'NONE',
      offset: 0,
      size: 5,
      decoded_size: 5,
      sha256,
      metadata: { '9': 'nine', '10': 10 },
    },
  ],
};
const preload: Preload = { schema_version: 1, archive_digest, preload: [{ asset_id: 1, slot: 3 }] };
const sources: AssetMetadata = {
  schema_version: 1,
  archive_digest,
  assets: [
    {
      asset_id: 1,
      asset_uuid: '0190a1b2-0000-7000-8000-000000000001',
      root: 'tiles/hero',
      inputs: [{ role: 'main', path: 'hero.png', offset: 0, size: 5, sha256 }],
    },
  ],
};

function parsed<T>(parse: (source: { bytes: Uint8Array; file: string }) => Outcome<T>, text: string): Outcome<T> {
  return parse({ bytes: new TextEncoder().encode(text), file: 'build/companion.json' });
}

describe('companions', () => {
  it('writes the table with keys in the order of the contract, metadata by code units', () => {
    expect(serializeAssetTable(table)).toBe(`{
  "schema_version": 1,
  "archive_digest": "${archive_digest}",
  "asset_table": [
    {
      "asset_id": 1,
      "asset_name": "hero",
      "bank_type": "TILES",
      "codec": "NONE",
      "offset": 0,
      "size": 5,
      "decoded_size": 5,
      "sha256": "${sha256}",
      "metadata": {
        "10": 10,
        "9": "nine"
      }
    }
  ]
}
`);
  });

  it('writes the preload list', () => {
    const text = `{
  "schema_version": 1,
  "archive_digest": "${archive_digest}",
  "preload": [
    {
      "asset_id": 1,
      "slot": 3
    }
  ]
}
`;
    expect(serializePreload(preload)).toBe(text);
    expect(serializePreload({ ...preload, preload: [] })).toContain('"preload": []\n');
  });

  it('writes where the bytes came from', () => {
    expect(serializeAssetMetadata(sources)).toBe(`{
  "schema_version": 1,
  "archive_digest": "${archive_digest}",
  "assets": [
    {
      "asset_id": 1,
      "asset_uuid": "0190a1b2-0000-7000-8000-000000000001",
      "root": "tiles/hero",
      "inputs": [
        {
          "role": "main",
          "path": "hero.png",
          "offset": 0,
          "size": 5,
          "sha256": "${sha256}"
        }
      ]
    }
  ]
}
`);
  });

  it('reads back what it wrote', () => {
    expect(parsed(parseAssetTable, serializeAssetTable(table))._unsafeUnwrap()).toEqual({ value: table, diagnostics: [] });
    expect(parsed(parsePreload, serializePreload(preload))._unsafeUnwrap()).toEqual({ value: preload, diagnostics: [] });
    expect(parsed(parseAssetMetadata, serializeAssetMetadata(sources))._unsafeUnwrap()).toEqual({ value: sources, diagnostics: [] });
  });

  it('reads back any metadata, and writes it alike whatever its order was', () => {
    const property = fc.property(metadata, (values) => {
      const withMetadata = (entries: [string, string | number | boolean][]): AssetTable => ({
        ...table,
        asset_table: table.asset_table.map((asset) => ({ ...asset, metadata: Object.fromEntries(entries) })),
      });
      const text = serializeAssetTable(withMetadata(Object.entries(values)));
      expect(serializeAssetTable(withMetadata(Object.entries(values).reverse()))).toBe(text);
      expect(parsed(parseAssetTable, text)._unsafeUnwrap().value.asset_table[0]?.metadata).toEqual(values);
    });
    fc.assert(property);
  });

  it('refuses another version before it looks at anything else', () => {
    const newer = parsed(parseAssetTable, '{"schema_version":2,"archive_digest":5}');
    expect(newer._unsafeUnwrapErr()).toMatchObject([{ code: 'VERSION_TOO_NEW', artifact: 'asset-table' }]);
    expect(parsed(parsePreload, '{}')._unsafeUnwrapErr()).toMatchObject([{ code: 'VERSION_MISSING', artifact: 'preload' }]);
  });

  it('refuses what it never writes', () => {
    const digestInCapitals = serializePreload({ ...preload, archive_digest: 'AB'.repeat(32) });
    expect(parsed(parsePreload, digestInCapitals)._unsafeUnwrapErr()).toMatchObject([
      { code: 'STRUCTURE_BAD_FORMAT', location: { pointer: '/archive_digest' } },
    ]);
    const nil = serializeAssetMetadata(sources).replace('0190a1b2-0000-7000-8000-000000000001', '00000000-0000-0000-0000-000000000000');
    expect(parsed(parseAssetMetadata, nil)._unsafeUnwrapErr()).toMatchObject([
      { code: 'STRUCTURE_BAD_FORMAT', artifact: 'asset-metadata', location: { pointer: '/assets/0/asset_uuid' } },
    ]);
  });
});
