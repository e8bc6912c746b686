import { describe, expect, it } from 'vitest';
import type { AssetBody, AssetPreload, AssetType } from '../../../src/artifacts/asset/model.js';
import { assignSlots, type IncludedAsset } from '../../../src/plans/build/assign-slots.js';

const asset = (asset_id: number, preload: AssetPreload | undefined, type: AssetType = 'tile_bank'): IncludedAsset => {
  const body: AssetBody = {
    schema_version: 4,
    name: `a${asset_id}`,
    type,
    inputs: { main: ['x'] },
    output: { format: 'raw', codec: 'none' },
  };
  return { asset_id, root: `a${asset_id}`, body: preload === undefined ? body : { ...body, preload } };
};
const on: AssetPreload = { enabled: true };

describe('assignSlots', () => {
  it('gives the lowest free slot after all explicit ones, by asset_id, and says so', () => {
    const { preload, diagnostics } = assignSlots([
      asset(1, on),
      asset(2, { enabled: true, slot: 0 }),
      asset(3, on),
      asset(4, { enabled: true, slot: 2 }),
    ]);
    expect(preload).toEqual([
      { asset_id: 2, slot: 0 },
      { asset_id: 1, slot: 1 },
      { asset_id: 4, slot: 2 },
      { asset_id: 3, slot: 3 },
    ]);
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ['BUILD_SLOT_ASSIGNED', { root: 'a1', bankType: 'TILES', slot: 1 }],
      ['BUILD_SLOT_ASSIGNED', { root: 'a3', bankType: 'TILES', slot: 3 }],
    ]);
  });

  it('counts each bank type by itself and orders by bank type, then slot', () => {
    const { preload } = assignSlots([asset(1, on), asset(2, on, 'sound_bank'), asset(3, on, 'data_bank'), asset(4, on, 'palette_bank')]);
    expect(preload.map(({ asset_id, slot }) => [asset_id, slot])).toEqual([
      [3, 0],
      [4, 0],
      [2, 0],
      [1, 0],
    ]);
  });

  it('leaves out what is not enabled, slot or not', () => {
    expect(assignSlots([asset(1, undefined), asset(2, { enabled: false, slot: 7 })])).toEqual({ preload: [], diagnostics: [] });
  });

  it('says where no slot is left', () => {
    const full = Array.from({ length: 65_536 }, (_, slot) => asset(slot + 1, { enabled: true, slot }));
    const { preload, diagnostics } = assignSlots([...full, asset(70_000, on)]);
    expect([preload.length, preload.at(-1)]).toEqual([65_536, { asset_id: 65_536, slot: 65_535 }]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'BUILD_SLOTS_EXHAUSTED', data: { root: 'a70000', bankType: 'TILES' } })]);
  });
});
