import { err, ok } from 'neverthrow';
import { createCollector } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileDiagnosticLimits } from '../diagnostics/diagnostic-limits.js';
import type { PortResult } from '../ports/port-error.js';
import type { ReadPort } from '../ports/read-port.js';
import type { CheckedSource } from './checked-source.js';
import { checkSources } from './check-sources.js';
import type { AcceptedAsset } from './accept-workspace.js';
import { awaitsIdentity } from './identity-table.js';
import { observeWorkspace } from './observe-workspace.js';
import { placeInputs } from './place-inputs.js';
import type { SnapshotOptions } from './read-snapshot.js';

/** A share of a workspace: some of its assets, each judged alone. */
export interface WorkspaceShare {
  /** The assets of the share. */
  readonly roots: readonly string[];
  /** How many assets there are in all. */
  readonly allRoots: number;
  /** The sources that declarations of the share name. */
  readonly sources: readonly CheckedSource[];
  /** Findings on the declarations and sources of the share, in the one order. What takes several files to see is not among them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is told of a file of an earlier version: of one that gets its identity from the registry it depends on all other files. */
const ABOUT_MIGRATION: ReadonlySet<string> = new Set(['MIGRATION_PENDING', 'VERSION_DEPRECATED', 'VERSION_NOT_CURRENT']);

function ownFindings({ version, claim, diagnostics }: AcceptedAsset): readonly Diagnostic[] {
  return awaitsIdentity({ version, claim }) ? diagnostics.filter(({ code }) => !ABOUT_MIGRATION.has(code)) : diagnostics;
}

/**
 * Reads a share of a workspace: all folders are listed and the registry is read, since they tell what belongs where, and then
 * the declarations of the share and the sources that they name, each through the gates of a single file.
 *
 * @param isWanted - whether an asset is of the share, by its root.
 * @returns Err only where the port could not run a batch at all.
 */
export async function readShare(
  read: ReadPort,
  options: SnapshotOptions,
  isWanted: (root: string) => boolean,
): Promise<PortResult<WorkspaceShare>> {
  const observed = await observeWorkspace(read, { ...options, isWanted });
  if (observed.isErr()) return err(observed.error);
  const { assets, tree, kept } = observed.value;
  const collector = createCollector(options.diagnostics);
  const limits = fileDiagnosticLimits(options.diagnostics);
  const requests = [...assets].flatMap(([root, asset]) => {
    const { body, locate } = asset;
    collector.addAll(ownFindings(asset));
    if (body === null) return [];
    const placed = placeInputs(root, body, locate, tree, limits);
    collector.addAll(placed.diagnostics);
    return placed.inputs.map(({ file }) => ({ file, kind: body.output.format }));
  });
  const ran = await checkSources(read, requests, { ...options, latestMs: kept.latestMs });
  if (ran.isErr()) return err(ran.error);
  const { checked: sources } = ran.value;
  for (const { diagnostics } of sources) collector.addAll(diagnostics);
  return ok({ roots: [...assets.keys()], allRoots: tree.roots.size, sources, diagnostics: collector.list() });
}
