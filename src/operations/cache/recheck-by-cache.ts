import { err, ok } from 'neverthrow';
import type { CacheContent } from '../../artifacts/cache/model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Observed } from '../../diagnostics/outcome.js';
import { JOURNAL_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { inspectJournal } from '../../plans/recover/inspect-journal.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { surveyWorkspace } from '../../workspace/recheck/survey-workspace.js';
import type { ReadContext } from '../read-context.js';
import { howDigest } from './how-digest.js';
import { loadCache } from './load-cache.js';

/** How a workspace stands to its cache. */
export interface CacheRecheck {
  /** What the cache says, where nothing has changed since; else null. */
  readonly content: CacheContent | null;
  /** Files and folders that have changed; empty also where there is nothing to compare with. */
  readonly changed: readonly WorkspacePath[];
  /** Sources whose bytes may have changed, while their size has not. */
  readonly unproven: readonly WorkspacePath[];
  /** CACHE_DISCARDED, where a cache is left aside. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares a workspace with its cache by sizes and times. Where a plan is still to be finished nothing is compared: readers
 * see files then that are not in their place yet.
 */
export async function recheckByCache(context: ReadContext): Promise<Observed<CacheRecheck>> {
  const { read, compute, signal } = context;
  const nothing = { content: null, changed: [], unproven: [], diagnostics: [] } as const;
  const journal = await inspectJournal(read, compute);
  if (journal.isErr()) return err(journal.error);
  if (journal.value.state !== 'absent') return ok({ ...nothing, changed: [JOURNAL_PATH] });
  const loaded = await loadCache(context);
  if (loaded.isErr()) return err(loaded.error);
  const { content, diagnostics } = loaded.value;
  if (content?.how !== howDigest(context, compute)) return ok({ ...nothing, diagnostics });
  const surveyed = await surveyWorkspace(read, content.folders, { compute, signal });
  if (surveyed.isErr()) return err([diagnosePortError(surveyed.error, 'workspace')]);
  const { changed, unproven } = surveyed.value;
  return ok({ content: changed.length === 0 ? content : null, changed, unproven, diagnostics });
}
