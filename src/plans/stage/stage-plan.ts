import { err, ok, type Result } from 'neverthrow';
import type { JournalEntry, JournalFileEntry, JournalMoveEntry } from '../../artifacts/journal/model.js';
import { type TargetClass, UNDO_RECORD_PATH } from '../../artifacts/journal/target-class.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { BUILD_FOLDER, UNDO_FOLDER } from '../../paths/owned-paths.js';
import { stagedName } from '../../paths/staged-names.js';
import { nameOf, type WorkspacePath } from '../../paths/workspace-path.js';
import type { StagingContext } from '../apply/apply-context.js';
import { checkSignal } from '../apply/check-signal.js';
import { composeArchive } from '../compose/compose-archive.js';
import { ioFailure } from '../apply/io-failure.js';
import type { Edit, TextFileEdit } from '../plan.js';
import { probeMove } from './probe-move.js';
import { runBounded } from '../apply/run-bounded.js';
import { stageBytes } from './stage-bytes.js';
import { stageText } from './stage-text.js';
import type { StagingArea } from './staging-area.js';
import { createUndoRecord, serializeUndoRecord } from './undo-record.js';
import type { VerifiedPlan } from '../verified-plan.js';

/** Files that are written and flushed at a time. */
const PARALLEL = 8;

/** The order in which files change, once folders have moved: what records identity is last. */
const ORDER: Readonly<Record<TargetClass, number>> = { authored: 0, derived: 1, control: 2, registry: 3 };

type Staged = Result<readonly JournalFileEntry[], Failure>;

async function stageTexts(context: StagingContext, area: StagingArea, edits: readonly TextFileEdit<WorkspacePath>[]): Promise<Staged> {
  let done = 0;
  return runBounded(edits, PARALLEL, async (edit): Promise<Result<JournalFileEntry, Failure>> => {
    const open = checkSignal(context.signal, 'stage');
    if (open.isErr()) return err(open.error);
    const staged = await stageText(context, area, edit);
    done += 1;
    context.report({ phase: 'stage', done, total: edits.length, unit: 'files' });
    return staged;
  });
}

async function stageArchives(context: StagingContext, area: StagingArea, edits: readonly Edit<WorkspacePath>[]): Promise<Staged> {
  const entries: JournalFileEntry[] = [];
  for (const edit of edits) {
    if (edit.kind !== 'compose') continue;
    const made = await area.makeFolder(BUILD_FOLDER);
    if (made.isErr()) return err(ioFailure('stage', made.error));
    const composed = await composeArchive(context, area, edit);
    if (composed.isErr()) return err(composed.error);
    entries.push(...composed.value);
  }
  return ok(entries);
}

async function stageUndo(context: StagingContext, area: StagingArea, plan: VerifiedPlan): Promise<Staged> {
  const record = createUndoRecord(plan, context.compute);
  if (record === null) return ok([]);
  const made = await area.makeFolder(UNDO_FOLDER);
  if (made.isErr()) return err(ioFailure('stage', made.error));
  const target = UNDO_RECORD_PATH;
  const staged = await stageBytes(context, area, target, new TextEncoder().encode(serializeUndoRecord(record, context.compute)));
  return staged.map((after) => [
    { target, op: 'replace', class: 'control', before: { kind: 'any' }, after, staged: stagedName(nameOf(target), context.token) },
  ]);
}

/** A folder that moves has nothing to be staged; whether it can go where it should is found out while nothing has changed. */
async function stageMoves(
  context: StagingContext,
  area: StagingArea,
  edits: readonly Edit<WorkspacePath>[],
): Promise<Result<readonly JournalMoveEntry[], Failure>> {
  const entries: JournalMoveEntry[] = [];
  for (const edit of edits) {
    if (edit.kind !== 'move-folder') continue;
    const move = { target: edit.path, from: edit.from };
    const probed = await probeMove(context, area, move);
    if (probed.isErr()) return err(probed.error);
    entries.push({ ...move, op: 'move' });
  }
  return ok(entries);
}

/**
 * Stages everything a plan writes beside its targets, flushed to stable storage, with the record for one undo among it.
 *
 * @returns what becomes of each target, in the order in which the journal carries it out.
 */
export async function stagePlan(
  context: StagingContext,
  area: StagingArea,
  plan: VerifiedPlan,
): Promise<Result<readonly JournalEntry[], Failure>> {
  const moves = await stageMoves(context, area, plan.edits);
  if (moves.isErr()) return err(moves.error);
  const texts = await stageTexts(
    context,
    area,
    plan.edits.filter((edit) => edit.kind === 'text'),
  );
  if (texts.isErr()) return err(texts.error);
  const archives = await stageArchives(context, area, plan.edits);
  if (archives.isErr()) return err(archives.error);
  const undo = await stageUndo(context, area, plan);
  if (undo.isErr()) return err(undo.error);
  const entries = [...texts.value, ...archives.value, ...undo.value].sort((a, b) => ORDER[a.class] - ORDER[b.class]);
  return ok([...moves.value, ...entries]);
}
