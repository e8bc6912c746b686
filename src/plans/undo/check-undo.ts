import { err, ok, type Result } from 'neverthrow';
import { UNDO_RECORD_PATH } from '../../artifacts/journal/target-class.js';
import { compareStrings } from '../../base/compare-strings.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { digestText } from '../../ports/digest-text.js';
import type { ReadPort } from '../../ports/read-port.js';
import { ioFailure } from '../apply/io-failure.js';
import type { Plan } from '../plan.js';
import type { RecordedUndo } from './parse-undo-record.js';
import { readUndoRecord } from './read-undo-record.js';

interface Change {
  readonly path: string;
  /** Text afterwards, and SHA-256 before, of a file; the place before of a folder that moves. */
  readonly what: readonly [text: string | null, sha256: string | null] | readonly [from: string];
}

const keyOf = ({ path, what }: Change): string => JSON.stringify([path, what]);

function changesOf({ edits }: Plan, compute: ComputePort): readonly Change[] {
  return edits.map((edit): Change => {
    const { path } = edit;
    if (edit.kind !== 'text') return { path, what: [edit.kind === 'move-folder' ? edit.from : ''] };
    const sha256 = edit.before === null ? null : digestText(edit.before, compute);
    return { path, what: [edit.after, sha256] };
  });
}

/** Paths of which the plan does not just what is recorded, each once, by code units. */
function findDifferences({ files, moves }: RecordedUndo, plan: Plan, compute: ComputePort): readonly string[] {
  const recorded: readonly Change[] = [
    ...files.map(({ path, text, afterSha256 }): Change => ({ path, what: [text, afterSha256] })),
    ...moves.map(({ from, to }): Change => ({ path: from, what: [to] })),
  ];
  const planned = changesOf(plan, compute);
  const known = new Set(recorded.map(keyOf));
  const made = new Set(planned.map(keyOf));
  const differing = [...planned.filter((change) => !known.has(keyOf(change))), ...recorded.filter((change) => !made.has(keyOf(change)))];
  return [...new Set(differing.map(({ path }) => path))].sort(compareStrings);
}

/**
 * Holds a plan against the record of the last plan, where it is one to undo: only an undo may go back on identities, and
 * so it must be just what was recorded, whoever made it. Of other plans nothing is asked. To be called under the lock.
 *
 * Codes: UNDO_NOT_RECORDED, UNDO_NOTHING, UNDO_DAMAGED, UNDO_TOO_NEW, PLAN_IO_FAILED, PLAN_CANCELLED.
 */
export async function checkUndo(
  context: { readonly read: ReadPort; readonly compute: ComputePort },
  plan: Plan,
): Promise<Result<void, Failure>> {
  if (plan.kind !== 'undo') return ok();
  const undo = await readUndoRecord(context, (error) => ioFailure('recheck', error));
  if (undo.isErr()) return err(undo.error);
  const files = findDifferences(undo.value, plan, context.compute);
  if (files.length === 0) return ok();
  const path = UNDO_RECORD_PATH;
  const location = { kind: 'file', file: path } as const;
  return err([diagnose('UNDO_NOT_RECORDED', { artifact: 'plan', location, data: { path, files } })]);
}
