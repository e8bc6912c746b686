import { err, ok, type Result } from 'neverthrow';
import type { Journal, JournalEntry } from '../../artifacts/journal/model.js';
import { stagedPath } from '../../artifacts/journal/staged-path.js';
import { isNonEmpty } from '../../base/non-empty.js';
import type { PlanPhase } from '../../diagnostics/catalogue/plan-codes.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { CONTROL_FOLDER, JOURNAL_PATH } from '../../paths/owned-paths.js';
import { parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../../paths/workspace-path.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import type { WritePort } from '../../ports/write-port.js';
import type { ApplyContext } from '../apply/apply-context.js';
import { journalConflicts } from './journal-conflicts.js';
import { moveFolder } from './move-folder.js';
import { surveyJournal, type SurveyedTarget } from './survey-journal.js';
import { syncFolders } from '../apply/sync-folders.js';

/** Why a committed plan could not be finished. It stays committed. */
export type RollForwardStop =
  | { readonly kind: 'conflict'; readonly diagnostics: Failure }
  | { readonly kind: 'interrupted'; readonly phase: PlanPhase; readonly error: PortError };

function interrupted(phase: PlanPhase): (error: PortError) => RollForwardStop {
  return (error) => ({ kind: 'interrupted', phase, error });
}

function judgeConflicts(surveyed: readonly SurveyedTarget[], token: string): Result<void, RollForwardStop> {
  const diagnostics = journalConflicts(surveyed, token);
  return isNonEmpty(diagnostics) ? err({ kind: 'conflict', diagnostics }) : ok();
}

/** What changes in folders: a folder that moves is gone from one of them only once the other has it. */
function pathsOf(entry: JournalEntry): readonly WorkspacePath[] {
  return entry.op === 'move' ? [entry.target, entry.from] : [entry.target];
}

async function carryOut(write: WritePort, { entry, verdict, staged }: SurveyedTarget, token: string): Promise<PortResult<void>> {
  if (entry.op === 'move') return verdict === 'ready' ? moveFolder(write, entry) : ok();
  const { target, op } = entry;
  if (verdict === 'ready') return op === 'remove' ? write.remove(target) : write.rename(stagedPath(target, token), target);
  const isLeft = staged !== null && staged.kind !== 'absent';
  return isLeft ? write.remove(stagedPath(target, token)) : ok();
}

async function finish({ write }: ApplyContext): Promise<PortResult<void>> {
  const removed = await write.remove(JOURNAL_PATH);
  return removed.isErr() ? removed : write.syncFolder(CONTROL_FOLDER);
}

/**
 * Finishes a committed plan whose journal is on stable storage: every target is made what the plan says, in the order of
 * the journal, then all of them are looked at again, and the journal goes. Run again after any interruption it does what
 * is left. Where anything was changed by someone else, nothing at all is done.
 */
export async function rollForward(context: ApplyContext, journal: Journal): Promise<Result<void, RollForwardStop>> {
  const { entries, token } = journal;
  const surveyed = await surveyJournal(context, journal);
  if (surveyed.isErr()) return err(interrupted('roll-forward')(surveyed.error));
  const clear = judgeConflicts(surveyed.value, token);
  if (clear.isErr()) return clear;
  for (const target of surveyed.value) {
    const done = await carryOut(context.write, target, token);
    if (done.isErr()) return err(interrupted('roll-forward')(done.error));
  }
  const folders = new Set(entries.flatMap(pathsOf).map((path) => parentOf(path) ?? WORKSPACE_ROOT));
  const synced = await syncFolders(context.write, [...folders]);
  if (synced.isErr()) return err(interrupted('roll-forward')(synced.error));
  const verified = await surveyJournal(context, journal);
  if (verified.isErr()) return err(interrupted('verify')(verified.error));
  const right = judgeConflicts(
    verified.value.filter(({ verdict }) => verdict !== 'done').map((target) => ({ ...target, verdict: 'conflict' })),
    token,
  );
  if (right.isErr()) return right;
  return (await finish(context)).mapErr(interrupted('finish'));
}
