import { isNonEmpty } from '../base/non-empty.js';
import type { Failure } from '../diagnostics/outcome.js';
import { missingRegistry } from '../workspace/missing-registry.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';

/**
 * What stands in the way of every plan that changes the registry: the workspace as a whole is in doubt, or the registry
 * cannot be read. Null where nothing does.
 */
export function findObstacles({ blocked, diagnostics, registryFound, registry }: WorkspaceSnapshot): Failure | null {
  if (!blocked && (registry !== null || !registryFound)) return null;
  return isNonEmpty(diagnostics) ? diagnostics : [missingRegistry()];
}
