import type * as sarif from 'sarif';
import { expectTypeOf, test } from 'vitest';
import type * as lsp from 'vscode-languageserver-types';
import type { LspCodeAction, LspDiagnostic, LspWorkspaceEdit, SarifLog, SarifResult, SarifRun } from '../../src/report.js';

test('what is told to an editor is what the Language Server Protocol has, and names no key that it has not', () => {
  expectTypeOf<LspDiagnostic>().toExtend<lsp.Diagnostic>();
  expectTypeOf<LspCodeAction>().toExtend<lsp.CodeAction>();
  expectTypeOf<LspWorkspaceEdit>().toExtend<lsp.WorkspaceEdit>();
  expectTypeOf<keyof LspDiagnostic>().toExtend<keyof lsp.Diagnostic>();
  expectTypeOf<keyof LspCodeAction>().toExtend<keyof lsp.CodeAction>();
  expectTypeOf<keyof LspWorkspaceEdit>().toExtend<keyof lsp.WorkspaceEdit>();
});

test('a log is what SARIF has, and names no key that it has not', () => {
  expectTypeOf<SarifLog>().toExtend<sarif.Log>();
  expectTypeOf<keyof SarifLog>().toExtend<keyof sarif.Log>();
  expectTypeOf<keyof SarifRun>().toExtend<keyof sarif.Run>();
  expectTypeOf<keyof SarifResult>().toExtend<keyof sarif.Result>();
});
