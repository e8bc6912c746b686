import type { AssetBody } from '../../artifacts/asset/model.js';
import type { SortedMap } from '../../base/sorted-map.js';
import { slotOf } from '../check-across.js';
import { findConnected } from './find-connected.js';

/** What of a declaration no other may have too: its name, and its explicit slot. */
export function takenKeys(body: AssetBody | null): readonly string[] {
  if (body === null) return [];
  const slot = slotOf(body);
  return slot === undefined ? [`name ${body.name}`] : [`name ${body.name}`, `slot ${slot}`];
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
