import { err, ok, type Result } from 'neverthrow';
import type { Registry } from '../../artifacts/registry/model.js';
import { validateRegistry } from '../../artifacts/registry/validate-registry.js';
import { compareStrings } from '../../base/compare-strings.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { createCollector } from '../../diagnostics/collector.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { GITIGNORE_PATH, REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { IdentitySource } from '../../ports/identity-source.js';
import { declarationOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { checkRegistryVersion } from '../check-registry-version.js';
import { createTextEdit } from '../create-text-edit.js';
import { createUuidGiver } from '../create-uuid-giver.js';
import { editRegistry } from '../edit-registry.js';
import { GITIGNORE_TEXT } from '../gitignore-text.js';
import { identityChangesOf } from '../identity-changes.js';
import { makePlan } from '../make-plan.js';
import type { Plan, TextFileEdit } from '../plan.js';
import type { ReadText } from '../read-text.js';
import { snapshotPreconditions } from '../snapshot-preconditions.js';
import { draftDeclaration } from './draft-declaration.js';
import { draftRegistry } from './draft-registry.js';
import type { ResolutionStep } from './resolution-step.js';

/** All that a plan to settle an identity is made of. */
export interface Resolution {
  /** The workspace. */
  readonly snapshot: WorkspaceSnapshot;
  /** What is to be done. */
  readonly steps: readonly ResolutionStep[];
  /** The files of {@link filesOfResolution}, as they were read. */
  readonly files: ReadonlyMap<WorkspacePath, ReadText>;
  /** Where new identities come from. */
  readonly identity: IdentitySource;
}

/** The declarations that claim another uuid afterwards; a new one, which is not known yet, is null. */
function claimsOf(steps: readonly ResolutionStep[]): ReadonlyMap<string, string | null> {
  return new Map(steps.flatMap((step) => (step.kind === 'claim' || step.kind === 'register' ? [[step.root, step.uuid] as const] : [])));
}

/** The folders whose declarations go. */
function removedBy(steps: readonly ResolutionStep[]): readonly string[] {
  return steps.filter((step) => step.kind === 'remove-declaration').map(({ root }) => root);
}

/** The files that have to be read to plan some steps: those to be changed, and the registry in any case. */
export function filesOfResolution(snapshot: WorkspaceSnapshot, steps: readonly ResolutionStep[]): readonly WorkspacePath[] {
  const claims = new Map(snapshot.assets.map(({ root, identity }) => [root, identity.claim]));
  const changed = [...claimsOf(steps)].filter(([root, uuid]) => {
    const claim = claims.get(root);
    return claim?.kind !== 'valid' || claim.uuid !== uuid;
  });
  const declarations = [...changed.map(([root]) => root), ...removedBy(steps)].map(declarationOf);
  const control = snapshot.registry === null ? [REGISTRY_PATH, GITIGNORE_PATH] : [REGISTRY_PATH];
  return [...control, ...declarations].sort(compareStrings);
}

/** Why, by the root that each change is told at. */
function evidenceOf({ steps }: Resolution): ReadonlyMap<string, string> {
  const evidence = new Map([['', 'no registry']]); // only a registry that is begun tells of the project
  for (const step of steps) {
    const root = step.kind === 'retire-record' ? step.record.root : step.root;
    const known = evidence.get(root);
    if (known !== step.why) evidence.set(root, known === undefined ? step.why : `${known}; ${step.why}`);
  }
  return evidence;
}

function draftDeclarations(
  { steps, files }: Resolution,
  registered: ReadonlyMap<string, string>,
): Result<readonly TextFileEdit[], Failure> {
  const claims = claimsOf(steps);
  const edits: TextFileEdit[] = [];
  const refusals: Diagnostic[] = [];
  for (const root of [...claims.keys(), ...removedBy(steps)]) {
    const path = declarationOf(root);
    const before = files.get(path)?.text ?? null;
    if (before === null) continue; // nothing to change: it claims that very uuid
    const uuid = claims.get(root) ?? registered.get(root);
    if (uuid === undefined) edits.push(createTextEdit(path, before, null));
    else {
      draftDeclaration(path, before, uuid).match(
        (after) => edits.push(createTextEdit(path, before, after)),
        (failure) => refusals.push(...failure),
      );
    }
  }
  return isNonEmpty(refusals) ? err(refusals) : ok(edits);
}

/** What would be wrong with a registry that is to be written: a folder that some disk takes for one recorded already. */
function findFaults(registry: Registry): readonly Diagnostic[] {
  const collector = createCollector();
  validateRegistry(registry, REGISTRY_PATH, () => ({ kind: 'file', file: REGISTRY_PATH }), collector);
  return collector.list();
}

function beginRegistry(newUuid: ReturnType<typeof createUuidGiver>): Result<Registry, Diagnostic> {
  return newUuid().map((project_uuid) => ({ schema_version: 4, project_uuid, next_asset_id: 1, assets: [], retired: [] }));
}

/**
 * Plans what settles an identity: the registry and the declarations that change, and nothing else. A registry that is not
 * there yet is begun. Pure but for the injected identity source.
 *
 * Codes: RESOLVE_MIGRATE_FIRST, REGISTER_IDS_EXHAUSTED, REGISTER_IDENTITY_REFUSED, REGISTRY_DUPLICATE_ROOT.
 */
export function planResolution(resolution: Resolution): Result<Plan, Failure> {
  const { snapshot, steps, files, identity } = resolution;
  const registryText = files.get(REGISTRY_PATH)?.text ?? null;
  const current = checkRegistryVersion(registryText);
  if (current.isErr()) return err(current.error);
  const newUuid = createUuidGiver(identity, snapshot);
  const registry = snapshot.registry === null ? beginRegistry(newUuid) : ok(snapshot.registry);
  const drafted = registry.andThen((known) => draftRegistry(known, steps, newUuid));
  if (drafted.isErr()) return err([drafted.error]);
  const declarations = draftDeclarations(resolution, drafted.value.registered);
  if (declarations.isErr()) return err(declarations.error);
  const isRecorded = steps.some(({ kind }) => kind === 'register' || kind === 'move-record' || kind === 'retire-record');
  const faults = isRecorded ? findFaults(drafted.value.registry) : [];
  if (isNonEmpty(faults)) return err(faults);
  const control = isRecorded ? [editRegistry(drafted.value.registry, registryText)] : [];
  const isBegun = snapshot.registry === null && files.get(GITIGNORE_PATH)?.text === null;
  if (isBegun) control.push(createTextEdit(GITIGNORE_PATH, null, GITIGNORE_TEXT));
  const edits = [...declarations.value, ...control];
  const preconditions = snapshotPreconditions(snapshot, { files: [...files].map(([path, { sha256 }]) => ({ path, sha256 })) });
  return ok(makePlan({ kind: 'resolve', edits, identityChanges: identityChangesOf(edits, evidenceOf(resolution)), preconditions }));
}
