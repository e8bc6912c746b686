import { err, ok } from 'neverthrow';
import type { AssetDeclaration } from '../../artifacts/asset/model.js';
import { serializeAsset } from '../../artifacts/asset/serialize-asset.js';
import { LARGEST_ASSET_ID, type Registry } from '../../artifacts/registry/model.js';
import { serializeRegistry } from '../../artifacts/registry/serialize-registry.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import { GITIGNORE_PATH, REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { IdentitySource } from '../../ports/identity-source.js';
import { declarationOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { makePlan } from '../make-plan.js';
import type { HeadPrecondition, IdentityChange, Plan, TextFileEdit } from '../plan.js';
import { snapshotPreconditions } from '../snapshot-preconditions.js';
import { createTextEdit } from '../create-text-edit.js';
import { assetNameOf, createNameGiver } from './asset-name.js';
import { judgeKinds, type SniffedFolder } from './judge-kinds.js';
import { createUuidGiver } from './create-uuid-giver.js';

/** What git leaves out of the control folder. */
const GITIGNORE = ['cache.json', 'journal.json', 'lock', 'undo/', '*.prometeu.tmp', ''].join('\n');

/** A text file as it was read. */
export interface ReadText {
  /** Its text; null where it does not exist. */
  readonly text: string | null;
  /** SHA-256 of its bytes; null where it does not exist. */
  readonly sha256: string | null;
}

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
  readonly identityChanges: readonly IdentityChange[];
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
  const identityChanges: IdentityChange[] = [];
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
    identityChanges.push({ kind: 'asset-registered', root, before: null, after: identity, evidence: 'folder without a declaration' });
    records.push({ ...identity, root, included_in_build: true });
    for (const warning of judged.warnings) warnings.push(warning);
    next += 1;
  }
  return { edits, identityChanges, warnings, registry: { ...registry, next_asset_id: next, assets: records } };
}

/**
 * Plans the registration of undeclared folders: one new `asset.json` each, one record each in the registry, which is
 * begun where there is none, and the control folder's `.gitignore`. Pure but for the injected identity source. Without
 * folders there is nothing to do, and the plan is empty.
 *
 * Codes: REGISTER_MIXED_KINDS (warning), REGISTER_IDS_EXHAUSTED, REGISTER_IDENTITY_REFUSED.
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
  if (folders.length === 0)
    return ok({ value: makePlan({ kind: 'register', edits: [], identityChanges: [], preconditions }), diagnostics: [] });

  const newUuid = createUuidGiver(identity, snapshot);
  const begun: IdentityChange[] = [];
  let registry = snapshot.registry;
  if (registry === null) {
    const project = newUuid();
    if (project.isErr()) return err([project.error]);
    registry = { schema_version: 4, project_uuid: project.value, next_asset_id: 1, assets: [], retired: [] };
    begun.push({
      kind: 'project-created',
      root: '',
      before: null,
      after: { asset_uuid: project.value, asset_id: 0 },
      evidence: 'no registry',
    });
  }
  const draft = draftAssets(registry, registration, newUuid);
  if ('code' in draft) return err([draft]);
  const control = [createTextEdit(REGISTRY_PATH, registryFile.text, serializeRegistry(draft.registry))];
  if (gitignoreFile.text === null) control.push(createTextEdit(GITIGNORE_PATH, null, GITIGNORE));
  const edits = [...draft.edits, ...control];
  const identityChanges = [...begun, ...draft.identityChanges];
  return ok({ value: makePlan({ kind: 'register', edits, identityChanges, preconditions }), diagnostics: draft.warnings });
}
