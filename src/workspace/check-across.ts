import { groupPairs } from '../base/group-pairs.js';
import { type AssetBody, ASSET_TYPES } from '../artifacts/asset/model.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AcceptedAsset } from './accept-workspace.js';

/** A finding that belongs to one asset. */
export interface AssetFinding {
  /** The asset's root. */
  readonly root: string;
  /** The finding. */
  readonly diagnostic: Diagnostic;
}

/** Whether no two declarations that have a key have the same one: so it is nearly always. */
function areAlone<Key>(assets: ReadonlyMap<string, AcceptedAsset>, keyOf: (body: AssetBody) => Key | undefined): boolean {
  const keys = new Set<Key>();
  for (const { body } of assets.values()) {
    const key = body === null ? undefined : keyOf(body);
    if (key === undefined) continue;
    const known = keys.size;
    if (keys.add(key).size === known) return false;
  }
  return true;
}

function nameOf({ name }: AssetBody): string {
  return name;
}

/** The slot that a declaration asks for by number, with the bank type that it is one of; undefined where it asks for none. */
export function slotOf({ preload, type }: AssetBody): string | undefined {
  return preload?.enabled === true && preload.slot !== undefined ? `${ASSET_TYPES[type].bankType} ${preload.slot}` : undefined;
}

/**
 * Finds roots whose key is taken, and by whom: one that a build depends on is told of another such one, any other of
 * whoever holds the key, so that a folder that is not part of the project yet never stands in the way of one that is.
 */
function findClashes<Key>(
  entries: readonly (readonly [root: string, key: Key])[],
  reachable: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const byKey = groupPairs(entries.map(([root, key]) => [key, root] as const));
  const clashes = new Map<string, string>();
  for (const holders of byKey.values()) {
    const inBuild = holders.filter((root) => reachable.has(root));
    const pairs = [inBuild.slice(0, 2), [...inBuild.slice(0, 1), ...holders.slice(0, 2)]] as const;
    for (const root of holders) {
      const other = pairs[reachable.has(root) ? 0 : 1].find((holder) => holder !== root);
      if (other !== undefined) clashes.set(root, other);
    }
  }
  return clashes;
}

/**
 * Judges declarations against each other: names are unique, and so are explicit preload slots of one bank type. Neither
 * side of a clash is preferred by order.
 *
 * Codes: ASSET_NAME_TAKEN, ASSET_SLOT_TAKEN.
 */
export function checkAcross(assets: ReadonlyMap<string, AcceptedAsset>, reachable: ReadonlySet<string>): readonly AssetFinding[] {
  if (areAlone(assets, nameOf) && areAlone(assets, slotOf)) return [];
  const declared = [...assets].flatMap(([root, { body, locate }]) => (body === null ? [] : [{ root, body, locate }]));
  const names = findClashes(
    declared.map(({ root, body }) => [root, nameOf(body)] as const),
    reachable,
  );
  const slotted = declared.flatMap(({ root, body }) => {
    const slot = slotOf(body);
    return slot === undefined ? [] : [[root, slot] as const];
  });
  const slots = findClashes(slotted, reachable);
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
