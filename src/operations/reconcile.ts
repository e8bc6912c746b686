import { err, ok } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import type { Observed } from '../diagnostics/outcome.js';
import { JOURNAL_PATH } from '../paths/owned-paths.js';
import type { ReadHost } from '../ports/packer-host.js';
import { compareMemories, type MemoryDifference } from '../workspace/compare-memories.js';
import { indexNamedPaths } from '../workspace/named-paths.js';
import type { StaleSnapshot } from '../workspace/snapshot.js';
import { surveyMemory } from './cache/survey-memory.js';
import { guardOperation } from './guard-operation.js';
import type { Observation } from './observe.js';
import { type ReadContext, readContext } from './read-context.js';
import { retakeSnapshot } from './take-snapshot.js';
import { closeWorkspaceMemory, type OpenedWorkspaceMemory, openWorkspaceMemory } from './workspace-memory.js';

/** Options of {@link reconcile}. Budgets and `requireCurrent` are those of the observation. */
export interface ReconcileOptions {
  /**
   * Take a file whose size and time are as they were for unchanged, without reading it; and, where the port's folders have times
   * (`findChanged`), a folder of the time it had, without listing it. By git's rule only times strictly older than the reading
   * count, and the reading is taken to have begun at the latest time that any file had: so the file of that time is read again
   * each time. The caller answers for clocks that run backwards, files of a time yet to come, disks that keep no times of
   * folders, and programs that put times back or move something to where another of its size and time stood. False unless
   * told: then digests alone decide.
   */
  readonly trustTimes?: boolean;
  /**
   * Files and folders that may have changed, from the workspace root, as a watcher tells: only these are looked at, with all
   * that stands below a folder, and the listings of the folders above. The caller answers for the rest, which is taken as it
   * was. Ignored where a committed plan is or was still to be finished, since that changes files besides.
   */
  readonly changed?: readonly string[];
  /** Stops the operation; it then answers Err with IO_ABORTED. */
  readonly signal?: AbortSignal;
}

/** The workspace is as it was: the snapshot is the very one that was given out before. */
export interface FreshObservation extends Observation {
  /** Nothing has changed. */
  readonly state: 'fresh';
}

/**
 * The workspace has changed. The snapshot is the new one; paths count from the workspace root and stand in code-unit
 * order. A source file that only one of the snapshots looked into is told only where it came or went.
 */
export interface DivergedObservation extends Observation, MemoryDifference {
  /** `unrelated`: its registry names another project, so that nothing that was known of it holds. */
  readonly state: 'diverged' | 'unrelated';
  /** What was known before: it may be shown, but no plan can be made of it. */
  readonly stale: StaleSnapshot;
}

/** How a workspace stands to what was observed. It is the next observation to reconcile with. */
export type Reconciled = FreshObservation | DivergedObservation;

function compare(before: OpenedWorkspaceMemory, after: OpenedWorkspaceMemory): MemoryDifference {
  const found = compareMemories(before.kept, after.kept);
  if (JSON.stringify(before.journal) === JSON.stringify(after.journal)) return found;
  return { ...found, changed: [...found.changed, JOURNAL_PATH].sort(compareStrings) };
}

/**
 * Looks at a workspace again and says whether it is as it was observed. Every folder is listed and every file that was read
 * is read and hashed, but parsed and judged again only where its bytes are others; raw sources are asked for their size. The
 * new snapshot equals what `readWorkspace` gives. Writes nothing.
 *
 * Call it once changes have come to rest: it tells what stands there, also halfway through another program's work.
 *
 * @param observed - the last observation of the same workspace, from `observe` or `reconcile`.
 * @returns `fresh`, or `diverged` with the paths. Err only where it could not run: the port failed as a whole, or the signal
 * fired (IO_ABORTED).
 *
 * @example
 * ```ts
 * import { observe, reconcile } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const observed = await observe(host);
 * const again = observed.isOk() ? await reconcile(host, observed.value, { trustTimes: true }) : observed;
 * if (again.isOk()) console.log(again.value.state); // fresh
 * ```
 */
export function reconcile(
  host: ReadHost,
  observed: Pick<Observation, 'memory'>,
  options: ReconcileOptions = {},
): Promise<Observed<Reconciled>> {
  return guardOperation('reconcile', async (): Promise<Observed<Reconciled>> => {
    const { trustTimes = false, changed, signal } = options;
    const before = openWorkspaceMemory(observed.memory);
    const { requireCurrent, ...budgets } = before.how;
    const given = { requireCurrent: requireCurrent === true, ...(signal && { signal }) };
    const context: ReadContext = { ...readContext(host, given), ...budgets };
    const { snapshot } = before;
    const surveyed = trustTimes && changed === undefined ? await surveyMemory(context, before) : ok(null);
    if (surveyed.isErr()) return err(surveyed.error);
    if (surveyed.value !== null) return ok({ state: 'fresh', snapshot, memory: { ...before, remembered: surveyed.value } });
    const named = changed === undefined ? null : indexNamedPaths(changed);
    const taken = await retakeSnapshot(context, (seesThrough) => {
      const hint = seesThrough || before.seesThrough ? null : named;
      return { memory: before.kept, isKnown: (path) => hint?.concern(path) === false, asksTimes: trustTimes, keeps: true };
    });
    if (taken.isErr()) return err(taken.error);
    const memory = closeWorkspaceMemory(taken.value, before);
    const difference = compare(before, memory);
    const isSame = difference.changed.length + difference.added.length + difference.removed.length === 0;
    if (isSame) return ok({ state: 'fresh', snapshot, memory: { ...memory, snapshot } });
    const isRelated = before.projectUuid === null || before.projectUuid === memory.projectUuid;
    const state = isRelated ? 'diverged' : 'unrelated';
    return ok({ state, ...difference, stale: { ...snapshot, state: 'stale' }, snapshot: taken.value.snapshot, memory });
  });
}
