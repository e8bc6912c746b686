import type { DocumentEdits, DocumentTextEdit } from 'prometeu-packer/studio';
import type { PanelWorkspace } from './panel-workspace.js';

/** What edits of documents are carried out on. */
export interface DocumentEditsTarget {
  /** The files that the editor does not hold. */
  readonly workspace: PanelWorkspace;
  /** The text of a file that the editor holds; undefined where it holds none. */
  readonly textOf: (path: string) => string | undefined;
  /** Gives a file that the editor holds another text. */
  readonly setText: (path: string, text: string) => Promise<void>;
}

/** Carries out replacements, which do not overlap, on a text. Positions count lines and UTF-16 code units from 0. */
export function applyDocumentEditsToText(text: string, edits: readonly DocumentTextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  const place = ({ line, character }: { readonly line: number; readonly character: number }): number =>
    (starts[line] ?? text.length) + (line < starts.length ? character : 0);
  const placed = edits.map(({ range, newText }) => ({ start: place(range.start), end: place(range.end), newText }));
  return [...placed]
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
}

/** Carries out a plan that the session leaves to the editor: open files change unsaved, all others are stored at once. */
export async function applyDocumentEdits({ edits }: DocumentEdits, { workspace, textOf, setText }: DocumentEditsTarget): Promise<void> {
  const touched: string[] = [];
  for (const edit of edits) {
    touched.push(edit.path);
    if (edit.kind === 'create') await workspace.write(edit.path, edit.text);
    if (edit.kind === 'remove') await workspace.remove(edit.path);
    if (edit.kind !== 'change') continue;
    const open = textOf(edit.path);
    if (open !== undefined) {
      await setText(edit.path, applyDocumentEditsToText(open, edit.edits));
      continue;
    }
    const bytes = await workspace.read(edit.path);
    const stored = bytes === null ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    await workspace.write(edit.path, applyDocumentEditsToText(stored, edit.edits));
  }
  workspace.session.notifyChanged(touched);
}
