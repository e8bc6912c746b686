import type { ApplyProgress, Diagnostic } from 'prometeu-packer';
import type { FileFindings, SessionState } from './session-summary.js';

/** How many of each kind of path there are, exactly. */
export interface PathCounts {
  /** Files of other content, and folders of other names. */
  readonly changed: number;
  /** Files and folders that were not there. */
  readonly added: number;
  /** Files and folders that are no longer there. */
  readonly removed: number;
}

/** The workspace is another one than it was. */
export interface ChangedEvent {
  /** Tells the events apart. */
  readonly kind: 'changed';
  /** Counts what the session has shown: 1 for the workspace as it was opened. What is asked for is of the latest revision. */
  readonly revision: number;
  /** Whether the registry names another project now: no plan previewed before can be applied. */
  readonly unrelated: boolean;
  /** Paths from the workspace root that differ, in code-unit order: the first 1000 of each kind. */
  readonly paths: { readonly changed: readonly string[]; readonly added: readonly string[]; readonly removed: readonly string[] };
  /** How many differ, those that are left out of `paths` included. */
  readonly counts: PathCounts;
}

/**
 * Findings of files whose findings have changed. A file without findings had some before. One revision may be told in several
 * such events; a file stands in one of them only, with all of its findings.
 */
export interface DiagnosticsEvent {
  /** Tells the events apart. */
  readonly kind: 'diagnostics';
  /** The revision that they belong to. */
  readonly revision: number;
  /** The files, in code-unit order. */
  readonly files: readonly FileFindings[];
  /** Whether this is the last of the revision. */
  readonly isLast: boolean;
}

/** The session's state is another one. */
export interface StateEvent {
  /** Tells the events apart. */
  readonly kind: 'state';
  /** The state. */
  readonly state: SessionState;
}

/** How far a plan being applied, or a build, has come. */
export interface ProgressEvent {
  /** Tells the events apart. */
  readonly kind: 'progress';
  /** What is being done. */
  readonly operation: 'apply' | 'build';
  /** How far it is. Of two that follow each other the earlier one may be left out. */
  readonly progress: ApplyProgress;
}

/** Something went wrong that no call is answered with: a listener threw, a message was none, the workspace could not be read again. */
export interface FaultEvent {
  /** Tells the events apart. */
  readonly kind: 'fault';
  /** What went wrong. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The session is over: the last event. */
export interface ClosedEvent {
  /** Tells the events apart. */
  readonly kind: 'closed';
  /** `closed`: it was asked to. `lost`: the other side of the channel is gone. */
  readonly reason: 'closed' | 'lost';
}

/** What a session tells unasked: plain data that survives structured cloning. Told in order, one at a time. */
export type SessionEvent = ChangedEvent | DiagnosticsEvent | StateEvent | ProgressEvent | FaultEvent | ClosedEvent;

/** Takes events. What it throws, or rejects with, is told once as a fault; nothing waits for it. */
export type SessionListener = (event: SessionEvent) => void;
