import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetBody, AssetType } from '../../src/artifacts/asset/model.js';
import type { AcceptedAsset } from '../../src/workspace/accept-workspace.js';
import { checkAcross } from '../../src/workspace/check-across.js';

interface Stub {
  readonly name: string;
  readonly type: AssetType;
  readonly slot: number | undefined;
  readonly enabled: boolean;
  readonly isRead: boolean;
}

function assetOf({ name, type, slot, enabled, isRead }: Stub): AcceptedAsset {
  const output = { format: 'raw', codec: 'none' } as const;
  const body: AssetBody = { schema_version: 4, name, type, inputs: {}, output, preload: { enabled, ...(slot !== undefined && { slot }) } };
  const locate = (pointer: string) => ({ kind: 'file', file: pointer }) as const;
  return { version: 4, claim: { kind: 'none' }, migration: null, diagnostics: [], locate, body: isRead ? body : null };
}

const stub: fc.Arbitrary<Stub> = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  type: fc.constantFrom('tile_bank', 'data_bank'),
  slot: fc.constantFrom(undefined, 0, 1),
  enabled: fc.boolean(),
  isRead: fc.boolean(),
});

/** Every two of them held against each other. */
function clashing(stubs: readonly Stub[], clash: (one: Stub, other: Stub) => boolean): readonly number[] {
  return [...stubs.keys()].filter((one) =>
    stubs.some((found, other) => {
      const mine = stubs[one];
      return other !== one && mine !== undefined && mine.isRead && found.isRead && clash(mine, found);
    }),
  );
}

const hasSlot = ({ enabled, slot }: Stub): boolean => enabled && slot !== undefined;

describe('checkAcross', () => {
  it('tells exactly those that share a name or a slot of one bank', () => {
    fc.assert(
      fc.property(fc.array(stub, { maxLength: 5 }), (stubs) => {
        const assets = new Map(stubs.map((found, index) => [`root-${index}`, assetOf(found)]));
        const reachable = new Set(assets.keys());
        const told = checkAcross(assets, reachable).map(({ root, diagnostic }) => `${root} ${diagnostic.code}`);
        const names = clashing(stubs, (one, other) => one.name === other.name);
        const slots = clashing(stubs, (one, other) => hasSlot(one) && hasSlot(other) && one.slot === other.slot && one.type === other.type);
        const expected = [
          ...names.map((index) => `root-${index} ASSET_NAME_TAKEN`),
          ...slots.map((index) => `root-${index} ASSET_SLOT_TAKEN`),
        ];
        expect([...told].sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });
});
