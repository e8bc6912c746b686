import type { Applied, ArchiveDescription, ArtifactReport, Diagnostic, Observed, Outcome, SeverityCounts, Verdict } from 'prometeu-packer';
import type { LspCodeAction, LspDiagnostic } from 'prometeu-packer/report';
import type { DocumentEdits } from './document-edits.js';
import type { PlanPreview, RebasedPreview } from './plan-preview.js';
import type { SessionListener } from './session-event.js';
import type {
  ApplyRequest,
  BuildRequest,
  CodeActionRequest,
  LspRequest,
  OverlayRequest,
  PlanRequest,
  PreviewRequest,
} from './preview-request.js';
import type { AssetSummary, DocumentVersion, FileFindings, Page, PageRequest, SessionSummary } from './session-summary.js';

/** Options of every call. */
export interface SessionCallOptions {
  /** Cancels the call, as far as it can be: a plan up to its commit point. It is then answered with Err. */
  readonly signal?: AbortSignal;
}

/** One way to mend a finding: {@link StudioSession.preview} makes the plan, by fingerprint and choice. */
export interface SessionCodeAction {
  /** The finding. */
  readonly fingerprint: string;
  /** Its code. */
  readonly code: Diagnostic['code'];
  /** What is chosen. */
  readonly choice: string;
  /** What it does, in the imperative. Free text, not part of the contract. */
  readonly title: string;
  /** Whether it needs a person's judgement. */
  readonly unsafe: boolean;
  /** Whether it is the only one for its finding, and safe. */
  readonly isPreferred: boolean;
}

/** What became of a previewed plan. */
export type AppliedPreview =
  /** It was written. */
  | { readonly target: 'disk'; readonly applied: Applied }
  /** It is for the editor to carry out, in one step; nothing was written. */
  | { readonly target: 'editor'; readonly edits: DocumentEdits };

/** A document as the session sees it. */
export interface DocumentText {
  /** Path from the workspace root. */
  readonly file: string;
  /** The version of the document that an editor holds; null where it is the stored file. */
  readonly version: number | null;
  /** Its text; null where it is not there. */
  readonly text: string | null;
}

/** What the doctor has to say. */
export interface SessionExamination {
  /** What the workspace allows. */
  readonly verdict: Verdict;
  /** How far each file can be trusted, by path. */
  readonly artifacts: readonly ArtifactReport[];
  /** Findings by severity. */
  readonly counts: SeverityCounts;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found of a built workspace. */
export interface SessionVerification {
  /** Whether archive and companions are just what the sources build now. */
  readonly ok: boolean;
  /** SHA-256 of everything before the payload; null where the archive is broken or not there. */
  readonly archiveDigest: string | null;
  /** Bytes of the archive; 0 where it is not there. */
  readonly length: number;
  /** How many assets the archive holds; null where it is broken or not there. */
  readonly assets: number | null;
  /** Findings by severity. */
  readonly counts: SeverityCounts;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A workspace that stays open, for an editor. Every call gives a promise that is never rejected; what goes wrong is a value.
 * Everything that is answered or told survives structured cloning, but for the Result around an answer (see `toWire`), so
 * that the session may live in a worker and look the same.
 *
 * It has no rules of its own: what it finds is what `readWorkspace` finds, its plans are those of the planners.
 */
export interface StudioSession {
  /** Begins to be told what happens, from now on; answers how to end it. Subscribe first, then ask for what there is. */
  readonly subscribe: (listener: SessionListener) => () => void;
  /** The workspace in short. Answered at once, from what is shown. */
  readonly summary: () => Promise<Observed<SessionSummary>>;
  /** Its assets by root, part by part. */
  readonly assets: (page?: PageRequest) => Promise<Observed<Page<AssetSummary>>>;
  /** The files that have findings, by path, with all of their findings, part by part. */
  readonly findings: (page?: PageRequest) => Promise<Observed<Page<FileFindings>>>;
  /** The findings of one file, by its path from the workspace root; of the empty path, those of the workspace as a whole. */
  readonly diagnosticsOf: (file: string) => Promise<Observed<FileFindings>>;
  /** The text of a file: what the editor holds, else what is stored. */
  readonly readDocument: (file: string, options?: SessionCallOptions) => Promise<Observed<DocumentText>>;
  /** The ways to mend findings of a file. */
  readonly codeActions: (request: CodeActionRequest) => Promise<Observed<readonly SessionCodeAction[]>>;
  /** The findings of one file, for the Language Server Protocol. */
  readonly lspDiagnostics: (request: LspRequest) => Promise<Observed<readonly LspDiagnostic[]>>;
  /** The ways to mend findings of a file, for the Language Server Protocol. */
  readonly lspCodeActions: (request: LspRequest, options?: SessionCallOptions) => Promise<Observed<readonly LspCodeAction[]>>;
  /**
   * Says that files or folders may have changed, by their paths from the workspace root; without paths, or with one that is
   * none, everything. They are looked at once no more are reported: when, the session's `schedule` says.
   */
  readonly notifyChanged: (paths?: readonly string[]) => void;
  /** Looks now at what was reported, and shows it before it answers. */
  readonly settle: (options?: SessionCallOptions) => Promise<Observed<SessionSummary>>;
  /** An editor's text takes the place of a file, or a newer text that of the one before. Looked at as a change is. */
  readonly setOverlay: (document: OverlayRequest) => Promise<Observed<DocumentVersion>>;
  /** The file itself counts again: the editor has closed the document. Nothing where it held none. */
  readonly removeOverlay: (path: string) => Promise<Observed<{ readonly path: string }>>;
  /** Makes a plan and holds it under its digest. The workspace is read anew; nothing is written. The last 32 are held. */
  readonly preview: (request: PreviewRequest, options?: SessionCallOptions) => Promise<Outcome<PlanPreview>>;
  /**
   * Applies a plan that was previewed. What was written is shown before it is answered. PLAN_STALE, or
   * STUDIO_DOCUMENT_CHANGED, where the workspace is no longer the one that was previewed: `rebase` makes the plan anew.
   */
  readonly apply: (request: ApplyRequest, options?: SessionCallOptions) => Promise<Outcome<AppliedPreview>>;
  /** Tells whether a previewed plan is still good, and makes it anew where it is not. */
  readonly rebase: (request: PlanRequest, options?: SessionCallOptions) => Promise<Outcome<RebasedPreview>>;
  /** Builds what is stored; unsaved texts have no part in it. */
  readonly build: (request?: BuildRequest, options?: SessionCallOptions) => Promise<Outcome<Applied>>;
  /** Verifies what was built against what is stored. */
  readonly verify: (options?: SessionCallOptions) => Promise<Observed<SessionVerification>>;
  /** Examines the workspace anew from end to end, unsaved texts in place of their files. */
  readonly doctor: (options?: SessionCallOptions) => Promise<Observed<SessionExamination>>;
  /** What stands where in the built archive; null where none is built. */
  readonly describeArchive: (options?: SessionCallOptions) => Promise<Observed<ArchiveDescription | null>>;
  /** Ends the session: what is under way is cancelled, and later calls are answered with STUDIO_SESSION_CLOSED. */
  readonly close: () => Promise<void>;
}
