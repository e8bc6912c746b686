import { err, ok } from 'neverthrow';
import { discardCache, judgeCache } from '../artifacts/cache/judge-cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { CACHE_PATH } from '../paths/owned-paths.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { readBytes } from '../ports/read-bytes.js';
import type { ReadContext } from './read-context.js';

/**
 * Says whether the cache, if there is one, would be left aside. It never stands in the way of anything. Writes nothing.
 *
 * Code: CACHE_DISCARDED (info).
 *
 * @returns the finding, if any; Err only where reading was cancelled, or the port broke its contract.
 */
export async function checkCache({ read, json }: Pick<ReadContext, 'read' | 'json'>): Promise<Observed<readonly Diagnostic[]>> {
  const bytes = await readBytes(read, CACHE_PATH, json.maxBytes);
  if (bytes.isOk()) return ok(judgeCache(bytes.value, CACHE_PATH, json).diagnostics);
  const { kind, path } = bytes.error;
  const told = diagnosePortError(bytes.error, 'cache');
  switch (kind) {
    case 'aborted':
    case 'broken':
      return err([told]);
    case 'not-found':
    case 'not-a-folder': // a file stands in place of a folder above: whoever lists folders tells that
      return ok([]);
    case 'too-large':
      return ok([discardCache(CACHE_PATH, 'JSON_TOO_LARGE')]);
    default:
      return ok(path === CACHE_PATH ? [discardCache(CACHE_PATH, told.code)] : []);
  }
}
