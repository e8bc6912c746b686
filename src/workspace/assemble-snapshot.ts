import { compareStrings } from '../base/compare-strings.js';
import { passed } from '../base/passed.js';
import { createCollector } from '../diagnostics/collector.js';
import { hasErrors } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { AssetState } from './asset-state.js';
import { assetStateOf } from './asset-state-of.js';
import { checkAcross } from './check-across.js';
import type { CheckedSource } from './checked-source.js';
import { classifyIdentity, type IdentityVerdict } from './classify-identity.js';
import { declaredClaims } from './declared-claims.js';
import { diagnoseDerived } from './diagnose-derived.js';
import { diagnoseIdentity, type PendingDiagnostic } from './diagnose-identity.js';
import { diagnoseWorkspace } from './diagnose-workspace.js';
import { diagnoseUndecided } from './diagnose-undecided.js';
import { findReachable } from './find-reachable.js';
import { findUnseen } from './find-unseen.js';
import { indexClaimants } from './index-claimants.js';
import { isRegistryKnown } from './is-registry-known.js';
import type { Observation, ObserveOptions } from './observe-workspace.js';
import type { PlacedInputs } from './place-inputs.js';
import { snapshotId } from './snapshot-id.js';
import type { WorkspaceSnapshot } from './snapshot.js';

/** Judges identity as it is once everything is migrated. */
function judgeIdentity({ registry, assets, identities, scan }: Observation, isKnown: boolean): readonly IdentityVerdict[] {
  const unseen = findUnseen(registry?.registry?.assets ?? [], scan.unseen).map((root) => [root, { kind: 'unknown' }] as const);
  const declared = declaredClaims(assets, identities, isKnown);
  return classifyIdentity(registry?.registry ?? null, unseen.length === 0 ? declared : new Map([...unseen, ...declared]));
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
  const claiming = [...assets.values()].filter(({ claim }) => claim.kind !== 'none').length;
  const general = diagnoseWorkspace(scan, registry, claiming);
  collector.addAll(general);
  const add = ({ code, file, make }: PendingDiagnostic): void => collector.add(code, file, make);
  if (registry !== null) for (const record of registry.undecided) add(diagnoseUndecided(record, registry));

  const faulty = new Set<string>();
  const tell = (root: string, diagnostics: readonly Diagnostic[]): void => {
    if (diagnostics.length === 0) return;
    collector.addAll(diagnostics);
    if (hasErrors(diagnostics)) faulty.add(root);
  };
  for (const [root, reading] of assets) tell(root, reading.diagnostics);
  for (const [root, { inputs, diagnostics }] of placed) {
    tell(root, diagnostics);
    for (const { file } of inputs) tell(root, sources.get(file)?.diagnostics ?? []);
  }
  const isKnown = isRegistryKnown(registry, claiming);
  const verdicts = judgeIdentity(observation, isKnown);
  const reachable = findReachable(verdicts);
  for (const { root, diagnostic } of checkAcross(assets, reachable)) tell(root, [diagnostic]);
  const isQuiet = identities.declared.size === 0 && verdicts.every(({ class: name }) => name === 'ok');
  const recordIndex = new Map(isQuiet ? [] : registry?.registry?.assets.map(({ root }, index) => [root, index]));
  const claimants = indexClaimants(isQuiet ? [] : verdicts);
  for (const verdict of isQuiet ? [] : verdicts) {
    const { root, record } = verdict;
    const asset = assets.get(root);
    const told = diagnoseIdentity(verdict, { asset, registry, isKnown, recordIndex, claimants });
    if (told !== null) add(told);
    const isDerived = identities.declared.get(root)?.origin === 'derived';
    if (!isDerived || record === null || asset === undefined || asset.migration === null) continue;
    add(diagnoseDerived(record, asset.migration, asset));
    faulty.add(root);
  }

  const stateOf = (identity: IdentityVerdict): AssetState => {
    const { root } = identity;
    const parts = { asset: assets.get(root), placed: placed.get(root), sources, reachable: reachable.has(root), faulty: faulty.has(root) };
    return assetStateOf(identity, parts);
  };
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
