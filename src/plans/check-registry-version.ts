import { err, ok, type Result } from 'neverthrow';
import { registryDescriptor } from '../artifacts/registry/descriptor.js';
import type { Failure } from '../diagnostics/outcome.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import { readDocument } from './identity/read-document.js';
import { migrateFirst } from './migrate-first.js';

/**
 * Checks that a registry which a plan is to change is of the current version on disk: plans write that one only, and
 * migrating is a plan of its own. Code: RESOLVE_MIGRATE_FIRST.
 *
 * @param text - the registry's text; null where there is none.
 */
export function checkRegistryVersion(text: string | null): Result<void, Failure> {
  const version = text === null ? undefined : readDocument(text)?.['schema_version'];
  const isOld = typeof version === 'number' && version < registryDescriptor.current;
  return isOld ? err([migrateFirst(REGISTRY_PATH, registryDescriptor, version)]) : ok();
}
