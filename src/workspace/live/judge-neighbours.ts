import { groupPairs } from '../../base/group-pairs.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { AcceptedAsset } from '../accept-workspace.js';
import { checkAcross } from '../check-across.js';
import { compareScanned } from './compare-scanned.js';
import type { JudgedIdentity } from './judged-root.js';

/**
 * Judges some declarations against each other, by the very function that judges all of a workspace: it is given these and
 * nothing else, in the order in which they were scanned.
 *
 * @param roots - closed under `findTakers`.
 * @returns what is told of each root.
 */
export function judgeNeighbours(
  roots: Iterable<string>,
  identityOf: (root: string) => JudgedIdentity | undefined,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const assets = new Map<string, AcceptedAsset>();
  const reachable = new Set<string>();
  for (const root of [...roots].sort(compareScanned)) {
    const judged = identityOf(root);
    const asset = judged?.asset ?? null;
    if (asset !== null) assets.set(root, asset);
    if (judged?.reachable === true) reachable.add(root);
  }
  return groupPairs(checkAcross(assets, reachable).map(({ root, diagnostic }) => [root, diagnostic] as const));
}
