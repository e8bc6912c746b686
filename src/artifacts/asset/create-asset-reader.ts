import type { JsonBudgets } from '../../codec/json/read-json.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location, TextLocation } from '../../diagnostics/location.js';
import { checkStructure } from '../../schema/check-structure.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import { type IdentityClaim, readClaim } from './claim.js';
import { assetDescriptor } from './descriptor.js';
import type { AssetBody } from './model.js';
import { isScriptKey } from './script-keys.js';
import { validateAsset } from './validate-asset.js';
import { assetSchemaV4 } from './versions/v4.schema.js';

/** What one `asset.json` says, as far as it can be told from the file alone. */
export interface AssetReading {
  /** The declaration; null where an error stands in the way. */
  readonly body: AssetBody | null;
  /** What it claims to be; `unknown` where the file could not be read that far. */
  readonly claim: IdentityClaim;
  /** Where a value or key of the file stands; the file as a whole where it could not be read. */
  readonly locate: (pointer: string, part: 'key' | 'value') => Location;
  /** Every finding, in document order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `asset.json` files. */
export type AssetReader = (bytes: Uint8Array, file: string) => AssetReading;

/**
 * Makes a reader of `asset.json` files, which takes each through the gates of a single file: strict JSON, version,
 * structure, meaning. Make one for many files: the schema is built once, when the first file needs it.
 *
 * The reader is given the file's bytes and its path from the workspace root.
 */
export function createAssetReader(budgets?: Partial<JsonBudgets>): AssetReader {
  let schema: ReturnType<typeof assetSchemaV4> | null = null;
  return (bytes, file) => {
    const read = readVersionedJson(bytes, assetDescriptor, file, budgets);
    if (read.isErr()) return { body: null, claim: { kind: 'unknown' }, locate: () => ({ kind: 'file', file }), diagnostics: read.error };
    const { document } = read.value;
    const claim = readClaim((document.value as Readonly<Record<string, unknown>>)['asset_uuid']);
    const locate = (pointer: string, part: 'key' | 'value'): TextLocation => ({
      kind: 'text',
      file,
      pointer,
      range: document.locate(pointer, part),
    });
    const collector = createCollector();
    schema ??= assetSchemaV4();
    const body = checkStructure<AssetBody>(schema, document, { artifact: 'asset', file, isScriptKey }, collector);
    if (body !== null) validateAsset(body, file, locate, collector);
    return { body: collector.errors() === 0 ? body : null, claim, locate, diagnostics: collector.list() };
  };
}
