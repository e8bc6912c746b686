import type { Passed } from '../../base/passed.js';
import type { JsonDocument } from '../../codec/json/json-document.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../diagnostics/location.js';
import type { MigrationRun } from '../../versioning/migration-run.js';
import type { StructuredJson } from '../../versioning/structured-json.js';
import type { IdentityClaim } from './claim.js';
import type { AssetBody } from './model.js';

/** One `asset.json` after the first gates: strict JSON, version, structure of its own version. Nothing is migrated. */
export interface ParsedAsset {
  /** Path from the workspace root. */
  readonly file: string;
  /** The version found; null where it is outside the window, or the file could not be read that far. */
  readonly version: number | null;
  /** What it claims to be; nothing in a version without identity; `unknown` where it could not be read that far. */
  readonly claim: IdentityClaim;
  /** Whether its structure is that of its own version. */
  readonly sound: boolean;
  /** What it says in its own version; null unless sound. */
  readonly structured: StructuredJson | null;
  /** The text, parsed; null where it could not be read that far. */
  readonly document: JsonDocument | null;
  /** Where a value or key of the file stands; the file as a whole where it could not be read. */
  readonly locate: (pointer: string, part: 'key' | 'value') => Location;
  /** Every finding, in document order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What one `asset.json` says in the current version, as far as it can be told from the file alone: only a reader makes it. */
export interface AssetReading extends Passed<'meaning'> {
  /** The declaration; null where an error stands in the way. */
  readonly body: AssetBody | null;
  /** What it claims to be, with what was declared for it; `unknown` where the file could not be read that far. */
  readonly claim: IdentityClaim;
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
