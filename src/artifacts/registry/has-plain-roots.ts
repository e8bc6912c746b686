import { isPlainPath } from '../../paths/plain-path.js';
import type { Registry } from './model.js';

/** Whether nothing can be said against the roots of a registry: all are plain paths, none twice. Of all others nothing is said. */
export function hasPlainRoots({ assets }: Pick<Registry, 'assets'>): boolean {
  const seen = new Set<string>();
  for (const { root } of assets) {
    if (!isPlainPath(root)) return false;
    seen.add(root);
  }
  return seen.size === assets.length;
}
