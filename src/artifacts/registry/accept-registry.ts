import { passed } from '../../base/passed.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { FileDiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { bringToCurrent } from '../../versioning/bring-to-current.js';
import type { Registry } from './model.js';
import type { ParsedRegistry, RegistryReading } from './parsed-registry.js';
import { registryChain } from './registry-chain.js';
import { validateRegistry } from './validate-registry.js';

/**
 * Takes a parsed `index.json` through the rest of the gates of a single file: migration to the current version in memory,
 * and meaning.
 *
 * @param identities - the uuid decided for the record of each root where its version records none.
 * @param limits - most findings that are kept.
 */
export function acceptRegistry(
  parsed: ParsedRegistry,
  identities: ReadonlyMap<string, string>,
  limits?: FileDiagnosticLimits,
): RegistryReading {
  const { file, version, structured, document, locate, diagnostics } = parsed;
  const reading = { version, migration: null, document, locate } as const;
  if (structured === null) return passed<RegistryReading>({ ...reading, registry: null, diagnostics });
  const collector = createCollector(limits);
  collector.addAll(diagnostics);
  const { current, migration } = bringToCurrent(registryChain, structured, { identity: identities, locate }, collector);
  const registry = current === null ? null : (current.value as Registry & JsonObject); // as the schema of the current version has it
  if (registry !== null && document?.recognised !== true) validateRegistry(registry, file, locate, collector);
  const accepted = collector.errors() === 0 ? registry : null;
  return passed<RegistryReading>({ ...reading, registry: accepted, migration, diagnostics: collector.list() });
}
