import { err, ok } from 'neverthrow';
import type { JsonBudgets } from '../../codec/json/read-json.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { Failure, Outcome } from '../../diagnostics/outcome.js';
import { checkStructure, type StructureSchema } from '../../schema/check-structure.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import type { VersionDescriptor } from '../../versioning/version-descriptor.js';

/** A companion's file. */
export interface CompanionSource {
  /** Its bytes. */
  readonly bytes: Uint8Array;
  /** Its path from the workspace root. */
  readonly file: string;
  /** Budgets for its JSON. */
  readonly budgets?: Partial<JsonBudgets>;
}

/** Reads a companion through the gates of a single file: strict JSON, version, structure. */
export function parseCompanion<T>(source: CompanionSource, descriptor: VersionDescriptor, schema: StructureSchema): Outcome<T> {
  const { bytes, file, budgets } = source;
  const read = readVersionedJson(bytes, descriptor, file, budgets);
  if (read.isErr()) return err(read.error);
  const collector = createCollector();
  const value = checkStructure<T>(schema, read.value.document, { artifact: descriptor.artifact, file }, collector);
  const diagnostics = collector.list();
  if (value !== null) return ok({ value, diagnostics });
  return err(diagnostics as Failure); // no value, so there was an error
}
