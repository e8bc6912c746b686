import { ok } from 'neverthrow';
import { readWorkspace, type Outcome, type PackerHost, type Plan } from 'prometeu-packer';
import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { identityChangesOf } from '../../../src/plans/identity-changes.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import { snapshotPreconditions } from '../../../src/plans/snapshot-preconditions.js';
import { seenByReaders } from '../seen-by-readers.js';

/** What becomes of one text file: its text afterwards, null where it is removed; asked also where the change is done already. */
export type TextChange = (text: string | null) => string | null;

/** Makes the planner of a mutation that changes texts. */
export function planTexts(changes: Readonly<Record<string, TextChange>>): (host: PackerHost) => Promise<Outcome<Plan>> {
  return async (host) => {
    const paths = Object.keys(changes);
    const seen = await seenByReaders(host, paths);
    const edits = paths.map((path) => {
      const bytes = seen.get(path);
      const text = bytes === undefined ? null : new TextDecoder().decode(bytes);
      return createTextEdit(path, text, changes[path]?.(text) ?? null);
    });
    const read = await readWorkspace(host);
    return read.andThen((snapshot) => {
      const content = { edits, identityChanges: identityChangesOf(edits), preconditions: snapshotPreconditions(snapshot) };
      return ok({ value: makePlan({ kind: 'mutate', ...content }), diagnostics: [] });
    });
  };
}

/** Changes every place where a text stands into another. */
export function replaced(found: string, by: string): TextChange {
  return (text) => text?.replaceAll(found, by) ?? null;
}

/** Changes a file as a value, in the form of machine-written files. */
export function remade(change: (value: Record<string, unknown>) => void): TextChange {
  return (text) => {
    const value = JSON.parse(text ?? '{}') as Record<string, unknown>;
    change(value);
    return `${JSON.stringify(value, null, 2)}\n`;
  };
}
