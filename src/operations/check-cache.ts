import { cacheDescriptor } from '../artifacts/cache/descriptor.js';
import { isNonEmpty } from '../base/non-empty.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { classifyRefusal, classifyUnread } from '../versioning/classify-refusal.js';
import { loadCache, type LoadedCache } from './cache/load-cache.js';
import { ABSENT_VERSION, acceptedVersion, type FoundVersion, refusedVersion } from './doctor/found-version.js';
import type { ReadContext } from './read-context.js';

/** A cache as it was looked at. */
export interface CheckedCache {
  /** What is known of its version. */
  readonly found: FoundVersion;
  /** CACHE_DISCARDED where it would be left aside. */
  readonly diagnostics: readonly Diagnostic[];
}

function versionOf({ unread, causes, content }: LoadedCache): FoundVersion {
  if (unread?.kind === 'not-found' || unread?.kind === 'not-a-folder') return ABSENT_VERSION;
  if (unread !== null) return refusedVersion(classifyUnread(unread));
  if (isNonEmpty(causes)) return refusedVersion(classifyRefusal(causes));
  return acceptedVersion(cacheDescriptor, cacheDescriptor.current, content === null ? 'version' : 'structure');
}

/**
 * Says whether the cache, if there is one, would be left aside. It never stands in the way of anything. Writes nothing.
 *
 * Code: CACHE_DISCARDED (info).
 *
 * @returns what was found; Err only where reading was cancelled, or the port broke its contract.
 */
export async function checkCache(context: Pick<ReadContext, 'read' | 'json' | 'compute'>): Promise<Observed<CheckedCache>> {
  return (await loadCache(context)).map((loaded) => ({ found: versionOf(loaded), diagnostics: loaded.diagnostics }));
}
