import type { FollowedWorkspace, MemoryDifference } from 'prometeu-packer';
import { versionsOf, type OverlaidDocuments } from './create-overlays.js';
import { changedFindings, type VersionedFindings } from './changed-findings.js';
import type { ChangedEvent, DiagnosticsEvent } from './session-event.js';
import type { FileFindings } from './session-summary.js';

/** A workspace as it was looked at, with the documents that stood over files then. */
export interface DocumentedWorkspace {
  /** The workspace. */
  readonly followed: FollowedWorkspace;
  /** The documents. */
  readonly documents: OverlaidDocuments;
}

/** A workspace as the session shows it. */
export interface ShownWorkspace extends VersionedFindings {
  /** Counts from 1. */
  readonly revision: number;
  /** What was looked at. */
  readonly followed: FollowedWorkspace;
}

/** Makes what is shown of a workspace. */
export function showWorkspace({ followed, documents }: DocumentedWorkspace, revision: number): ShownWorkspace {
  return { revision, followed, versions: versionsOf(documents) };
}

/** Most paths of a kind in one event. */
const MAX_PATHS = 1000;

/** Tells that another workspace is shown. */
export function changedEvent(
  { revision }: ShownWorkspace,
  { changed, added, removed }: MemoryDifference,
  unrelated: boolean,
): ChangedEvent {
  return {
    kind: 'changed',
    revision,
    unrelated,
    paths: { changed: changed.slice(0, MAX_PATHS), added: added.slice(0, MAX_PATHS), removed: removed.slice(0, MAX_PATHS) },
    counts: { changed: changed.length, added: added.length, removed: removed.length },
  };
}

/** Most findings in one event, unless a single file has more. */
const MAX_FINDINGS = 200;

/**
 * Tells the findings of files that have others than before, in slices that no listener is kept long by.
 *
 * @param changed - files that may have other findings.
 */
export function diagnosticsEvents(before: ShownWorkspace, now: ShownWorkspace, changed: Iterable<string>): readonly DiagnosticsEvent[] {
  const slices: FileFindings[][] = [];
  let size = MAX_FINDINGS;
  for (const file of changedFindings(before, now, changed)) {
    const weight = Math.max(1, file.diagnostics.length);
    if (size + weight > MAX_FINDINGS) {
      slices.push([]);
      size = 0;
    }
    slices.at(-1)?.push(file);
    size += weight;
  }
  const { revision } = now;
  return slices.map((files, index) => ({ kind: 'diagnostics', revision, files, isLast: index === slices.length - 1 }));
}
