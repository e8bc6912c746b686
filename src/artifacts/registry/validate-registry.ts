import type { Collector } from '../../diagnostics/collector.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Location } from '../../diagnostics/location.js';
import { pathCollisionKey } from '../../paths/collision-key.js';
import { diagnosePath, pathCodeOf } from '../../paths/diagnose-path.js';
import { findOwnedSegment } from '../../paths/owned-names.js';
import { parseWorkspacePath } from '../../paths/workspace-path.js';
import { hasPlainRoots } from './has-plain-roots.js';
import type { Registry } from './model.js';

type Locate = (pointer: string, part: 'key' | 'value') => Location;

function largestId(registry: Registry): number {
  let largest = 0;
  for (const { asset_id } of registry.assets) if (asset_id > largest) largest = asset_id;
  for (const { asset_id } of registry.retired) if (asset_id > largest) largest = asset_id;
  return largest;
}

function validateRoots({ assets }: Registry, file: string, locate: Locate, collector: Collector): void {
  const artifact = 'registry';
  const seen = new Map<string, string>();
  for (const [index, { root }] of assets.entries()) {
    const at = (): Location => locate(`/assets/${index}/root`, 'value');
    const parsed = parseWorkspacePath(root);
    if (parsed.isErr()) {
      const fault = parsed.error;
      collector.add(pathCodeOf(fault), file, () => diagnosePath(fault, { artifact, location: at(), text: root }));
      continue;
    }
    const segment = findOwnedSegment(parsed.value);
    const key = pathCollisionKey(parsed.value);
    const earlier = seen.get(key);
    seen.set(key, root);
    if (segment !== null)
      collector.add('PATH_OWNED', file, () => diagnose('PATH_OWNED', { artifact, location: at(), data: { path: root, segment } }));
    if (earlier !== undefined) {
      collector.add('REGISTRY_DUPLICATE_ROOT', file, () =>
        diagnose('REGISTRY_DUPLICATE_ROOT', { artifact, location: at(), data: { root, earlier } }),
      );
    }
  }
}

/**
 * Judges what a registry means on its own: roots are portable paths, no folder is recorded twice, and the counter is
 * beyond every id ever given. Ids and uuids recorded twice are a matter of identity.
 *
 * Codes: REGISTRY_DUPLICATE_ROOT, REGISTRY_COUNTER_LOW, PATH_OWNED, and the path area.
 *
 * @param file - path of the registry from the workspace root.
 */
export function validateRegistry(registry: Registry, file: string, locate: Locate, collector: Collector): void {
  if (!hasPlainRoots(registry)) validateRoots(registry, file, locate, collector);
  const largest = largestId(registry);
  const next = registry.next_asset_id;
  if (next > largest) return;
  const location = locate('/next_asset_id', 'value');
  collector.addAll([diagnose('REGISTRY_COUNTER_LOW', { artifact: 'registry', location, data: { next, largest } })]);
}
