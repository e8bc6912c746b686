import { passed } from '../../base/passed.js';
import type { JsonBudgets } from '../../codec/json/read-json.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { FileDiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import { bringToCurrent } from '../../versioning/bring-to-current.js';
import { buildSchemasOnce } from '../../versioning/build-schemas-once.js';
import { checkOwnStructure } from '../../versioning/check-own-structure.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import { assetChain } from './asset-chain.js';
import { type IdentityClaim, readClaim } from './claim.js';
import { assetDescriptor } from './descriptor.js';
import type { AssetBody } from './model.js';
import type { AssetReading, ParsedAsset } from './parsed-asset.js';
import { isScriptKey } from './script-keys.js';
import { validateAsset } from './validate-asset.js';

/** Reads `asset.json` files, in two gates: between them the identities of the workspace as a whole are decided. */
export interface AssetReader {
  /**
   * Strict JSON, version, structure of the file's own version.
   *
   * @param file - path from the workspace root.
   */
  parse(bytes: Uint8Array, file: string): ParsedAsset;
  /**
   * Migration to the current version in memory, and meaning.
   *
   * @param uuid - the uuid decided for it where its version has none; null where none is, and ignored where it has one.
   */
  accept(parsed: ParsedAsset, uuid: string | null): AssetReading;
}

/** The first version with identity. */
const FIRST_WITH_IDENTITY = 3;

function claimOf(value: JsonObject, version: number): IdentityClaim {
  return version < FIRST_WITH_IDENTITY ? { kind: 'none' } : readClaim(value['asset_uuid']);
}

/**
 * Makes a reader of `asset.json` files, which takes each through the gates of a single file: strict JSON, version,
 * structure, migration in memory, meaning. Make one for many files: each schema is built once, when the first file needs it.
 */
export function createAssetReader(budgets?: Partial<JsonBudgets>, limits?: FileDiagnosticLimits): AssetReader {
  const chain = buildSchemasOnce(assetChain);
  const checkStructure = checkOwnStructure(chain);
  return {
    parse(bytes, file) {
      const read = readVersionedJson(bytes, assetDescriptor, file, budgets);
      if (read.isErr()) {
        const locate = () => ({ kind: 'file', file }) as const;
        const nothing = { version: null, claim: { kind: 'unknown' }, sound: false, structured: null, document: null } as const;
        return { ...nothing, file, locate, diagnostics: read.error };
      }
      const { document } = read.value;
      const { version } = read.value.version;
      const collector = createCollector(limits);
      const structured = checkStructure(read.value, { artifact: 'asset', file, isScriptKey }, collector);
      const locate = (pointer: string, part: 'key' | 'value') =>
        ({ kind: 'text', file, pointer, range: document.locate(pointer, part) }) as const;
      const claim = claimOf(document.value as JsonObject, version); // the strict reader has seen to it that it is an object
      return { file, version, claim, sound: structured !== null, structured, document, locate, diagnostics: collector.list() };
    },
    accept({ file, version, claim, structured, document, locate, diagnostics }, uuid) {
      if (structured === null) return passed<AssetReading>({ body: null, claim, version, migration: null, document, locate, diagnostics });
      const collector = createCollector(limits);
      collector.addAll(diagnostics);
      const { current, migration } = bringToCurrent(chain, structured, { identity: uuid, locate }, collector);
      const body = current === null ? null : (current.value as AssetBody & JsonObject); // as the schema of the current version has it
      if (body !== null) validateAsset(body, file, locate, collector);
      const declared = structured.version < FIRST_WITH_IDENTITY && uuid !== null && migration?.value;
      return passed<AssetReading>({
        body: collector.errors() === 0 ? body : null,
        claim: declared ? { kind: 'valid', uuid } : claim,
        version,
        migration,
        document,
        locate,
        diagnostics: collector.list(),
      });
    },
  };
}
