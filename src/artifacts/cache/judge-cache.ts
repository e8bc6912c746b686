import { JSON_BUDGETS, type JsonBudgets } from '../../codec/json/read-json.js';
import { portableCompute } from '../../codec/portable-compute.js';
import type { DiagnosticCode } from '../../diagnostics/catalogue.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import { refusalFacts } from '../../versioning/refusal-facts.js';
import { cacheDescriptor } from './descriptor.js';
import type { CacheContent } from './model.js';
import { type CacheFault, parseCache } from './parse-cache.js';

/** Whether a cache may be used. */
export interface CacheJudgement {
  /** What it says; null where it is left aside. */
  readonly content: CacheContent | null;
  /** What is wrong with it as a JSON file of its version; empty where nothing is. */
  readonly causes: readonly Diagnostic[];
  /** CACHE_DISCARDED where it is left aside, and nothing else: a cache is never a reason to stop. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Says that a cache is left aside, and which finding is why. */
export function discardCache(file: string, cause: DiagnosticCode | CacheFault, found: number | string | null = null): Diagnostic {
  const facts = refusalFacts(cacheDescriptor, found, 'nothing: it is left aside, and made anew by what uses one');
  return diagnose('CACHE_DISCARDED', { artifact: 'cache', location: { kind: 'file', file }, data: { cause }, facts });
}

/**
 * Judges a `cache.json` by the one rule that caches have: whatever is not just what this release writes is left aside, be it
 * older, newer, changed since, or broken.
 *
 * @param file - path of the file from the workspace root.
 */
export function judgeCache(
  bytes: Uint8Array,
  file: string,
  budgets?: Partial<JsonBudgets>,
  compute: Pick<ComputePort, 'sha256'> = portableCompute,
): CacheJudgement {
  const isSmall = bytes.length <= (budgets?.maxBytes ?? JSON_BUDGETS.maxBytes);
  const parsed = isSmall ? parseCache(bytes, compute, budgets?.maxNodes) : null;
  if (parsed?.isOk() === true) return { content: parsed.value, causes: [], diagnostics: [] };
  const read = readVersionedJson(bytes, cacheDescriptor, file, budgets);
  if (read.isErr()) {
    const [{ code, found = null }] = read.error;
    return { content: null, causes: read.error, diagnostics: [discardCache(file, code, found)] };
  }
  const fault = parsed?.isErr() === true ? parsed.error : 'damaged';
  return { content: null, causes: [], diagnostics: [discardCache(file, fault, cacheDescriptor.current)] };
}
