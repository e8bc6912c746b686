import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLayout, type ArchiveContent } from '../../../src/artifacts/archive/plan-layout.js';

const file = 'build/assets.pa';
const maxHeaderBytes = 1 << 20;

function content(asset_id: number, size: number, change: Partial<ArchiveContent> = {}): ArchiveContent {
  return { asset_id, asset_name: `asset-${asset_id}`, bank_type: 'DATA', size, metadata: {}, ...change };
}

function fault(assets: readonly ArchiveContent[], budget = maxHeaderBytes): unknown {
  const plan = planLayout({ assets, preload: [], file, maxHeaderBytes: budget });
  return plan.isErr() ? plan.error[0] : null;
}

describe('planLayout', () => {
  it('places by asset_id, at the first multiple of 16 after the asset before', () => {
    const assets = [content(9, 1), content(2, 16), content(4, 0), content(3, 17)];
    const plan = planLayout({ assets, preload: [], file, maxHeaderBytes })._unsafeUnwrap();
    expect(plan.header.asset_table.map(({ asset_id, offset }) => [asset_id, offset])).toEqual([
      [2, 0],
      [3, 16],
      [4, 48],
      [9, 48],
    ]);
    expect(plan.payloadLength).toBe(49);
    expect(plan.totalLength).toBe(plan.payloadOffset + 49);
  });

  it('puts the payload at the first multiple of 64 after the header', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), (length) => {
        const assets = [content(1, 1, { metadata: { k: 'x'.repeat(length) } })];
        const plan = planLayout({ assets, preload: [], file, maxHeaderBytes })._unsafeUnwrap();
        expect(plan.payloadOffset % 64).toBe(0);
        const padding = plan.payloadOffset - 32 - plan.headerLength;
        expect(padding).toBeGreaterThanOrEqual(0);
        expect(padding).toBeLessThan(64);
      }),
    );
  });

  it('orders the preload list by bank type in code units, then slot', () => {
    const banks = ['TILES', 'SOUNDS', 'PALETTES', 'DATA'] as const;
    const assets = banks.flatMap((bank_type, index) => [content(index + 1, 1, { bank_type }), content(index + 11, 1, { bank_type })]);
    const preload = assets.map(({ asset_id }) => ({ asset_id, slot: asset_id > 10 ? 2 : 10 }));
    const plan = planLayout({ assets, preload, file, maxHeaderBytes })._unsafeUnwrap();
    expect(plan.header.preload.map(({ asset_id }) => asset_id)).toEqual([14, 4, 13, 3, 12, 2, 11, 1]);
  });

  it('puts what is loaded of no asset before all of the others', () => {
    const preload = [1, 99].map((asset_id) => ({ asset_id, slot: 0 }));
    for (const asked of [preload, preload.toReversed()]) {
      const plan = planLayout({ assets: [content(1, 1)], preload: asked, file, maxHeaderBytes })._unsafeUnwrap();
      expect(plan.header.preload.map(({ asset_id }) => asset_id)).toEqual([99, 1]);
    }
  });

  it('refuses more than 2^53 - 1 bytes', () => {
    const tooLarge = { code: 'ARCHIVE_TOO_LARGE', data: { most: Number.MAX_SAFE_INTEGER }, location: { kind: 'file', file } };
    expect(fault([content(1, Number.MAX_SAFE_INTEGER - 4096)])).toBeNull();
    expect(fault([content(1, Number.MAX_SAFE_INTEGER)])).toMatchObject(tooLarge);
    expect(fault([content(1, 2 ** 52), content(2, 2 ** 52)])).toMatchObject(tooLarge);
  });

  it('refuses a header that a reader would refuse', () => {
    const { headerLength: length } = planLayout({ assets: [content(1, 1)], preload: [], file, maxHeaderBytes })._unsafeUnwrap();
    expect(fault([content(1, 1)], length)).toBeNull();
    const data = { found: length, limit: length - 1 };
    expect(fault([content(1, 1)], length - 1)).toMatchObject({ code: 'ARCHIVE_HEADER_TOO_LARGE', data });
  });

  it('takes a text that every reader refuses for a defect of its caller', () => {
    const broken = content(2, 1, { metadata: { title: 'a\ud800' } });
    expect(fault([content(1, 1), broken])).toMatchObject({
      code: 'INTERNAL_DEFECT',
      artifact: 'workspace',
      location: { kind: 'workspace' },
      data: { operation: 'planLayout' },
    });
  });
});
