import { writeHouseJson } from '../../codec/house-json.js';
import type { KeyOrder } from '../../codec/in-key-order.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import type { ArchivePreload } from '../archive/model.js';
import { firstVersionDescriptor } from '../../versioning/first-version-descriptor.js';
import { parseCompanion, type CompanionSource } from './parse-companion.js';
import { preloadSchemaV1 } from './versions/preload-v1.schema.js';

/** The content of `build/preload.json`: what the archive loads at boot, for tools. The archive stands where the two differ. */
export interface Preload {
  /** Schema version. */
  readonly schema_version: 1;
  /** SHA-256 of the archive's bytes before its payload, 64 lower-case hexadecimal digits. */
  readonly archive_digest: string;
  /** The preload list of the archive's header. */
  readonly preload: readonly ArchivePreload[];
}

/** Versions of `preload.json`. */
export const preloadDescriptor = /* @__PURE__ */ firstVersionDescriptor({ artifact: 'preload', whenUnsupported: 'rebuild' });

const KEY_ORDER: KeyOrder = ['schema_version', 'archive_digest', ['preload', ['asset_id', 'slot']]];

/** The text of a `preload.json`, in the canonical form of machine-written files. */
export function serializePreload(preload: Preload): string {
  return writeHouseJson(preload, KEY_ORDER);
}

/** Reads a `preload.json`. Codes: the JSON, version and structure areas. */
export function parsePreload(source: CompanionSource): Outcome<Preload> {
  return parseCompanion<Preload>(source, preloadDescriptor, preloadSchemaV1());
}
