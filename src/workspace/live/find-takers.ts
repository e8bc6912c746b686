import { ASSET_TYPES, type AssetBody } from '../../artifacts/asset/model.js';
import type { SortedMap } from '../../base/sorted-map.js';
import { findConnected } from './find-connected.js';

/** What of a declaration no other may have too: its name, and its explicit slot. */
export function takenKeys(body: AssetBody | null): readonly string[] {
  if (body === null) return [];
  const { name, preload, type } = body;
  const isSlotted = preload?.enabled === true && preload.slot !== undefined;
  return isSlotted ? [`name ${name}`, `slot ${ASSET_TYPES[type].bankType} ${preload.slot}`] : [`name ${name}`];
}

/** Finds every root that takes what some roots take, or took before, and so on from these: no other can clash with them. */
export function findTakers(
  roots: Iterable<string>,
  keys: Iterable<string>,
  bodyOf: (root: string) => AssetBody | null,
  takers: SortedMap<readonly string[]>,
): ReadonlySet<string> {
  return findConnected(roots, keys, { keysOf: (root) => takenKeys(bodyOf(root)), rootsOf: (key) => takers.get(key) ?? [] });
}
