import { err, ok } from 'neverthrow';
import { fileDiagnosticLimits } from '../diagnostics/diagnostic-limits.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { PortResult } from '../ports/port-error.js';
import type { ReadPort } from '../ports/read-port.js';
import type { SourceBudgets } from '../sources/source-budgets.js';
import { assembleSnapshot } from './assemble-snapshot.js';
import type { CheckedSource } from './checked-source.js';
import { checkSources, type SourceRequest } from './check-sources.js';
import { observeWorkspace, type ObserveOptions } from './observe-workspace.js';
import { type PlacedInputs, placeInputs } from './place-inputs.js';
import { type Recall, recallNothing } from './recall.js';
import type { SnapshotMemory } from './snapshot-memory.js';
import type { WorkspaceSnapshot } from './snapshot.js';
import type { SoundContents } from './sound-contents.js';

/** How a workspace is read and its sources are checked. */
export interface SnapshotOptions extends ObserveOptions {
  /** Limits of source files. */
  readonly sources: SourceBudgets;
  /** Contents of source files that somebody else has checked, by these rules and limits, and found nothing in. */
  readonly sound?: SoundContents | undefined;
}

/** A snapshot, and what the next reading may take from it. */
export interface RememberedSnapshot {
  /** The snapshot. */
  readonly snapshot: WorkspaceSnapshot;
  /** What only a later reading needs. */
  readonly memory: SnapshotMemory;
}

/**
 * Reads a workspace to a snapshot: folders, registry and declarations first, then the sources that the declarations
 * name, PNG and WAV by content, raw ones by size alone. Writes nothing.
 *
 * @param recall - what may be taken from an earlier reading: the snapshot is the same.
 * @returns the snapshot with every finding; Err only where the port could not run a batch at all.
 */
export async function readRememberedSnapshot(
  read: ReadPort,
  options: SnapshotOptions,
  recall: Recall,
): Promise<PortResult<RememberedSnapshot>> {
  const observed = await observeWorkspace(read, options, recall);
  if (observed.isErr()) return err(observed.error);
  const { assets, tree, kept } = observed.value;
  const placed = new Map<string, PlacedInputs>();
  const limits = fileDiagnosticLimits(options.diagnostics);
  const requests: SourceRequest[] = [];
  for (const [root, { body, locate }] of assets) {
    if (body === null) continue;
    const found = placeInputs(root, body, locate, tree, limits);
    placed.set(root, found);
    for (const { file } of found.inputs) requests.push({ file, kind: body.output.format });
  }
  const ran = await checkSources(read, requests, { ...options, latestMs: kept.latestMs }, recall);
  if (ran.isErr()) return err(ran.error);
  const { checked } = ran.value;
  const sources = new Map<WorkspacePath, CheckedSource>();
  for (const [index, { file }] of requests.entries()) {
    const source = checked[index];
    if (source !== undefined) sources.set(file, source);
  }
  const memory = { ...kept, sources, latestMs: ran.value.latestMs };
  return ok({ snapshot: assembleSnapshot(observed.value, placed, sources, options), memory });
}

/** Reads a workspace to a snapshot, as {@link readRememberedSnapshot} does, for once. */
export async function readSnapshot(read: ReadPort, options: SnapshotOptions): Promise<PortResult<WorkspaceSnapshot>> {
  return (await readRememberedSnapshot(read, options, recallNothing({ keeps: false }))).map(({ snapshot }) => snapshot);
}
