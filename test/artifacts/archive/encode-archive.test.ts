import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHeader } from '../../../src/artifacts/archive/encode-header.js';
import { encodePrelude } from '../../../src/artifacts/archive/encode-prelude.js';
import { planLayout } from '../../../src/artifacts/archive/plan-layout.js';
import { arbitraryArchive, type ArbitraryArchive } from './arbitrary-archive.js';
import { buildArchive, SMALL } from './build-archive.js';
import { inspectArchive } from './inspect-archive.js';

const maxHeaderBytes = 1 << 20;

/** Writes an archive as build does: plan, payload, digests, header, prelude. */
function encodeArchive({ assets, preload, payloads }: ArbitraryArchive): Uint8Array {
  const plan = planLayout({ assets, preload, file: 'build/assets.pa', maxHeaderBytes })._unsafeUnwrap();
  const file = new Uint8Array(plan.totalLength);
  const asset_table = plan.header.asset_table.map((asset) => {
    const bytes = payloads.get(asset.asset_id) ?? new Uint8Array();
    file.set(bytes, plan.payloadOffset + asset.offset);
    return { ...asset, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const header = encodeHeader({ ...plan.header, asset_table })._unsafeUnwrap();
  expect(header).toHaveLength(plan.headerLength);
  file.set(encodePrelude(plan, header));
  file.set(header, 32);
  return file;
}

describe('writing an archive', () => {
  it('is read back as it was asked for', () => {
    fc.assert(
      fc.property(arbitraryArchive, (archive) => {
        const { header, diagnostics } = inspectArchive(encodeArchive(archive), { piece: 7 });
        expect(diagnostics).toEqual([]);
        const byId = [...archive.assets].sort((a, b) => a.asset_id - b.asset_id);
        expect(header?.asset_table).toMatchObject(byId);
        expect(new Set(header?.preload)).toEqual(new Set(archive.preload));
      }),
    );
  });

  it('A21 gives the same bytes whatever order things are listed in', () => {
    fc.assert(
      fc.property(arbitraryArchive, ({ assets, preload, payloads }) => {
        const others = assets.toReversed().map((asset) => {
          const reversed = Object.fromEntries(Object.entries(asset.metadata).reverse());
          return { ...asset, metadata: reversed };
        });
        const other = encodeArchive({ assets: others, preload: preload.toReversed(), payloads });
        expect(other).toEqual(encodeArchive({ assets, preload, payloads }));
      }),
    );
  });

  it('gives the very bytes of a writer made from the contract alone', () => {
    const assets = SMALL.assets.map(({ id, name, bank, bytes, metadata }) => ({
      asset_id: id,
      asset_name: name,
      bank_type: bank as 'TILES' | 'DATA',
      size: bytes.length,
      metadata: (metadata ?? {}) as Record<string, string>,
    }));
    const payloads = new Map(SMALL.assets.map(({ id, bytes }) => [id, bytes]));
    expect(encodeArchive({ assets, preload: SMALL.preload ?? [], payloads })).toEqual(buildArchive(SMALL));
  });
});
