import { decodeUtf8, encodeUtf8 } from '../../codec/json/utf8.js';
import type { Fix } from '../../diagnostics/diagnostic.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { createTextEdit } from '../create-text-edit.js';
import { identityChangesOf } from '../identity-changes.js';
import { makePlan } from '../make-plan.js';
import type { Plan, TextFileEdit } from '../plan.js';
import type { ReadText } from '../read-text.js';
import { snapshotPreconditions } from '../snapshot-preconditions.js';
import { applyByteEdits } from './apply-byte-edits.js';

/** The file after its replacements; null where they do not fit, or the file is no text before or afterwards. */
function fixText(path: string, file: ReadText | undefined, edits: Fix['edits'], compute: ComputePort): TextFileEdit | null {
  if (file === undefined || file.text === null) return null;
  const bytes = encodeUtf8(file.text);
  if (digestBytes(bytes, compute) !== file.sha256) return null;
  const fixed = applyByteEdits(
    bytes,
    edits.filter((edit) => edit.file === path),
  );
  const after = fixed === null ? undefined : decodeUtf8(fixed);
  return after === undefined ? null : createTextEdit(path, file.text, after);
}

/**
 * Plans the replacements of a fix. Pure.
 *
 * @param texts - the files that the fix changes, just as the snapshot saw them.
 * @returns null where the replacements do not fit the files, or a file is no text.
 */
export function planTextFix(
  snapshot: WorkspaceSnapshot,
  { title, edits }: Pick<Fix, 'title' | 'edits'>,
  texts: ReadonlyMap<string, ReadText>,
  compute: ComputePort,
): Plan | null {
  const paths = [...new Set(edits.map(({ file }) => file))];
  const drafts = paths.map((path) => fixText(path, texts.get(path), edits, compute));
  const fixed = drafts.filter((draft) => draft !== null);
  if (fixed.length < drafts.length) return null;
  const changes = identityChangesOf(fixed).map((change) => ({ ...change, evidence: title }));
  return makePlan({ kind: 'fix', edits: fixed, identityChanges: changes, preconditions: snapshotPreconditions(snapshot) });
}
