import { compareStrings } from '../base/compare-strings.js';
import { passed } from '../base/passed.js';
import { createCollector } from '../diagnostics/collector.js';
import { hasErrors } from '../diagnostics/count-diagnostics.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { ASSETS_FOLDER } from '../paths/owned-paths.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { AssetState, ResolvedInput } from './asset-state.js';
import { checkAcross } from './check-across.js';
import type { CheckedSource } from './checked-source.js';
import { classifyIdentity, type IdentityVerdict } from './classify-identity.js';
import { declaredClaims } from './declared-claims.js';
import { diagnoseDerived } from './diagnose-derived.js';
import { diagnoseIdentity, type PendingDiagnostic } from './diagnose-identity.js';
import { diagnoseUndecided } from './diagnose-undecided.js';
import { findReachable } from './find-reachable.js';
import { findUnseen } from './find-unseen.js';
import { indexClaimants } from './index-claimants.js';
import type { Observation, ObserveOptions } from './observe-workspace.js';
import type { PlacedInputs } from './place-inputs.js';
import { missingRegistry } from './missing-registry.js';
import { snapshotId } from './snapshot-id.js';
import type { WorkspaceSnapshot } from './snapshot.js';

/** Identity classes that do not stand in the way of a build: settled, or not part of it yet. */
const SETTLED: ReadonlySet<string> = new Set(['ok', 'unregistered', 'imported']);

const LOOSE_NAMES_SHOWN = 5;

function resolve(
  placed: PlacedInputs | undefined,
  sources: ReadonlyMap<WorkspacePath, CheckedSource | undefined>,
): readonly ResolvedInput[] {
  return (placed?.inputs ?? []).flatMap(({ role, path, file }) => {
    const source = sources.get(file);
    return source === undefined ? [] : [{ role, path, file, size: source.size, sha256: source.sha256 }];
  });
}

function diagnoseWorkspace({ scan, registry, assets }: Observation): readonly Diagnostic[] {
  const diagnostics = [...scan.diagnostics];
  const loose = scan.folders.get(ASSETS_FOLDER)?.files.filter((name) => !name.startsWith('.')) ?? [];
  const at = (file: string) => ({ artifact: 'workspace', location: { kind: 'file', file } }) as const;
  if (!scan.found) diagnostics.push(diagnose('WORKSPACE_NO_ASSETS_FOLDER', { ...at(ASSETS_FOLDER), data: { expected: ASSETS_FOLDER } }));
  if (loose.length > 0) {
    const data = { names: loose.slice(0, LOOSE_NAMES_SHOWN), count: loose.length };
    diagnostics.push(diagnose('WORKSPACE_LOOSE_FILES', { ...at(ASSETS_FOLDER), data }));
  }
  const claiming = [...assets.values()].filter(({ claim }) => claim.kind !== 'none').length;
  if (registry === null && claiming > 0) {
    diagnostics.push(missingRegistry(claiming));
  }
  return registry === null ? diagnostics : [...diagnostics, ...registry.diagnostics];
}

/** Judges identity as it is once everything is migrated. */
function judgeIdentity({ registry, assets, identities, scan }: Observation): readonly IdentityVerdict[] {
  const isKnown = registry?.registry !== null; // also where there is none
  const unseen = findUnseen(registry?.registry?.assets ?? [], scan.unseen).map((root) => [root, { kind: 'unknown' }] as const);
  return classifyIdentity(registry?.registry ?? null, new Map([...unseen, ...declaredClaims(assets, identities, isKnown)]));
}

/** Puts together what was observed: identity, what a build reaches, what stands in whose way, and every finding. Pure. */
export function assembleSnapshot(
  observation: Observation,
  placed: ReadonlyMap<string, PlacedInputs>,
  sources: ReadonlyMap<WorkspacePath, CheckedSource | undefined>,
  { compute, diagnostics: limits }: Pick<ObserveOptions, 'compute' | 'diagnostics'>,
): WorkspaceSnapshot {
  const { scan, assets, registry, identities } = observation;
  const collector = createCollector(limits);
  const general = diagnoseWorkspace(observation);
  collector.addAll(general);
  const add = ({ code, file, make }: PendingDiagnostic): void => collector.add(code, file, make);
  if (registry !== null) for (const record of registry.undecided) add(diagnoseUndecided(record, registry));

  const faulty = new Set<string>();
  const tell = (root: string, diagnostics: readonly Diagnostic[]): void => {
    collector.addAll(diagnostics);
    if (hasErrors(diagnostics)) faulty.add(root);
  };
  for (const [root, reading] of assets) tell(root, reading.diagnostics);
  for (const [root, { inputs, diagnostics }] of placed) {
    tell(root, diagnostics);
    for (const { file } of inputs) tell(root, sources.get(file)?.diagnostics ?? []);
  }
  const verdicts = judgeIdentity(observation);
  const reachable = findReachable(verdicts);
  for (const { root, diagnostic } of checkAcross(assets, reachable)) tell(root, [diagnostic]);
  const recordIndex = new Map(registry?.registry?.assets.map(({ root }, index) => [root, index]));
  const claimants = indexClaimants(verdicts);
  for (const verdict of verdicts) {
    const { root, record } = verdict;
    const asset = assets.get(root);
    const told = diagnoseIdentity(verdict, { asset, registry, recordIndex, claimants });
    if (told !== null) add(told);
    const isDerived = identities.declared.get(root)?.origin === 'derived';
    if (!isDerived || record === null || asset === undefined || asset.migration === null) continue;
    add(diagnoseDerived(record, asset.migration, asset));
    faulty.add(root);
  }

  const stateOf = (identity: IdentityVerdict): AssetState => ({
    root: identity.root,
    identity,
    version: assets.get(identity.root)?.version ?? null,
    migration: assets.get(identity.root)?.migration ?? null,
    body: assets.get(identity.root)?.body ?? null,
    inputs: resolve(placed.get(identity.root), sources),
    reachable: reachable.has(identity.root),
    blocked: faulty.has(identity.root) || !SETTLED.has(identity.class),
  });
  const files = [...observation.files].sort((a, b) => compareStrings(a.path, b.path));
  const folders = [...scan.folders.values()].sort((a, b) => compareStrings(a.path, b.path));
  const states = verdicts.map(stateOf);
  return passed<WorkspaceSnapshot>({
    state: 'fresh',
    id: snapshotId(files, folders, states, compute),
    registry: registry?.registry ?? null,
    registryVersion: registry?.version ?? null,
    registryMigration: registry?.migration ?? null,
    registryFound: registry !== null,
    assets: states,
    files,
    folders,
    diagnostics: collector.list(),
    blocked: hasErrors(general.filter(({ code }) => code !== 'VERSION_NOT_CURRENT')) || (registry?.undecided.length ?? 0) > 0,
    buildBlocked: general.some(({ code }) => code === 'VERSION_NOT_CURRENT'),
  });
}
