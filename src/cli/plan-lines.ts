import { escapeText, type Edit, type IdentityChange, type Plan } from 'prometeu-packer';
import { editAction } from './plan-summary.js';
import { textTable } from './text-table.js';

function assetLines(changes: readonly IdentityChange[]): readonly string[] {
  const rows = changes
    .filter(({ kind }) => kind === 'asset-registered')
    .map(({ root, after }) => [String(after.asset_id), escapeText(root), after.asset_uuid]);
  return textTable([{ title: 'id', align: 'right' }, { title: 'asset' }, { title: 'uuid' }], rows);
}

/** A new file is all of its text; only of a file that changes the diff tells more than its name. */
function editLines(edit: Edit): readonly string[] {
  const action = editAction(edit);
  const diff = edit.kind === 'text' && action === 'change' ? edit.diff.trimEnd().split('\n') : [];
  return [`${action}  ${escapeText(edit.path)}`, ...diff.map((line) => `  ${escapeText(line)}`)];
}

/** What a plan would do, for people: identities first, then files. */
export function planLines({ edits, identityChanges }: Plan): readonly string[] {
  const projects = identityChanges.filter(({ kind }) => kind === 'project-created');
  return [
    ...projects.map(({ after }) => `new project ${after.asset_uuid}`),
    ...assetLines(identityChanges),
    '',
    ...edits.flatMap(editLines),
  ];
}
