import type { Mutation, PlanConsent } from 'prometeu-packer';
import type { LspRange } from 'prometeu-packer/report';

/** Which plan is wanted. */
export type PreviewRequest =
  /** Registers folders, relative to `assets/`; every undeclared one where `roots` is absent. */
  | { readonly kind: 'register'; readonly roots?: readonly string[] }
  /** Migrates files to the current versions; all where `roots` is absent. */
  | { readonly kind: 'migrate'; readonly roots?: readonly string[] }
  /** Changes assets. */
  | { readonly kind: 'mutate'; readonly mutations: readonly Mutation[] }
  /** Settles the identity of one asset, as a person chose. */
  | { readonly kind: 'resolve'; readonly root: string; readonly choice: string }
  /** Mends one finding. */
  | { readonly kind: 'fix'; readonly fingerprint: string; readonly choice?: string }
  /** Undoes the last plan that was written. */
  | { readonly kind: 'undo' };

/** Which plan is to be applied. */
export interface ApplyRequest {
  /** The digest of a preview. */
  readonly digest: string;
  /** What a person agrees to. */
  readonly consent?: PlanConsent;
}

/** Which plan is meant. */
export interface PlanRequest {
  /** The digest of a preview. */
  readonly digest: string;
}

/** How to build. */
export interface BuildRequest {
  /** Replace an archive and companions that a newer release wrote. */
  readonly replaceNewer?: boolean;
}

/** A document as an editor holds it. */
export interface OverlayRequest {
  /** Path from the workspace root. */
  readonly path: string;
  /** The editor's own count: a whole number, larger at each change. */
  readonly version: number;
  /** All of its text. */
  readonly text: string;
}

/** Where code actions are wanted. */
export interface CodeActionRequest {
  /** Path from the workspace root. */
  readonly file: string;
  /** The stretch of the file that the findings touch, lines and UTF-16 code units from 0; the whole file where absent. */
  readonly range?: LspRange;
}

/** The same for an editor that speaks the Language Server Protocol. */
export interface LspRequest extends CodeActionRequest {
  /** URI of the workspace folder; a slash is put behind it where there is none. */
  readonly rootUri: string;
}
