import type { JsonBudgets } from '../../codec/json/read-json.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { FileDiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import { checkOwnStructure } from '../../versioning/check-own-structure.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import { registryDescriptor } from './descriptor.js';
import type { RetiredRecord } from './model.js';
import type { ParsedRecord, ParsedRegistry } from './parsed-registry.js';
import { registryChain } from './registry-chain.js';
import { scanHouseRegistry } from './scan-house-registry.js';

interface SoundRegistry extends JsonObject {
  readonly project_uuid: string;
  readonly assets: readonly { readonly asset_id: number; readonly root: string; readonly asset_uuid?: string }[];
  readonly retired?: readonly RetiredRecord[];
}

/** The first version that records identities. */
const FIRST_WITH_IDENTITY = 3;

function recordsOf({ assets }: SoundRegistry, version: number): readonly ParsedRecord[] {
  if (version >= FIRST_WITH_IDENTITY) return assets as readonly ParsedRecord[]; // as its schema has them
  return assets.map(({ asset_id, root }) => ({ asset_id, root, asset_uuid: null }));
}

/**
 * Reads an `index.json` through the first gates: strict JSON, version, structure of its own version.
 *
 * @param file - path of the file from the workspace root.
 */
export function parseRegistry(
  bytes: Uint8Array,
  file: string,
  budgets?: Partial<JsonBudgets>,
  limits?: FileDiagnosticLimits,
): ParsedRegistry {
  const read = readVersionedJson(bytes, registryDescriptor, file, { ...budgets, recognise: scanHouseRegistry });
  const nothing = {
    file,
    version: null,
    sound: false,
    structured: null,
    projectUuid: null,
    records: [],
    retired: [],
    document: null,
  } as const;
  if (read.isErr()) return { ...nothing, locate: () => ({ kind: 'file', file }), diagnostics: read.error };
  const { document } = read.value;
  const { version } = read.value.version;
  const collector = createCollector(limits);
  const structured = checkOwnStructure(registryChain)(read.value, { artifact: 'registry', file }, collector);
  const locate = (pointer: string, part: 'key' | 'value') =>
    ({ kind: 'text', file, pointer, range: document.locate(pointer, part) }) as const;
  const parsed = { ...nothing, version, document, locate, diagnostics: collector.list() };
  if (structured === null) return parsed;
  const value = structured.value as SoundRegistry;
  return {
    ...parsed,
    sound: true,
    structured,
    projectUuid: value.project_uuid,
    records: recordsOf(value, version),
    retired: value.retired ?? [],
  };
}
