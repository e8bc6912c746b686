import type { Edit, Plan } from 'prometeu-packer';
import type { OverlaidDocuments } from './create-overlays.js';
import { planTitle } from './describe-plan.js';
import type { DocumentEdit, DocumentEdits } from './document-edits.js';
import { findTextEdits } from './find-text-edits.js';

function editsOf(edit: Edit, documents: OverlaidDocuments): readonly DocumentEdit[] {
  if (edit.kind === 'move-folder') return [{ kind: 'move', from: edit.from, path: edit.path }];
  if (edit.kind === 'compose') return []; // no editor makes an archive
  const { path, before, after } = edit;
  if (before === null) return after === null ? [] : [{ kind: 'create', path, text: after }];
  if (after === null) return [{ kind: 'remove', path }];
  return [{ kind: 'change', path, version: documents.get(path)?.version ?? null, edits: findTextEdits(before, after) }];
}

/** A plan as edits of documents, in the versions that they are in. */
export function documentEditsOf(plan: Plan, documents: OverlaidDocuments): DocumentEdits {
  return { title: planTitle(plan), edits: plan.edits.flatMap((edit) => editsOf(edit, documents)) };
}
