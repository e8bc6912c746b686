import type { LspRange } from 'prometeu-packer/report';

/** One replacement in a document, in the words of the Language Server Protocol. */
export interface DocumentTextEdit {
  /** What is replaced: lines and UTF-16 code units from 0. */
  readonly range: LspRange;
  /** What stands there afterwards. */
  readonly newText: string;
}

/** What happens to one file. */
export type DocumentEdit =
  /** Its text changes; `version` is that of the document which the editor holds, null where it holds none. */
  | { readonly kind: 'change'; readonly path: string; readonly version: number | null; readonly edits: readonly DocumentTextEdit[] }
  /** It is made, with this text. */
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  /** It goes. */
  | { readonly kind: 'remove'; readonly path: string }
  /** A folder is moved. */
  | { readonly kind: 'move'; readonly from: string; readonly path: string };

/** A plan as edits of documents, to be carried out in one step, in this order. */
export interface DocumentEdits {
  /** What is done, in the imperative. Free text, not part of the contract. */
  readonly title: string;
  /** File by file. */
  readonly edits: readonly DocumentEdit[];
}
