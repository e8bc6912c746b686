import { ASSET_TYPES, type AssetBody } from '../../artifacts/asset/model.js';
import { compareStrings } from '../../base/compare-strings.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { declarationOf } from '../../workspace/input-tree.js';

/** Most slots of a bank type. */
const SLOT_COUNT = 65_536;

/** An asset that the build contains. */
export interface IncludedAsset {
  /** The runtime's number. */
  readonly asset_id: number;
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** Its declaration. */
  readonly body: AssetBody;
}

/** What is loaded at boot. */
export interface AssignedSlots {
  /** By bank type (code units), then slot. */
  readonly preload: readonly { readonly asset_id: number; readonly slot: number }[];
  /** BUILD_SLOT_ASSIGNED for each slot given, BUILD_SLOTS_EXHAUSTED where none was left. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives every preloaded asset without a slot the lowest one that is free in its bank type after all explicit ones, by
 * asset_id.
 *
 * @param assets - included assets by asset_id; explicit slots are unique already.
 */
export function assignSlots(assets: readonly IncludedAsset[]): AssignedSlots {
  const preloaded = assets.flatMap(({ asset_id, root, body: { type, preload } }) =>
    preload?.enabled === true ? [{ asset_id, root, bankType: ASSET_TYPES[type].bankType, explicit: preload.slot }] : [],
  );
  const taken = new Set(preloaded.map(({ bankType, explicit }) => `${bankType} ${String(explicit)}`));
  const lowest = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  const assigned = preloaded.flatMap(({ asset_id, root, bankType, explicit }) => {
    if (explicit !== undefined) return [{ bankType, asset_id, slot: explicit }];
    let slot = lowest.get(bankType) ?? 0;
    while (taken.has(`${bankType} ${slot}`)) slot += 1;
    lowest.set(bankType, slot + 1);
    const finding = { artifact: 'asset', location: { kind: 'file', file: declarationOf(root) } } as const;
    if (slot >= SLOT_COUNT) {
      diagnostics.push(diagnose('BUILD_SLOTS_EXHAUSTED', { ...finding, data: { root, bankType } }));
      return [];
    }
    diagnostics.push(diagnose('BUILD_SLOT_ASSIGNED', { ...finding, data: { root, bankType, slot } }));
    return [{ bankType, asset_id, slot }];
  });
  const sorted = assigned.sort((a, b) => compareStrings(a.bankType, b.bankType) || a.slot - b.slot);
  return { preload: sorted.map(({ asset_id, slot }) => ({ asset_id, slot })), diagnostics };
}
