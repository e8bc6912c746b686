/**
 * A workspace that stays open, for an editor: the library with subscription, in this thread or in a worker.
 *
 * @packageDocumentation
 */
export { openSession, type SessionOptions } from './studio/open-session.js';
export type {
  AppliedPreview,
  DocumentText,
  SessionCallOptions,
  SessionCodeAction,
  SessionExamination,
  SessionVerification,
  StudioSession,
} from './studio/session.js';
export type {
  ChangedEvent,
  ClosedEvent,
  DiagnosticsEvent,
  FaultEvent,
  PathCounts,
  ProgressEvent,
  SessionEvent,
  SessionListener,
  StateEvent,
} from './studio/session-event.js';
export type {
  AssetSummary,
  DocumentVersion,
  FileFindings,
  Page,
  PageRequest,
  SessionState,
  SessionSummary,
} from './studio/session-summary.js';
export type {
  ApplyRequest,
  BuildRequest,
  CodeActionRequest,
  LspRequest,
  OverlayRequest,
  PlanRequest,
  PreviewRequest,
} from './studio/preview-request.js';
export type { PlanPreview, PreviewedEdit, PreviewedMigration, RebasedPreview } from './studio/plan-preview.js';
export type { DocumentEdit, DocumentEdits, DocumentTextEdit } from './studio/document-edits.js';
export { lspWorkspaceEditOf, type DocumentsWorkspaceEdit, type WorkspaceEditStep } from './studio/lsp-workspace-edit-of.js';
export { fromWire, toWire, type WireResult } from './studio/wire-result.js';
export type { SessionChannel } from './studio/session-channel.js';
export { portChannel, type MessagePortLike } from './studio/port-channel.js';
export { serveSession, type OpenHost } from './studio/serve-session.js';
export { connectSession } from './studio/connect-session.js';
