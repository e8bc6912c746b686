import type { SeverityCounts } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import type { ReadHost } from '../ports/packer-host.js';
import { recheckByCache } from './cache/recheck-by-cache.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';

/** How a workspace stands to what its cache says of it. */
export interface Rechecked {
  /**
   * `unchanged`: a snapshot would be the one that the cache is of. `changed`: it need not be. `unknown`: there is no cache
   * that could be compared with, or only one of other limits and options.
   */
  readonly state: 'unchanged' | 'changed' | 'unknown';
  /** Id of the snapshot and how many findings it has, where it is unchanged; else null. */
  readonly snapshot: { readonly id: string; readonly counts: SeverityCounts } | null;
  /** Files and folders that have changed, from the workspace root. */
  readonly changed: readonly string[];
  /** CACHE_DISCARDED (info), where a cache is left aside. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Says whether a workspace is as it was when its cache was written, by the sizes and times of its files and the times of its
 * folders: nothing is listed, read or parsed that has the time it had, where that time is proof. What was only touched is
 * read and hashed. Writes nothing.
 *
 * Whoever calls this trusts the times, and the cache: see `docs/cache.md`. Whoever does not, calls `readWorkspace`.
 *
 * @returns Err only where it could not run.
 *
 * @example
 * ```ts
 * import { readWorkspace, recheckWorkspace } from 'prometeu-packer';
 * import { openNodeWorkspace } from 'prometeu-packer/node';
 *
 * const host = openNodeWorkspace('my-game')._unsafeUnwrap();
 * const rechecked = await recheckWorkspace(host);
 * const isSound = rechecked.isOk() && rechecked.value.snapshot?.counts.error === 0;
 * if (!isSound) await readWorkspace(host);
 * ```
 */
export function recheckWorkspace(host: ReadHost, options: ReadOptions = {}): Promise<Observed<Rechecked>> {
  return guardOperation('recheckWorkspace', async () => {
    const rechecked = await recheckByCache(readContext(host, options));
    return rechecked.map(({ content, changed, diagnostics }): Rechecked => {
      const state = content !== null ? 'unchanged' : changed.length > 0 ? 'changed' : 'unknown';
      return { state, snapshot: content?.snapshot ?? null, changed, diagnostics };
    });
  });
}
