import type { AssetReading } from '../artifacts/asset/create-asset-reader.js';
import { ASSET_TYPES } from '../artifacts/asset/model.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A finding that belongs to one asset. */
export interface AssetFinding {
  /** The asset's root. */
  readonly root: string;
  /** The finding. */
  readonly diagnostic: Diagnostic;
}

/** Asks for a key that may be taken; the holder of every clash is told of one other. */
function findClashes<Key>(entries: readonly (readonly [root: string, key: Key])[]): ReadonlyMap<string, string> {
  const byKey = new Map<Key, string[]>();
  for (const [root, key] of entries) {
    const holders = byKey.get(key);
    if (holders === undefined) byKey.set(key, [root]);
    else holders.push(root);
  }
  const clashes = new Map<string, string>();
  for (const holders of byKey.values()) {
    const [first = '', second] = holders;
    if (second !== undefined) for (const root of holders) clashes.set(root, root === first ? second : first);
  }
  return clashes;
}

/**
 * Judges declarations against each other: names are unique, and so are explicit preload slots of one bank type. Both
 * sides of a clash are told, so that neither depends on order.
 *
 * Codes: ASSET_NAME_TAKEN, ASSET_SLOT_TAKEN.
 */
export function checkAcross(assets: ReadonlyMap<string, AssetReading>): readonly AssetFinding[] {
  const declared = [...assets].flatMap(([root, { body, locate }]) => (body === null ? [] : [{ root, body, locate }]));
  const names = findClashes(declared.map(({ root, body }) => [root, body.name] as const));
  const slotted = declared.flatMap(({ root, body }) =>
    body.preload?.enabled === true && body.preload.slot !== undefined
      ? [[root, `${ASSET_TYPES[body.type].bankType} ${body.preload.slot}`] as const]
      : [],
  );
  const slots = findClashes(slotted);
  return declared.flatMap(({ root, body, locate }): readonly AssetFinding[] => {
    const findings: AssetFinding[] = [];
    const nameHolder = names.get(root);
    if (nameHolder !== undefined) {
      const location = locate('/name', 'value');
      const data = { name: body.name, other: nameHolder };
      findings.push({ root, diagnostic: diagnose('ASSET_NAME_TAKEN', { artifact: 'asset', location, data }) });
    }
    const slotHolder = slots.get(root);
    if (slotHolder !== undefined) {
      const location = locate('/preload/slot', 'value');
      const data = { slot: body.preload?.slot ?? 0, bankType: ASSET_TYPES[body.type].bankType, other: slotHolder };
      findings.push({ root, diagnostic: diagnose('ASSET_SLOT_TAKEN', { artifact: 'asset', location, data }) });
    }
    return findings;
  });
}
