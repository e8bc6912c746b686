import { err, ok } from 'neverthrow';
import { type CacheJudgement, discardCache, judgeCache } from '../../artifacts/cache/judge-cache.js';
import type { Observed } from '../../diagnostics/outcome.js';
import { CACHE_PATH } from '../../paths/owned-paths.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { ReadContext } from '../read-context.js';

/** A cache as it was found. */
export interface LoadedCache extends CacheJudgement {
  /** Why no bytes of it were read; null where they were. */
  readonly unread: PortError | null;
}

function judgeError(error: PortError): Observed<LoadedCache> {
  const { kind, path } = error;
  const told = diagnosePortError(error, 'cache');
  const nothing = { content: null, causes: [], unread: error } as const;
  switch (kind) {
    case 'aborted':
    case 'broken':
      return err([told]);
    case 'not-found':
    case 'not-a-folder': // a file stands in place of a folder above: whoever lists folders tells that
      return ok({ ...nothing, diagnostics: [] });
    case 'too-large':
      return ok({ ...nothing, diagnostics: [discardCache(CACHE_PATH, 'JSON_TOO_LARGE')] });
    default:
      return ok({ ...nothing, diagnostics: path === CACHE_PATH ? [discardCache(CACHE_PATH, told.code)] : [] });
  }
}

/**
 * Reads the cache, if there is one. Code: CACHE_DISCARDED (info), where it is left aside.
 *
 * @returns Err only where reading was cancelled, or the port broke its contract.
 */
export async function loadCache({ read, json, compute }: Pick<ReadContext, 'read' | 'json' | 'compute'>): Promise<Observed<LoadedCache>> {
  let judged: PortResult<CacheJudgement> = portFailure('broken', 'read', CACHE_PATH, 'no answer');
  const ran = await read.readFiles([{ path: CACHE_PATH, maxBytes: json.maxBytes }], (_, answer) => {
    judged = answer.map(({ bytes }) => judgeCache(bytes, CACHE_PATH, json, compute));
  });
  const answer = ran.andThen(() => judged);
  return answer.isErr() ? judgeError(answer.error) : ok({ ...answer.value, unread: null });
}
