import type { LspDiagnostic, LspRange } from './lsp-diagnostic.js';

/** One replacement in a text document. */
export interface LspTextEdit {
  /** What is replaced; empty where something is put in. */
  range: LspRange;
  /** What stands there afterwards. */
  newText: string;
  /** The note in {@link LspWorkspaceEdit} that it goes by. */
  annotationId: string;
}

/** The replacements in one version of a document. */
export interface LspDocumentEdit {
  /** The document, and the version that the replacements are for; null where the file on the disk is meant. */
  textDocument: { uri: string; version: number | null };
  /** The replacements, by place, never overlapping. */
  edits: LspTextEdit[];
}

/** Replacements in documents, with a note that says whether a person has to agree. */
export interface LspWorkspaceEdit {
  /** By document. */
  documentChanges: LspDocumentEdit[];
  /** What is done, by the name of the note. `needsConfirmation` where it needs a person's judgement. */
  changeAnnotations: Record<string, { label: string; needsConfirmation: boolean; description?: string }>;
}

/** What the client asks the server to do where no replacement of text could do it. */
export interface LspCommand {
  /** What it does, in the imperative. */
  title: string;
  /** Its name. */
  command: string;
  /** What `planFix` takes: the fingerprint of the finding, and what was chosen. */
  arguments: [{ fingerprint: string; choice: string }];
}

/**
 * A way to mend a finding, as the Language Server Protocol (3.17) has it: `CodeAction` of `vscode-languageserver-types`
 * takes one as it is. It has either `edit` or `command`.
 */
export interface LspCodeAction {
  /** What it does, in the imperative. */
  title: string;
  /** What kind of action it is. */
  kind: 'quickfix';
  /** The finding that it mends. */
  diagnostics: LspDiagnostic[];
  /** Whether it is the one to take without looking at others: the only one, and safe. */
  isPreferred: boolean;
  /** The replacements. */
  edit?: LspWorkspaceEdit;
  /** What the server is to do; it shows the plan before it is applied. */
  command?: LspCommand;
}
