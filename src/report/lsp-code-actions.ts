import { fixChoicesOf, identityChoicesOf, type Diagnostic, type Fix, type FixChoice } from 'prometeu-packer';
import { choiceTitle } from './choice-title.js';
import { createLineIndex } from './line-index.js';
import type { LspCodeAction, LspDocumentEdit, LspTextEdit, LspWorkspaceEdit } from './lsp-code-action.js';
import { lspDiagnosticOf } from './lsp-diagnostic-of.js';
import type { LspOptions } from './lsp-options.js';

/** A document as the editor has it. */
export interface LspDocument {
  /** All of its text, a byte order mark included: the text that the findings were found in. */
  readonly text: string;
  /** The version that the editor counts; null where the file is not open. */
  readonly version: number | null;
}

/** How code actions are made. */
export interface LspCodeActionOptions extends LspOptions {
  /** A file's text, from its path from the workspace root; undefined where it is not at hand, then no action edits it. */
  readonly documentOf: (file: string) => LspDocument | undefined;
  /** The command that makes and shows the plan of a choice; `prometeu-packer.fix` unless told. */
  readonly command?: string;
}

/** What a document holds, and where its bytes stand; null where its text is not at hand. */
type OpenedDocument = { readonly version: number | null; readonly positionOf: ReturnType<typeof createLineIndex> } | null;

/** Goes through the text of each document once, however many fixes edit it. */
function createDocuments({ documentOf }: LspCodeActionOptions): (file: string) => OpenedDocument {
  const known = new Map<string, OpenedDocument>();
  return (file) => {
    const found = known.get(file);
    if (found !== undefined) return found;
    const document = documentOf(file);
    const opened = document === undefined ? null : { version: document.version, positionOf: createLineIndex(document.text) };
    known.set(file, opened);
    return opened;
  };
}

type DocumentsOf = ReturnType<typeof createDocuments>;

/** The replacements of one file; null where its text is not at hand, or is another than the one they were made for. */
function editDocument(file: string, { edits }: Fix, annotationId: string, uri: string, documents: DocumentsOf): LspDocumentEdit | null {
  const document = documents(file);
  if (document === null) return null;
  const shown: LspTextEdit[] = [];
  for (const { start: first, end: last, newText } of edits.filter((edit) => edit.file === file)) {
    const [start, end] = [document.positionOf(first), document.positionOf(last)];
    if (start === null || end === null) return null;
    shown.push({ range: { start, end }, newText, annotationId });
  }
  return { textDocument: { uri, version: document.version }, edits: shown };
}

function workspaceEditOf(fix: Fix, { uriOf }: LspCodeActionOptions, documents: DocumentsOf): LspWorkspaceEdit | null {
  const annotationId = `prometeu-packer.${fix.applicability}`;
  const files = [...new Set(fix.edits.map(({ file }) => file))];
  const changes = files.map((file) => editDocument(file, fix, annotationId, uriOf(file), documents));
  const documentChanges = changes.filter((change) => change !== null);
  if (documentChanges.length < changes.length) return null;
  const annotation = { label: fix.title, needsConfirmation: fix.applicability === 'unsafe' };
  return { documentChanges, changeAnnotations: { [annotationId]: annotation } };
}

/** Whether a finding stands where it was found in the document that a fix edits: else that is another text, and no byte means what it did. */
function isOfDocument({ location }: Diagnostic, { edits }: Fix, documents: DocumentsOf): boolean {
  if (location.kind !== 'text' || !edits.some(({ file }) => file === location.file)) return true;
  const document = documents(location.file);
  if (document === null) return false;
  return [location.range.start, location.range.end].every(({ offset, line, column }) => {
    const found = document.positionOf(offset);
    return found?.line === line - 1 && found.character === column - 1;
  });
}

type Deed = Pick<LspCodeAction, 'edit'> | Required<Pick<LspCodeAction, 'command'>>;

function deedOf(diagnostic: Diagnostic, choice: FixChoice, options: LspCodeActionOptions, documents: DocumentsOf): Deed | null {
  const { fingerprint, fixes } = diagnostic;
  if (identityChoicesOf(diagnostic) !== null) {
    const { command = 'prometeu-packer.fix' } = options;
    return { command: { title: choiceTitle(choice), command, arguments: [{ fingerprint, choice: choice.choice }] } };
  }
  const fix = fixes[Number(choice.choice) - 1];
  const edit = fix === undefined || !isOfDocument(diagnostic, fix, documents) ? null : workspaceEditOf(fix, options, documents);
  return edit === null ? null : { edit };
}

/**
 * The ways to mend findings, as code actions of the Language Server Protocol. A fix becomes an edit of the documents as
 * they are given, in their versions; an unsafe one asks for confirmation. What settles an identity needs a plan, and
 * becomes a command, whose argument `planFix` takes. Advice that nothing can apply becomes none.
 *
 * @param diagnostics - those that the editor asks about: for a range, the findings that touch it.
 *
 * @example
 * ```ts
 * import { lspCodeActions } from 'prometeu-packer/report';
 *
 * const uriOf = (file: string) => `file:///game/${file}`;
 * const documentOf = () => undefined; // nothing is open
 * console.log(lspCodeActions([], { uriOf, documentOf, workspaceUri: uriOf('assets/.prometeu/index.json') })); // []
 * ```
 */
export function lspCodeActions(diagnostics: readonly Diagnostic[], options: LspCodeActionOptions): LspCodeAction[] {
  const documents = createDocuments(options);
  return diagnostics.flatMap((diagnostic) => {
    const choices = fixChoicesOf(diagnostic);
    const { shown } = lspDiagnosticOf(diagnostic, options);
    return choices.flatMap((choice): LspCodeAction[] => {
      const deed = deedOf(diagnostic, choice, options, documents);
      if (deed === null) return [];
      const isPreferred = 'edit' in deed && choices.length === 1 && !choice.unsafe;
      return [{ title: choiceTitle(choice), kind: 'quickfix', diagnostics: [shown], isPreferred, ...deed }];
    });
  });
}
