import type { Diagnostic } from 'prometeu-packer';
import { lspDiagnosticOf } from './lsp-diagnostic-of.js';
import type { LspDiagnostic } from './lsp-diagnostic.js';
import type { LspOptions } from './lsp-options.js';

/** The findings of one document: what `textDocument/publishDiagnostics` takes. */
export interface LspDocumentDiagnostics {
  /** The document. */
  uri: string;
  /** Its findings, in the one order. */
  diagnostics: LspDiagnostic[];
}

/**
 * Findings for an editor that speaks the Language Server Protocol, by document. What points into bytes, at a file or at
 * the workspace as a whole has no place in a text, and stands at the beginning of its document.
 *
 * A document whose findings are gone is not in the answer: whoever showed some tells the editor that there are none.
 *
 * @example
 * ```ts
 * import { doctor } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { lspDiagnostics } from 'prometeu-packer/report';
 *
 * const root = 'file:///home/me/game/';
 * const report = await doctor(createMemoryWorkspace({ 'assets/hero/asset.json': '{' }));
 * const found = report.isOk() ? report.value.diagnostics : [];
 * const uriOf = (file: string) => root + file.split('/').map(encodeURIComponent).join('/');
 * const documents = lspDiagnostics(found, { uriOf, workspaceUri: uriOf('assets/.prometeu/index.json') });
 * console.log(documents.some(({ uri }) => uri.endsWith('assets/hero/asset.json'))); // true
 * ```
 */
export function lspDiagnostics(diagnostics: readonly Diagnostic[], options: LspOptions): LspDocumentDiagnostics[] {
  const documents = new Map<string, LspDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { uri, shown } = lspDiagnosticOf(diagnostic, options);
    const list = documents.get(uri);
    if (list === undefined) documents.set(uri, [shown]);
    else list.push(shown);
  }
  return [...documents].map(([uri, list]) => ({ uri, diagnostics: list }));
}
