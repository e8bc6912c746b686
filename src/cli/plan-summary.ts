import type { Edit, Plan } from 'prometeu-packer';

/** What an edit does to its file. */
export type EditAction = 'create' | 'change' | 'remove' | 'build';

/** What an edit does to its file, told from what stands before and after. */
export function editAction(edit: Edit): EditAction {
  if (edit.kind === 'compose') return 'build';
  if (edit.before === null) return 'create';
  return edit.after === null ? 'remove' : 'change';
}

function summarizeEdit(edit: Edit): object {
  const { kind, path } = edit;
  const action = editAction(edit);
  return edit.kind === 'text' ? { kind, path, action, diff: edit.diff } : { kind, path, action, length: edit.length };
}

/** A plan for the JSON report: its edits without the whole texts, its identity changes, and the digest that names it. */
export function planSummary({ kind, edits, identityChanges }: Plan, digest: string): object {
  return { kind, digest, edits: edits.map(summarizeEdit), identityChanges };
}
