import type { Edit, IdentityChange, IdentityValue, Plan } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import { editAction } from './plan-summary.js';
import { textTable } from './text-table.js';

function assetLines(changes: readonly IdentityChange[]): readonly string[] {
  const rows = changes.flatMap(({ kind, root, after }) =>
    kind === 'asset-registered' && after !== null ? [[String(after.asset_id), escapeText(root), escapeText(after.asset_uuid ?? '')]] : [],
  );
  return rows.length === 0 ? [] : textTable([{ title: 'id', align: 'right' }, { title: 'asset' }, { title: 'uuid' }], rows);
}

/** Something before and afterwards: once where it stays as it is. */
function fromTo(before: string | null, after: string | null): string {
  const [from, to] = [before, after].map((value) => (value === null ? 'none' : escapeText(value)));
  return from === to ? `${from}` : `${from} -> ${to}`;
}

function changeLines({ kind, root, before, after, evidence }: IdentityChange): readonly string[] {
  if (kind === 'project-created') return [`new project ${escapeText(after?.asset_uuid ?? '')}`];
  if (kind === 'asset-registered') return [];
  const id = after?.asset_id ?? before?.asset_id ?? 0;
  const uuidOf = (value: IdentityValue | null): string | null => value?.asset_uuid ?? null;
  const words = [
    kind,
    fromTo(before?.root ?? root, after?.root ?? root),
    fromTo(uuidOf(before), uuidOf(after)),
    ...(id === 0 ? [] : [`id ${id}`]),
    ...(evidence === '' ? [] : [`(${escapeText(evidence)})`]),
  ];
  return [words.join('  ')];
}

/** A new file is all of its text; only of a file that changes the diff tells more than its name. */
function editLines(edit: Edit): readonly string[] {
  const action = editAction(edit);
  const diff = edit.kind === 'text' && action === 'change' ? edit.diff.trimEnd().split('\n') : [];
  const place = edit.kind === 'move-folder' ? fromTo(edit.from, edit.path) : escapeText(edit.path);
  return [`${action}  ${place}`, ...diff.map((line) => `  ${escapeText(line)}`)];
}

/** What a plan would do, for people: identities first, then files. */
export function planLines({ edits, identityChanges }: Plan): readonly string[] {
  const identities = [...identityChanges.flatMap(changeLines), ...assetLines(identityChanges)];
  return [...identities, ...(identities.length === 0 ? [] : ['']), ...edits.flatMap(editLines)];
}
