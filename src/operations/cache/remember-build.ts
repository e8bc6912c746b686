import { err, ok } from 'neverthrow';
import type { PublishedBuild } from '../../artifacts/cache/model.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { Applied } from '../../plans/apply/describe-applied.js';
import type { Plan } from '../../plans/plan.js';
import type { PortResult } from '../../ports/port-error.js';
import { rememberWorkspace } from '../../workspace/recheck/remember-workspace.js';
import { timeFolders } from '../../workspace/recheck/time-folders.js';
import type { RetakenSnapshot } from '../take-snapshot.js';
import type { CacheDraft } from './cache-text.js';
import { readOutputs } from './read-outputs.js';

/** A build that was published. */
export interface PublishedPlan {
  /** The reading that it was planned from. */
  readonly taken: RetakenSnapshot;
  /** Its plan. */
  readonly plan: Plan;
  /** How many findings it told. */
  readonly findings: number;
  /** What became of it. */
  readonly applied: Applied;
  /** The time of the lock that it was applied under. */
  readonly lockMs: number;
}

function sourcesOf({ edits }: Plan): ReadonlySet<string> {
  return new Set(
    edits.flatMap((edit) => (edit.kind === 'compose' ? edit.recipe.assets.flatMap(({ inputs }) => inputs.map(({ file }) => file)) : [])),
  );
}

/** What was published, where it can be recognised again: the archive is the one that was made, and older than something else. */
async function describePublished({ taken, plan, findings, applied }: PublishedPlan): Promise<PublishedBuild | null> {
  const outputs = await readOutputs(taken.context);
  if (outputs.isErr()) return null;
  const { archive, companions } = outputs.value;
  const { archive: made } = applied;
  const isOurs = made !== null && archive.size === made.length && archive.sha256 === made.archiveDigest;
  const isProven = companions.some(({ modifiedMs }) => archive.modifiedMs < modifiedMs);
  return isOurs && isProven ? { plan: plan.digest, findings, archive, companions } : null;
}

/**
 * What a cache is to say of a build that was just published. Declarations, the registry and every source that was packed were
 * looked at again under the lock, so those that are older than it are proven by their times.
 *
 * @returns null where the workspace cannot be remembered.
 */
export async function rememberBuild(build: PublishedPlan): Promise<PortResult<CacheDraft | null>> {
  const { taken, plan, lockMs } = build;
  const { memory, context } = taken;
  const packed = sourcesOf(plan);
  const times = await timeFolders(context.read, [...memory.listings.keys()], lockMs);
  if (times.isErr()) return err(times.error);
  const isRechecked = (path: WorkspacePath, kind: string): boolean => kind === 'document' || packed.has(path);
  const folders = rememberWorkspace(memory, {
    folders: times.value,
    isSettled: (path, modifiedMs, kind) => (isRechecked(path, kind) ? modifiedMs < lockMs : kind === 'raw'),
  });
  return ok(folders === null ? null : { folders, published: await describePublished(build) });
}
