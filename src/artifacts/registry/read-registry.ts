import type { JsonBudgets } from '../../codec/json/read-json.js';
import { acceptRegistry } from './accept-registry.js';
import { parseRegistry } from './parse-registry.js';
import type { RegistryReading } from './parsed-registry.js';

/**
 * Reads an `index.json` of a version that records identities through all gates of a single file. One below that is not
 * migrated, since nothing is decided for it.
 *
 * @param file - path of the file from the workspace root.
 */
export function readRegistry(bytes: Uint8Array, file: string, budgets?: Partial<JsonBudgets>): RegistryReading {
  return acceptRegistry(parseRegistry(bytes, file, budgets), new Map());
}
