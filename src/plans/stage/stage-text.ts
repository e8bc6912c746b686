import { ok, type Result } from 'neverthrow';
import type { BeforeState, JournalFileEntry } from '../../artifacts/journal/model.js';
import { targetClass } from '../../artifacts/journal/target-class.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { stagedName } from '../../paths/staged-names.js';
import { nameOf, type WorkspacePath } from '../../paths/workspace-path.js';
import type { StagingContext } from '../apply/apply-context.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import type { TextFileEdit } from '../plan.js';
import { stageBytes } from './stage-bytes.js';
import type { StagingArea } from './staging-area.js';

/** Stages the new text of a file, and tells the journal what becomes of it. A file to be removed needs nothing staged. */
export async function stageText(
  context: StagingContext,
  area: StagingArea,
  { path, before, after }: TextFileEdit<WorkspacePath>,
): Promise<Result<JournalFileEntry, Failure>> {
  const { compute, token } = context;
  const encoder = new TextEncoder();
  const found: BeforeState =
    before === null ? { kind: 'absent' } : { kind: 'sha256', sha256: digestBytes(encoder.encode(before), compute) };
  const entry = { target: path, class: targetClass(path) ?? 'authored', before: found };
  if (after === null) return ok({ ...entry, op: 'remove', after: { kind: 'absent' }, staged: null });
  const staged = await stageBytes(context, area, path, encoder.encode(after));
  return staged.map((state) => ({ ...entry, op: 'replace', after: state, staged: stagedName(nameOf(path), token) }));
}
