import { createCollector } from '../../diagnostics/collector.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { runMigration } from '../../versioning/run-migration.js';
import { registryDescriptor } from './descriptor.js';
import type { Registry } from './model.js';
import type { ParsedRegistry, RegistryReading } from './parsed-registry.js';
import { registryChain } from './registry-chain.js';
import { validateRegistry } from './validate-registry.js';

/**
 * Takes a parsed `index.json` through the rest of the gates of a single file: migration to the current version in memory,
 * and meaning.
 *
 * @param identities - the uuid decided for the record of each root where its version records none.
 */
export function acceptRegistry(parsed: ParsedRegistry, identities: ReadonlyMap<string, string>): RegistryReading {
  const { file, version, sound, document, locate, diagnostics } = parsed;
  const reading = { version, migration: null, document, locate } as const;
  if (!sound || document === null || version === null) return { ...reading, registry: null, diagnostics };
  const collector = createCollector();
  collector.addAll(diagnostics);
  const found = document.value as JsonObject;
  const isCurrent = version === registryDescriptor.current;
  const migration = isCurrent ? null : runMigration(registryChain, { value: found, version, identity: identities, locate }, collector);
  const registry = (migration === null ? found : migration.value) as Registry | null; // valid in the current version
  if (registry !== null) validateRegistry(registry, file, locate, collector);
  return { ...reading, registry: collector.errors() === 0 ? registry : null, migration, diagnostics: collector.list() };
}
