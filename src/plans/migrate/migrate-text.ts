import { err, ok, type Result } from 'neverthrow';
import type { AssetReader } from '../../artifacts/asset/create-asset-reader.js';
import { rewriteAsset } from '../../artifacts/asset/rewrite-asset.js';
import { acceptRegistry } from '../../artifacts/registry/accept-registry.js';
import type { Registry } from '../../artifacts/registry/model.js';
import { parseRegistry } from '../../artifacts/registry/parse-registry.js';
import { serializeRegistry } from '../../artifacts/registry/serialize-registry.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { jsonEquals } from '../../codec/json-equals.js';
import type { JsonDocument } from '../../codec/json/json-document.js';
import type { JsonBudgets } from '../../codec/json/read-json.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import type { MigrationRun } from '../../versioning/migration-run.js';

/** A file brought to the current version. */
export interface MigratedText {
  /** Its text as it was read. */
  readonly before: string;
  /** Its text in the current version. */
  readonly after: string;
  /** What was done to its value. */
  readonly run: MigrationRun & { readonly value: JsonObject };
}

/** What a reader found of a file of an earlier version. */
interface Reading {
  readonly document: JsonDocument | null;
  readonly migration: MigrationRun | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** How texts of one artifact are written and read again. */
interface TextForm {
  readonly file: string;
  /** Writes the value in place of the text that was read. */
  readonly write: (document: JsonDocument, value: JsonObject) => string;
  /** Reads what was written. */
  readonly readAgain: (bytes: Uint8Array) => Reading;
  /** Puts what has no order of its own into one. */
  readonly normalize: (value: unknown) => unknown;
}

function defect(file: string, reason: string): Failure {
  const location = { kind: 'file', file } as const;
  return [diagnose('INTERNAL_DEFECT', { artifact: 'workspace', location, data: { operation: 'planMigration', reason } })];
}

function errorsOf({ diagnostics }: Reading): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** The text of a migrated value, read again: what is written is what was migrated, or nothing is. */
function writeMigrated(reading: Reading, { file, write, readAgain, normalize }: TextForm): Result<MigratedText, Failure> {
  const { document, migration } = reading;
  const errors = errorsOf(reading);
  if (isNonEmpty(errors)) return err(errors);
  if (!document || !migration?.value) return err(defect(file, 'nothing was migrated'));
  const value = migration.value;
  const after = write(document, value);
  const again = readAgain(new TextEncoder().encode(after));
  const faults = errorsOf(again);
  if (isNonEmpty(faults)) return err(faults);
  const isFaithful = jsonEquals(normalize(again.document?.value), normalize(value));
  if (!isFaithful) return err(defect(file, 'the text written does not say what was migrated'));
  return ok({ before: document.text, after, run: { ...migration, value } });
}

/**
 * Brings the text of an `asset.json` to the current version by the smallest change: what a person wrote stays as it is.
 *
 * @param uuid - the uuid decided for it where its version has none; null where it keeps its own.
 */
export function migrateAssetText(bytes: Uint8Array, file: string, uuid: string | null, reader: AssetReader): Result<MigratedText, Failure> {
  const read = (found: Uint8Array): Reading => reader.accept(reader.parse(found, file), uuid);
  return writeMigrated(read(bytes), { file, write: rewriteAsset, readAgain: read, normalize: (value) => value });
}

/** Of records alone: a registry that is migrated has retired nothing yet. */
function sortRecords(value: unknown): unknown {
  const { assets, ...rest } = value as Registry;
  const byId = (a: { readonly asset_id: number }, b: { readonly asset_id: number }): number => a.asset_id - b.asset_id;
  return { ...rest, assets: [...assets].sort(byId) };
}

/**
 * Brings the text of an `index.json` to the current version, in the canonical form of machine-written files.
 *
 * @param identities - the uuid decided for the record of each root where its version records none.
 */
export function migrateRegistryText(
  bytes: Uint8Array,
  file: string,
  identities: ReadonlyMap<string, string>,
  budgets: JsonBudgets,
): Result<MigratedText, Failure> {
  const read = (found: Uint8Array): Reading => acceptRegistry(parseRegistry(found, file, budgets), identities);
  return writeMigrated(read(bytes), {
    file,
    write: (document, value) => serializeRegistry(value as unknown as Registry, document), // accepted: it is one
    readAgain: read,
    normalize: sortRecords,
  });
}
