import {
  countDiagnostics,
  workspaceVerdict,
  type MemoryDifference,
  type Observation,
  type SeverityCounts,
  type Verdict,
  type WorkspaceSnapshot,
} from 'prometeu-packer';
import { changedFindings, indexFindings, type VersionedFindings } from './index-findings.js';
import { versionsOf, type OverlaidDocuments } from './create-overlays.js';
import type { ChangedEvent, DiagnosticsEvent } from './session-event.js';
import type { FileFindings } from './session-summary.js';

/** A workspace as it was looked at, with the documents that stood over files then. */
export interface ObservedWorkspace extends Observation {
  /** The documents. */
  readonly documents: OverlaidDocuments;
}

/** A workspace as the session shows it. */
export interface ShownWorkspace extends VersionedFindings {
  /** Counts from 1. */
  readonly revision: number;
  /** What was looked at. */
  readonly observed: ObservedWorkspace;
  /** What it allows, worked out when it is first asked for. */
  readonly verdict: () => Verdict;
  /** Findings by severity. */
  readonly counts: SeverityCounts;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Makes what is shown of a workspace. */
export function showWorkspace(observed: ObservedWorkspace, revision: number): ShownWorkspace {
  const { snapshot, documents } = observed;
  return {
    revision,
    observed,
    findings: indexFindings(snapshot.diagnostics),
    versions: versionsOf(documents),
    verdict: once(() => workspaceVerdict(snapshot)),
    counts: countDiagnostics(snapshot.diagnostics),
  };
}

/** Most paths of a kind in one event. */
const MAX_PATHS = 1000;

/** Tells that another workspace is shown. */
export function changedEvent(shown: ShownWorkspace, { changed, added, removed }: MemoryDifference, unrelated: boolean): ChangedEvent {
  const { id }: WorkspaceSnapshot = shown.observed.snapshot;
  return {
    kind: 'changed',
    revision: shown.revision,
    snapshotId: id,
    unrelated,
    paths: { changed: changed.slice(0, MAX_PATHS), added: added.slice(0, MAX_PATHS), removed: removed.slice(0, MAX_PATHS) },
    counts: { changed: changed.length, added: added.length, removed: removed.length },
  };
}

/** Most findings in one event, unless a single file has more. */
const MAX_FINDINGS = 200;

/** Tells the findings of files that have others than before, in slices that no listener is kept long by. */
export function diagnosticsEvents(before: ShownWorkspace, now: ShownWorkspace): readonly DiagnosticsEvent[] {
  const slices: FileFindings[][] = [];
  let size = MAX_FINDINGS;
  for (const file of changedFindings(before, now)) {
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
