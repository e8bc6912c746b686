import type { LspRange } from 'prometeu-packer/report';
import type { DocumentEdit, DocumentEdits } from './document-edits.js';
import { createUriOf } from './create-uri-of.js';

/** A step of a {@link DocumentsWorkspaceEdit}. */
export type WorkspaceEditStep =
  | {
      textDocument: { uri: string; version: number | null };
      edits: { range: LspRange; newText: string }[];
    }
  | { kind: 'create'; uri: string }
  | { kind: 'delete'; uri: string }
  | { kind: 'rename'; oldUri: string; newUri: string };

/**
 * Edits of documents as the Language Server Protocol (3.17) has them: `WorkspaceEdit` of `vscode-languageserver-types` takes one
 * as it is.
 */
export interface DocumentsWorkspaceEdit {
  /** What is done, in order. */
  documentChanges: WorkspaceEditStep[];
}

const START = { line: 0, character: 0 };

function stepsOf(edit: DocumentEdit, uriOf: (file: string) => string): readonly WorkspaceEditStep[] {
  switch (edit.kind) {
    case 'change': {
      const edits = edit.edits.map(({ range, newText }) => ({ range, newText }));
      return [{ textDocument: { uri: uriOf(edit.path), version: edit.version }, edits }];
    }
    case 'create': {
      const uri = uriOf(edit.path);
      const text = { range: { start: START, end: START }, newText: edit.text };
      return [
        { kind: 'create', uri },
        { textDocument: { uri, version: null }, edits: [text] },
      ];
    }
    case 'remove':
      return [{ kind: 'delete', uri: uriOf(edit.path) }];
    case 'move':
      return [{ kind: 'rename', oldUri: uriOf(edit.from), newUri: uriOf(edit.path) }];
  }
}

/**
 * Turns what {@link StudioSession.apply} answers for the editor into a workspace edit of the Language Server Protocol.
 *
 * @param rootUri - URI of the workspace folder; a slash is put behind it where there is none.
 *
 * @example
 * ```ts
 * import { lspWorkspaceEditOf } from 'prometeu-packer/studio';
 *
 * const edits = { title: 'Rename', edits: [{ kind: 'create', path: 'assets/hero/asset.json', text: '{}' }] } as const;
 * console.log(lspWorkspaceEditOf(edits, 'file:///home/me/my-game').documentChanges.length); // 2
 * ```
 */
export function lspWorkspaceEditOf({ edits }: DocumentEdits, rootUri: string): DocumentsWorkspaceEdit {
  const uriOf = createUriOf(rootUri);
  return { documentChanges: edits.flatMap((edit) => stepsOf(edit, uriOf)) };
}
