import { err, ok, type Result } from 'neverthrow';
import type { Journal } from '../../artifacts/journal/model.js';
import type { PlanPhase } from '../../diagnostics/catalogue/plan-codes.js';
import type { Failure, Produced } from '../../diagnostics/outcome.js';
import type { StagingContext } from './apply-context.js';
import { checkSignal } from './check-signal.js';
import { compareFiles } from './compare-files.js';
import { compareFolders } from './compare-folders.js';
import { ioFailure } from './io-failure.js';
import { judgeComparisons } from './judge-comparisons.js';
import { readBack } from './read-back.js';
import { recheckPreconditions } from './recheck-preconditions.js';
import { refuseNewerOutputs } from './refuse-newer-outputs.js';
import { removeLeftovers } from './remove-leftovers.js';
import { stagePlan } from '../stage/stage-plan.js';
import type { StagingArea } from '../stage/staging-area.js';
import { foldersOf, syncFolders } from './sync-folders.js';
import { checkUndo } from '../undo/check-undo.js';
import type { VerifiedPlan } from '../verified-plan.js';

/**
 * Looks at what is to be changed once more: staging may have taken long, and after the commit an edit is a conflict. Of a
 * folder to be moved, at both of its places.
 */
async function recheckTargets(context: StagingContext, { edits, preconditions }: VerifiedPlan): Promise<Result<void, Failure>> {
  const targets = new Set(edits.flatMap((edit) => (edit.kind === 'move-folder' ? [edit.path, edit.from] : [edit.path])));
  const found = await compareFiles(
    context,
    preconditions.files.filter(({ path }) => targets.has(path)),
  );
  if (found.isErr()) return err(ioFailure('recheck', found.error));
  const listed = await compareFolders(
    context,
    preconditions.folders.filter(({ path }) => targets.has(path)),
    [],
  );
  return listed.isErr() ? err(ioFailure('recheck', listed.error)) : judgeComparisons([...found.value, ...listed.value.comparisons]);
}

/**
 * Everything between lock and commit point: preconditions, staging, flushing, reading back. What it made is in the
 * staging area, and can be taken back.
 *
 * @returns what is to be committed, with warnings.
 */
export async function preparePlan(
  context: StagingContext,
  area: StagingArea,
  plan: VerifiedPlan,
  replaceNewer: boolean,
): Promise<Result<Produced<Journal>, Failure>> {
  const { write, token, signal, report } = context;
  const enter = (phase: PlanPhase): Result<void, Failure> => {
    report({ phase, done: 0, total: plan.edits.length, unit: 'files' });
    return checkSignal(signal, phase);
  };
  const open = enter('recheck');
  if (open.isErr()) return err(open.error);
  const leftovers = await recheckPreconditions(context, plan);
  if (leftovers.isErr()) return err(leftovers.error);
  const undone = await checkUndo(context, plan);
  if (undone.isErr()) return err(undone.error);
  const outputs = plan.kind === 'build' ? await refuseNewerOutputs(context, replaceNewer) : ok();
  if (outputs.isErr()) return err(outputs.error);
  const diagnostics = await removeLeftovers(write, leftovers.value);

  const staging = enter('stage');
  if (staging.isErr()) return err(staging.error);
  const entries = await stagePlan(context, area, plan);
  if (entries.isErr()) return err(entries.error);

  const reading = enter('read-back');
  if (reading.isErr()) return err(reading.error);
  const readable = await readBack(context, entries.value);
  if (readable.isErr()) return err(readable.error);
  const synced = await syncFolders(write, foldersOf(entries.value.flatMap(({ op, target }) => (op === 'move' ? [] : [target]))));
  if (synced.isErr()) return err(ioFailure('stage', synced.error));
  const unchanged = await recheckTargets(context, plan);
  if (unchanged.isErr()) return err(unchanged.error);
  return ok({ value: { plan_digest: plan.digest, token, entries: entries.value }, diagnostics });
}
