import { err, ok } from 'neverthrow';
import type { Outcome } from '../diagnostics/outcome.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { WriteHost } from '../ports/packer-host.js';
import { cacheText } from './cache/cache-text.js';
import { surveyMemory } from './cache/survey-memory.js';
import { writeCacheFile } from './cache/write-cache-file.js';
import { guardOperation } from './guard-operation.js';
import type { Observation } from './observe.js';
import { readContext } from './read-context.js';
import { openWorkspaceMemory } from './workspace-memory.js';

/** Options of {@link writeCache}. */
export interface WriteCacheOptions {
  /** Stops the operation; it then answers Err with IO_ABORTED. */
  readonly signal?: AbortSignal;
}

/** What became of a cache. */
export interface WrittenCache {
  /**
   * `written`. `changed`: the workspace is not as it was observed, or cannot be compared with that: a plan is still to be finished,
   * there is no registry, or something could not be read. `too-large`: it would be over the limit of a JSON file. Then nothing is
   * written.
   */
  readonly state: 'written' | 'changed' | 'too-large';
}

/**
 * Writes `assets/.prometeu/cache.json` for `recheckWorkspace`, of a workspace that was observed. A cache that a build wrote
 * tells besides what was published; this one does not, so the next build that trusts it builds.
 *
 * Codes: the IO area.
 *
 * @param observed - the last observation, from `observe` or `reconcile`.
 *
 * @example
 * ```ts
 * import { observe, recheckWorkspace, writeCache } from 'prometeu-packer';
 * import { openNodeWorkspace } from 'prometeu-packer/node';
 *
 * const host = openNodeWorkspace('my-game')._unsafeUnwrap();
 * const observed = await observe(host);
 * if (observed.isOk()) await writeCache(host, observed.value);
 * const again = await recheckWorkspace(host);
 * if (again.isOk()) console.log(again.value.state); // unchanged
 * ```
 */
export function writeCache(
  host: WriteHost,
  observed: Pick<Observation, 'memory'>,
  options: WriteCacheOptions = {},
): Promise<Outcome<WrittenCache>> {
  return guardOperation('writeCache', async (): Promise<Outcome<WrittenCache>> => {
    const before = openWorkspaceMemory(observed.memory);
    const context = { ...readContext(host, options), ...before.how };
    const surveyed = await surveyMemory(context, before);
    if (surveyed.isErr()) return err(surveyed.error);
    const answer = (state: WrittenCache['state']) => ok({ value: { state }, diagnostics: [] });
    if (surveyed.value === null) return answer('changed');
    const { snapshot, how } = before;
    const bytes = cacheText({ folders: surveyed.value, published: null, snapshot, how }, context);
    if (bytes === null) return answer('too-large');
    const written = await writeCacheFile(host, bytes);
    return written.isErr() ? err([diagnosePortError(written.error, 'cache')]) : answer('written');
  });
}
