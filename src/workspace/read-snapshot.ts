import { err, ok } from 'neverthrow';
import type { PortResult } from '../ports/port-error.js';
import type { ReadPort } from '../ports/read-port.js';
import type { SourceBudgets } from '../sources/source-budgets.js';
import { assembleSnapshot } from './assemble-snapshot.js';
import { checkSources } from './check-sources.js';
import { observeWorkspace, type ObserveOptions } from './observe-workspace.js';
import { type PlacedInputs, placeInputs } from './place-inputs.js';
import type { WorkspaceSnapshot } from './snapshot.js';

/** How a workspace is read and its sources are checked. */
export interface SnapshotOptions extends ObserveOptions {
  /** Limits of source files. */
  readonly sources: SourceBudgets;
}

/**
 * Reads a workspace to a snapshot: folders, registry and declarations first, then the sources that the declarations
 * name, PNG and WAV by content, raw ones by size alone. Writes nothing.
 *
 * @returns the snapshot with every finding; Err only where the port could not run a batch at all.
 */
export async function readSnapshot(read: ReadPort, options: SnapshotOptions): Promise<PortResult<WorkspaceSnapshot>> {
  const observed = await observeWorkspace(read, options);
  if (observed.isErr()) return err(observed.error);
  const { assets, tree } = observed.value;
  const placed = new Map<string, PlacedInputs>();
  for (const [root, { body, locate }] of assets) {
    if (body !== null) placed.set(root, placeInputs(root, body, locate, tree));
  }
  const requests = [...placed].flatMap(([root, { inputs }]) => {
    const kind = assets.get(root)?.body?.output.format ?? 'raw';
    return inputs.map(({ file }) => ({ file, kind }));
  });
  const sources = await checkSources(read, requests, options);
  if (sources.isErr()) return err(sources.error);
  const byFile = new Map(requests.map(({ file }, index) => [file, sources.value[index]] as const));
  return ok(assembleSnapshot(observed.value, placed, byFile, options.compute));
}
