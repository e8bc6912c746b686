import type { Edit, Plan } from 'prometeu-packer';

/** What an edit does to its file. */
export type EditAction = 'create' | 'change' | 'remove' | 'move' | 'build';

/** What an edit does to its file, told from what stands before and after. */
export function editAction(edit: Edit): EditAction {
  if (edit.kind === 'compose') return 'build';
  if (edit.kind === 'move-folder') return 'move';
  if (edit.before === null) return 'create';
  return edit.after === null ? 'remove' : 'change';
}

function summarizeEdit(edit: Edit): object {
  const { kind, path } = edit;
  const action = editAction(edit);
  switch (edit.kind) {
    case 'text':
      return { kind, path, action, diff: edit.diff };
    case 'compose':
      return { kind, path, action, length: edit.length };
    case 'move-folder':
      return { kind, path, action, from: edit.from };
  }
}

/** A plan for the JSON report: its edits without the whole texts, its identity changes, and the digest that names it. */
export function planSummary({ kind, edits, identityChanges }: Plan, digest: string): object {
  return { kind, digest, edits: edits.map(summarizeEdit), identityChanges };
}
