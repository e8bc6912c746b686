import type { JsonBudgets } from '../../codec/json/read-json.js';
import type { DiagnosticCode } from '../../diagnostics/catalogue.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { readVersionedJson } from '../../versioning/read-versioned-json.js';
import { refusalFacts } from '../../versioning/refusal-facts.js';
import { cacheDescriptor } from './descriptor.js';

/** Whether a cache may be used. */
export interface CacheJudgement {
  /** Whether it is of the current version, and strict JSON. */
  readonly usable: boolean;
  /** What is wrong with it; empty where it may be used. */
  readonly causes: readonly Diagnostic[];
  /** CACHE_DISCARDED where it is not, and nothing else: a cache is never a reason to stop. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Says that a cache is left aside, and which finding is why. */
export function discardCache(file: string, cause: DiagnosticCode, found: number | string | null = null): Diagnostic {
  const facts = refusalFacts(cacheDescriptor, found, 'nothing: it is left aside, and made anew by what uses one');
  return diagnose('CACHE_DISCARDED', { artifact: 'cache', location: { kind: 'file', file }, data: { cause }, facts });
}

/**
 * Judges a `cache.json` by the one rule that caches have: whatever is not a readable cache of the current version is left
 * aside, be it older, newer or broken. This release makes no cache and reads nothing else of one.
 *
 * @param file - path of the file from the workspace root.
 */
export function judgeCache(bytes: Uint8Array, file: string, budgets?: Partial<JsonBudgets>): CacheJudgement {
  const read = readVersionedJson(bytes, cacheDescriptor, file, budgets);
  if (read.isOk()) return { usable: true, causes: [], diagnostics: [] };
  const [{ code, found = null }] = read.error;
  return { usable: false, causes: read.error, diagnostics: [discardCache(file, code, found)] };
}
