import type { Passed } from '../../base/passed.js';
import type { JsonDocument } from '../../codec/json/json-document.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../diagnostics/location.js';
import type { MigrationRun } from '../../versioning/migration-run.js';
import type { StructuredJson } from '../../versioning/structured-json.js';
import type { Registry, RetiredRecord } from './model.js';

/** One record as the file has it, in whatever version. */
export interface ParsedRecord {
  /** The runtime's number. */
  readonly asset_id: number;
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /** Identity; null in a version that records none. */
  readonly asset_uuid: string | null;
}

/** An `index.json` after the first gates: strict JSON, version, structure of its own version. Nothing is migrated. */
export interface ParsedRegistry {
  /** Path from the workspace root. */
  readonly file: string;
  /** The version found; null where it is outside the window, or the file could not be read that far. */
  readonly version: number | null;
  /** Whether its structure is that of its own version. */
  readonly sound: boolean;
  /** What it says in its own version; null unless sound. */
  readonly structured: StructuredJson | null;
  /** Identity of the project; null unless sound. */
  readonly projectUuid: string | null;
  /** Its records in the order of the file; empty unless sound. */
  readonly records: readonly ParsedRecord[];
  /** Identities given up; empty in a version that has none of them. */
  readonly retired: readonly RetiredRecord[];
  /** The text, parsed; null where it could not be read that far. */
  readonly document: JsonDocument | null;
  /** Where a value or key of the file stands; the file as a whole where it could not be read. */
  readonly locate: (pointer: string, part: 'key' | 'value') => Location;
  /** Every finding, in document order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What an `index.json` says in the current version, as far as it can be told from the file alone: only `acceptRegistry` makes it. */
export interface RegistryReading extends Passed<'meaning'> {
  /** The registry; null where an error stands in the way. */
  readonly registry: Registry | null;
  /** The version found; null where it is outside the window, or the file could not be read that far. */
  readonly version: number | null;
  /** How it was brought to the current version; null where it is of that already, or nothing could be migrated. */
  readonly migration: MigrationRun | null;
  /** The text as it stands, parsed; null where it could not be read that far. */
  readonly document: JsonDocument | null;
  /** Where a value or key of the file stands: of one that migration brought in, the nearest value above. */
  readonly locate: (pointer: string, part: 'key' | 'value') => Location;
  /** Every finding, in document order. */
  readonly diagnostics: readonly Diagnostic[];
}
