import type { JsonBudgets } from '../../codec/json/read-json.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location, TextLocation } from '../../diagnostics/location.js';
import { checkStructure } from '../../schema/check-structure.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import { registryDescriptor } from './descriptor.js';
import type { Registry } from './model.js';
import { validateRegistry } from './validate-registry.js';
import { registrySchemaV4 } from './versions/v4.schema.js';

/** What an `index.json` says, as far as it can be told from the file alone. */
export interface RegistryReading {
  /** The registry; null where an error stands in the way. */
  readonly registry: Registry | null;
  /** Where a value or key of the file stands; the file as a whole where it could not be read. */
  readonly locate: (pointer: string, part: 'key' | 'value') => Location;
  /** Every finding, in document order. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an `index.json` through the gates of a single file: strict JSON, version, structure, meaning.
 *
 * @param file - path of the file from the workspace root.
 */
export function readRegistry(bytes: Uint8Array, file: string, budgets?: Partial<JsonBudgets>): RegistryReading {
  const read = readVersionedJson(bytes, registryDescriptor, file, budgets);
  if (read.isErr()) return { registry: null, locate: () => ({ kind: 'file', file }), diagnostics: read.error };
  const { document } = read.value;
  const locate = (pointer: string, part: 'key' | 'value'): TextLocation => ({
    kind: 'text',
    file,
    pointer,
    range: document.locate(pointer, part),
  });
  const collector = createCollector();
  const registry = checkStructure<Registry>(registrySchemaV4(), document, { artifact: 'registry', file }, collector);
  if (registry !== null) validateRegistry(registry, file, locate, collector);
  return { registry: collector.errors() === 0 ? registry : null, locate, diagnostics: collector.list() };
}
