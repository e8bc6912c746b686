/**
 * Findings as people and tools read them: text, JSON, SARIF, HTML, annotations of a pipeline, an editor's diagnostics, and the
 * map of an archive. Pure functions of what the core answers; what a code means is in here too.
 *
 * @packageDocumentation
 */
export { explain, type CodeExplanation } from './report/explain.js';
export { escapeText } from './report/escape-text.js';
export { htmlReport } from './report/html-report.js';
export type { HtmlAbility, HtmlArchive, HtmlArtifact, HtmlContent } from './report/html-content.js';
export type { HtmlSourceText } from './report/html-findings.js';
export { archiveMap, type ArchiveMapOptions } from './report/archive-map.js';
export { jsonReport, type JsonReport, type ReportContent, type SuppressedFinding } from './report/json-report.js';
export { renderText, type TextOptions } from './report/render-text.js';
export { policyText } from './report/policy-text.js';
export { choiceTitle } from './report/choice-title.js';
export { sarifLog, sarifReport } from './report/sarif-report.js';
export type { SarifContent } from './report/sarif-content.js';
export type {
  SarifArtifactLocation,
  SarifFix,
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifNotification,
  SarifRegion,
  SarifReplacement,
  SarifResult,
  SarifRule,
  SarifRun,
  SarifText,
} from './report/sarif-log.js';
export { ciAnnotations, type CiAnnotationOptions } from './report/ci-annotations.js';
export { guardCiText } from './report/guard-ci-text.js';
export { lspDiagnostics, type LspDocumentDiagnostics } from './report/lsp-diagnostics.js';
export type { LspOptions } from './report/lsp-options.js';
export { lspCodeActions, type LspCodeActionOptions, type LspDocument } from './report/lsp-code-actions.js';
export type {
  LspDiagnostic,
  LspDiagnosticData,
  LspLocation,
  LspPosition,
  LspRange,
  LspRelatedInformation,
} from './report/lsp-diagnostic.js';
export type { LspCodeAction, LspCommand, LspDocumentEdit, LspTextEdit, LspWorkspaceEdit } from './report/lsp-code-action.js';
