import { fixChoicesOf, readDocument, type Diagnostic, type Observed } from 'prometeu-packer';
import {
  choiceTitle,
  lspCodeActions,
  lspDiagnostics,
  type LspCodeAction,
  type LspDiagnostic,
  type LspDocument,
  type LspPosition,
  type LspRange,
} from 'prometeu-packer/report';
import { err, ok } from 'neverthrow';
import { createUriOf } from './create-uri-of.js';
import type { SessionCodeAction } from './session.js';
import type { CodeActionRequest, LspRequest } from './preview-request.js';
import type { StudioContext } from './studio-context.js';

const START: LspPosition = { line: 0, character: 0 };

function rangeOf({ location }: Diagnostic): LspRange {
  if (location.kind !== 'text') return { start: START, end: START };
  const { start, end } = location.range;
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

const isBefore = (a: LspPosition, b: LspPosition): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);

/** The findings of a file that touch a range; one that has no place in the text stands at its beginning. */
function findingsAt({ view }: StudioContext, { file, range }: CodeActionRequest): readonly Diagnostic[] {
  const found = view.shown().followed.diagnosticsOf(file);
  if (range === undefined) return found;
  return found.filter((diagnostic) => {
    const { start, end } = rangeOf(diagnostic);
    return !isBefore(range.end, start) && !isBefore(end, range.start);
  });
}

/** The ways to mend findings of a file, each of which a plan can be made of. */
export function findCodeActions(context: StudioContext, request: CodeActionRequest): readonly SessionCodeAction[] {
  return findingsAt(context, request).flatMap((diagnostic) => {
    const choices = fixChoicesOf(diagnostic);
    return choices.map((choice) => ({
      fingerprint: diagnostic.fingerprint,
      code: diagnostic.code,
      choice: choice.choice,
      title: choiceTitle(choice),
      unsafe: choice.unsafe,
      isPreferred: choices.length === 1 && !choice.unsafe,
    }));
  });
}

function lspOptionsOf(rootUri: string) {
  const uriOf = createUriOf(rootUri);
  return { uriOf, workspaceUri: uriOf('assets/.prometeu/index.json') };
}

/** The findings of a file for the Language Server Protocol. */
export function findLspDiagnostics(context: StudioContext, request: LspRequest): readonly LspDiagnostic[] {
  return lspDiagnostics(findingsAt(context, request), lspOptionsOf(request.rootUri)).flatMap(({ diagnostics }) => diagnostics);
}

/** The ways to mend findings of a file for the Language Server Protocol: the texts of the files that fixes edit are read. */
export async function findLspCodeActions(
  context: StudioContext,
  request: LspRequest,
  signal: AbortSignal,
): Promise<Observed<LspCodeAction[]>> {
  const found = findingsAt(context, request);
  const files = new Set(found.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ file }) => file))));
  const documents = new Map<string, LspDocument>();
  const { host, reading, overlays } = context;
  for (const file of files) {
    const document = overlays.now().get(file);
    const stored = document === undefined ? await readDocument(host, file, { ...reading, signal }) : ok({ text: document.text });
    if (stored.isErr()) return err(stored.error);
    const { text } = stored.value;
    if (text !== null) documents.set(file, { text, version: document?.version ?? null });
  }
  return ok(lspCodeActions(found, { ...lspOptionsOf(request.rootUri), documentOf: (file) => documents.get(file) }));
}
