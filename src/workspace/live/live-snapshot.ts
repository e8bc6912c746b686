import { passed } from '../../base/passed.js';
import { hasErrors } from '../../diagnostics/count-diagnostics.js';
import { compareStrings } from '../../base/compare-strings.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { declarationOf } from '../input-tree.js';
import { observedFile } from '../observe-workspace.js';
import { snapshotId } from '../snapshot-id.js';
import type { WorkspaceSnapshot } from '../snapshot.js';
import type { LiveState } from './live-state.js';

/** Whether an error that belongs to no single asset stands in the way of everything. */
export function isBlocked({ general, journal, registry, tally }: Pick<LiveState, 'general' | 'journal' | 'registry' | 'tally'>): boolean {
  const undecided = registry.accepted?.undecided.length ?? 0;
  const faults = general.filter(({ code }) => code !== 'VERSION_NOT_CURRENT');
  return hasErrors(faults) || (tally.get('folders') ?? 0) > 0 || undecided > 0 || hasErrors(journal);
}

/** Whether it builds nothing: the registry is of an earlier version where only current ones are accepted. */
export function isBuildBlocked({ general }: Pick<LiveState, 'general'>): boolean {
  return general.some(({ code }) => code === 'VERSION_NOT_CURRENT');
}

/** The snapshot that reading the whole workspace gives. Work that grows with it: to be made when it is asked for. */
export function liveSnapshot(state: LiveState, compute: ComputePort): WorkspaceSnapshot {
  const { registry, folders, declarations, judged, findings } = state;
  const { accepted } = registry;
  const assets = [...judged.entries()].map(([, root]) => root.state);
  const answers = [...declarations.entries()].flatMap(([root, { answer }]) => observedFile(declarationOf(root), answer));
  const files = [...observedFile(REGISTRY_PATH, registry.answer), ...answers].sort((a, b) => compareStrings(a.path, b.path));
  const listed = [...folders.entries()].flatMap(([, { folder }]) => folder ?? []);
  return passed<WorkspaceSnapshot>({
    state: 'fresh',
    id: snapshotId(files, listed, assets, compute),
    registry: accepted?.registry ?? null,
    registryVersion: accepted?.version ?? null,
    registryMigration: accepted?.migration ?? null,
    registryFound: accepted !== null,
    assets,
    files,
    folders: listed,
    diagnostics: [...findings.entries()].flatMap(([, { diagnostics }]) => diagnostics),
    blocked: isBlocked(state),
    buildBlocked: isBuildBlocked(state),
  });
}
