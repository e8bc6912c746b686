import { err, ok } from 'neverthrow';
import type { AssetDeclaration } from '../../artifacts/asset/model.js';
import { serializeAsset } from '../../artifacts/asset/serialize-asset.js';
import { LARGEST_ASSET_ID, type Registry } from '../../artifacts/registry/model.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import { GITIGNORE_PATH, REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { IdentitySource } from '../../ports/identity-source.js';
import { declarationOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { editRegistry } from '../edit-registry.js';
import { GITIGNORE_TEXT } from '../gitignore-text.js';
import { createUuidGiver } from '../create-uuid-giver.js';
import { makePlan } from '../make-plan.js';
import { identityChangesOf } from '../identity-changes.js';
import type { HeadPrecondition, Plan, TextFileEdit } from '../plan.js';
import { snapshotPreconditions } from '../snapshot-preconditions.js';
import { checkRegistryVersion } from '../check-registry-version.js';
import { createTextEdit } from '../create-text-edit.js';
import type { ReadText } from '../read-text.js';
import { assetNameOf, createNameGiver } from './asset-name.js';
import { judgeKinds, type SniffedFolder } from './judge-kinds.js';

/** All that registering needs to know. */
export interface Registration {
  /** The workspace. */
  readonly snapshot: WorkspaceSnapshot;
  /** Folders to register, by code units of their root. */
  readonly folders: readonly SniffedFolder[];
  /** The beginnings of files that decided their kind. */
  readonly heads: readonly HeadPrecondition[];
  /** The registry's file. */
  readonly registryFile: ReadText;
  /** The control folder's `.gitignore`. */
  readonly gitignoreFile: ReadText;
  /** Where new identities come from. */
  readonly identity: IdentitySource;
}

interface Draft {
  readonly edits: readonly TextFileEdit[];
  readonly registry: Registry;
  readonly warnings: readonly Diagnostic[];
}

function draftDeclaration({ root, files }: SniffedFolder, name: string, uuid: string, { type, format }: ReturnType<typeof judgeKinds>) {
  const declaration: AssetDeclaration = {
    schema_version: 4,
    asset_uuid: uuid,
    name,
    type,
    inputs: { main: files },
    output: { format, codec: 'none' },
  };
  return createTextEdit(declarationOf(root), null, serializeAsset(declaration));
}

function draftAssets(
  registry: Registry,
  { folders, snapshot }: Registration,
  newUuid: ReturnType<typeof createUuidGiver>,
): Draft | Diagnostic {
  const giveName = createNameGiver(snapshot.assets.flatMap(({ body }) => (body === null ? [] : [body.name])));
  const edits: TextFileEdit[] = [];
  const warnings: Diagnostic[] = [];
  const records = [...registry.assets];
  let next = registry.next_asset_id;
  for (const folder of folders) {
    const { root } = folder;
    if (next > LARGEST_ASSET_ID) {
      const location = { kind: 'file', file: REGISTRY_PATH } as const;
      return diagnose('REGISTER_IDS_EXHAUSTED', { artifact: 'registry', location, data: { next } });
    }
    const uuid = newUuid();
    if (uuid.isErr()) return uuid.error;
    const judged = judgeKinds(folder);
    const identity = { asset_uuid: uuid.value, asset_id: next };
    edits.push(draftDeclaration(folder, giveName(assetNameOf(root.slice(root.lastIndexOf('/') + 1))), uuid.value, judged));
    records.push({ ...identity, root, included_in_build: true });
    for (const warning of judged.warnings) warnings.push(warning);
    next += 1;
  }
  return { edits, warnings, registry: { ...registry, next_asset_id: next, assets: records } };
}

/**
 * Plans the registration of undeclared folders: one new `asset.json` each, one record each in the registry, which is
 * begun where there is none, and the control folder's `.gitignore`. Pure but for the injected identity source. Without
 * folders there is nothing to do, and the plan is empty.
 *
 * Codes: REGISTER_MIXED_KINDS (warning), RESOLVE_MIGRATE_FIRST, REGISTER_IDS_EXHAUSTED, REGISTER_IDENTITY_REFUSED.
 */
export function planRegistration(registration: Registration): Outcome<Plan> {
  const { snapshot, heads, registryFile, gitignoreFile, identity, folders } = registration;
  const preconditions = snapshotPreconditions(snapshot, {
    heads,
    files: [
      { path: GITIGNORE_PATH, sha256: gitignoreFile.sha256 },
      ...folders.map(({ root }) => ({ path: declarationOf(root), sha256: null })),
    ],
  });
  const current = checkRegistryVersion(registryFile.text);
  if (current.isErr()) return err(current.error);
  if (folders.length === 0)
    return ok({ value: makePlan({ kind: 'register', edits: [], identityChanges: [], preconditions }), diagnostics: [] });

  const newUuid = createUuidGiver(identity, snapshot);
  const evidence = new Map(folders.map(({ root }) => [root, 'folder without a declaration']));
  let registry = snapshot.registry;
  if (registry === null) {
    const project = newUuid();
    if (project.isErr()) return err([project.error]);
    registry = { schema_version: 4, project_uuid: project.value, next_asset_id: 1, assets: [], retired: [] };
    evidence.set('', 'no registry');
  }
  const draft = draftAssets(registry, registration, newUuid);
  if ('code' in draft) return err([draft]);
  const control = [editRegistry(draft.registry, registryFile.text)];
  if (gitignoreFile.text === null) control.push(createTextEdit(GITIGNORE_PATH, null, GITIGNORE_TEXT));
  const edits = [...draft.edits, ...control];
  const identityChanges = identityChangesOf(edits, evidence);
  return ok({ value: makePlan({ kind: 'register', edits, identityChanges, preconditions }), diagnostics: draft.warnings });
}
