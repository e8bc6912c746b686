import { err, ok } from 'neverthrow';
import { cacheDescriptor } from '../artifacts/cache/descriptor.js';
import { discardCache, judgeCache } from '../artifacts/cache/judge-cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { CACHE_PATH } from '../paths/owned-paths.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { PortError } from '../ports/port-error.js';
import { readBytes } from '../ports/read-bytes.js';
import { classifyRefusal, classifyUnread } from '../versioning/classify-refusal.js';
import { ABSENT_VERSION, acceptedVersion, type FoundVersion, refusedVersion } from './doctor/found-version.js';
import type { ReadContext } from './read-context.js';

/** A cache as it was looked at. */
export interface CheckedCache {
  /** What is known of its version. */
  readonly found: FoundVersion;
  /** CACHE_DISCARDED where it would be left aside. */
  readonly diagnostics: readonly Diagnostic[];
}

function judgeError(error: PortError): Observed<CheckedCache> {
  const { kind, path } = error;
  const told = diagnosePortError(error, 'cache');
  const found = refusedVersion(classifyUnread(error));
  switch (kind) {
    case 'aborted':
    case 'broken':
      return err([told]);
    case 'not-found':
    case 'not-a-folder': // a file stands in place of a folder above: whoever lists folders tells that
      return ok({ found: ABSENT_VERSION, diagnostics: [] });
    case 'too-large':
      return ok({ found, diagnostics: [discardCache(CACHE_PATH, 'JSON_TOO_LARGE')] });
    default:
      return ok({ found, diagnostics: path === CACHE_PATH ? [discardCache(CACHE_PATH, told.code)] : [] });
  }
}

/**
 * Says whether the cache, if there is one, would be left aside. It never stands in the way of anything. Writes nothing.
 *
 * Code: CACHE_DISCARDED (info).
 *
 * @returns what was found; Err only where reading was cancelled, or the port broke its contract.
 */
export async function checkCache({ read, json }: Pick<ReadContext, 'read' | 'json'>): Promise<Observed<CheckedCache>> {
  const bytes = await readBytes(read, CACHE_PATH, json.maxBytes);
  if (bytes.isErr()) return judgeError(bytes.error);
  const { usable, causes, diagnostics } = judgeCache(bytes.value, CACHE_PATH, json);
  const { current } = cacheDescriptor;
  const found = usable ? acceptedVersion(cacheDescriptor, current, 'version') : refusedVersion(classifyRefusal(causes)); // nothing else of it is read
  return ok({ found, diagnostics });
}
