import { err, ok } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import type { Observed } from '../diagnostics/outcome.js';
import { JOURNAL_PATH } from '../paths/owned-paths.js';
import { WORKSPACE_ROOT } from '../paths/workspace-path.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { ReadHost } from '../ports/packer-host.js';
import type { MemoryDifference } from '../workspace/compare-memories.js';
import { updateLive } from '../workspace/live/update-live.js';
import { type FollowedWorkspace, openFollowed, showFollowed } from './followed-workspace.js';
import { guardOperation } from './guard-operation.js';
import { readContext } from './read-context.js';
import { throughJournal } from './through-journal.js';

/** Options of {@link refreshWorkspace}. Budgets and `requireCurrent` are those that it is followed with. */
export interface RefreshOptions {
  /**
   * Files and folders that may have changed, from the workspace root, as a watcher tells: a file that was there is read again; a
   * folder that was there is listed again, with all that stands below; of what was not there the nearest folder above is
   * listed. The caller answers for the rest, which is taken as it was. Everything unless told, and where a committed plan is
   * or was still to be finished, since that changes files besides.
   */
  readonly changed?: readonly string[];
  /** Stops the operation; it then answers Err with IO_ABORTED. */
  readonly signal?: AbortSignal;
}

/** The workspace is as it was. */
export interface FreshWorkspace {
  /** Nothing has changed. */
  readonly state: 'fresh';
  /** The very workspace that was given. */
  readonly followed: FollowedWorkspace;
}

/** The workspace has changed. Paths count from the workspace root and stand in code-unit order. */
export interface DivergedWorkspace extends MemoryDifference {
  /** `unrelated`: its registry names another project, so that nothing that was known of it holds. */
  readonly state: 'diverged' | 'unrelated';
  /** The workspace as it is now. */
  readonly followed: FollowedWorkspace;
  /** Files whose findings are others than before, those included that have none any more. */
  readonly files: readonly string[];
}

/** How a workspace stands to what it was at the last look. */
export type RefreshedWorkspace = FreshWorkspace | DivergedWorkspace;

/**
 * Looks at a workspace again, at what may have changed and nothing else, and judges that and what depends on it: declarations
 * that claim or record one identity, that take one name or slot, and whose inputs stand in a folder that changed. The answer
 * equals what `readWorkspace` gives. Writes nothing.
 *
 * The work grows with the change alone, and with the workspace only where the registry is another, where it is of a version
 * without identities, where there is more to tell than a report may hold, and where a committed plan is to be finished.
 *
 * @param followed - the workspace as it was at the last look.
 * @returns `fresh`, or `diverged` with the paths. Err only where it could not run: the port failed as a whole, or the signal
 * fired (IO_ABORTED).
 *
 * @example
 * ```ts
 * import { followWorkspace, refreshWorkspace } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const followed = await followWorkspace(host);
 * const now = followed.isOk() ? await refreshWorkspace(host, followed.value) : followed;
 * if (now.isOk()) console.log(now.value.state); // fresh
 * ```
 */
export function refreshWorkspace(
  host: ReadHost,
  followed: FollowedWorkspace,
  options: RefreshOptions = {},
): Promise<Observed<RefreshedWorkspace>> {
  return guardOperation('refreshWorkspace', async (): Promise<Observed<RefreshedWorkspace>> => {
    const { changed, signal } = options;
    const before = openFollowed(followed);
    const { how } = before;
    const given = readContext(host, signal === undefined ? {} : { signal });
    const view = await throughJournal({ ...given, ...how });
    if (view.isErr()) return err(view.error);
    const { context, diagnostics: journal } = view.value;
    const seesThrough = context.read !== given.read;
    const named = changed === undefined || seesThrough || before.seesThrough ? [WORKSPACE_ROOT] : changed;
    const updated = await updateLive(context.read, before.state, named, journal, { ...how, signal });
    if (updated.isErr()) return err([diagnosePortError(updated.error, 'workspace')]);
    const { state, files } = updated.value;
    const difference = updated.value.difference();
    const isSameJournal = state.journal === before.state.journal;
    const isSame = isSameJournal && difference.changed.length + difference.added.length + difference.removed.length === 0;
    if (isSame) return ok({ state: 'fresh', followed });
    const found = state.registry.parsed?.projectUuid ?? null;
    const projectUuid = found ?? before.projectUuid;
    const isRelated = before.projectUuid === null || before.projectUuid === projectUuid;
    const changedPaths = isSameJournal ? difference.changed : [...difference.changed, JOURNAL_PATH].sort(compareStrings);
    const now = showFollowed({ state, how, seesThrough, projectUuid });
    return ok({ state: isRelated ? 'diverged' : 'unrelated', ...difference, changed: changedPaths, followed: now, files });
  });
}
