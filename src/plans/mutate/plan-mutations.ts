import { err, ok, type Result } from 'neverthrow';
import { editAssetText } from '../../artifacts/asset/edit-asset-text.js';
import type { Registry } from '../../artifacts/registry/model.js';
import { compareStrings } from '../../base/compare-strings.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { encodeUtf8 } from '../../codec/json/utf8.js';
import type { JsonDocument } from '../../codec/json/json-document.js';
import { readJson } from '../../codec/json/read-json.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import { movedPath } from '../../paths/moved-path.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { JsonObject } from '../../versioning/migration-step.js';
import { declarationOf, folderOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { checkRegistryVersion } from '../check-registry-version.js';
import { createFolderMove } from '../create-folder-move.js';
import { createTextEdit } from '../create-text-edit.js';
import { editRegistry } from '../edit-registry.js';
import { identityChangesOf } from '../identity-changes.js';
import { makePlan } from '../make-plan.js';
import { missingFolders } from '../missing-folders.js';
import type { Edit, Plan } from '../plan.js';
import { PLAN_TEXT_BUDGETS } from '../plan-text-budgets.js';
import type { ReadText } from '../read-text.js';
import { snapshotPreconditions } from '../snapshot-preconditions.js';
import { draftMutations } from './draft-mutations.js';
import { findMutationObstacle } from './find-mutation-obstacle.js';
import { findRelocationObstacles } from './find-relocation-obstacles.js';
import type { Mutation } from './mutation.js';

/** All that a mutation is planned from. */
export interface MutationWork {
  /** The workspace. */
  readonly snapshot: WorkspaceSnapshot;
  /** What is asked for, in order. */
  readonly mutations: readonly Mutation[];
  /** The files of {@link filesOfMutations}, as they were read. */
  readonly files: ReadonlyMap<WorkspacePath, ReadText>;
  /** Whether the host tells `A` from `a` in names. */
  readonly caseSensitive: boolean;
}

/** Stands in where there is no registry: no mutation that is let through changes it then. */
const NO_REGISTRY: Registry = { schema_version: 4, project_uuid: '', next_asset_id: 1, assets: [], retired: [] };

function changesDeclaration(mutation: Mutation): boolean {
  if (mutation.kind === 'remove') return mutation.deleteDeclaration === true;
  return mutation.kind !== 'set-inclusion' && mutation.kind !== 'relocate';
}

/** The files that have to be read to plan some mutations: those that they may change. */
export function filesOfMutations(mutations: readonly Mutation[]): readonly WorkspacePath[] {
  const roots = new Set(mutations.filter(changesDeclaration).map(({ root }) => root));
  return [REGISTRY_PATH, ...[...roots].map(declarationOf)].sort(compareStrings);
}

function documentOf(file: ReadText | undefined): JsonDocument | null {
  return readJson(encodeUtf8(file?.text ?? ''), PLAN_TEXT_BUDGETS).unwrapOr(null);
}

/**
 * Plans mutations of assets, all in one plan: the declarations and the registry that change, and nothing else. Whether what
 * comes of it is sound is not judged here: whoever plans looks at the workspace as it would be. Pure.
 *
 * Codes: MUTATION_ROOT_NOT_FOUND, MUTATION_NOT_REGISTERED, MUTATION_NOT_READABLE, RESOLVE_MIGRATE_FIRST; of a relocation also
 * MUTATION_TARGET_EXISTS, MUTATION_TARGET_INSIDE, MUTATION_IN_THE_WAY, PATH_OWNED, and the path area.
 */
export function planMutations({ snapshot, mutations, files, caseSensitive }: MutationWork): Result<Plan, Failure> {
  const registryText = files.get(REGISTRY_PATH)?.text ?? null;
  const current = checkRegistryVersion(registryText);
  if (current.isErr()) return err(current.error);
  const states = new Map(snapshot.assets.map((state) => [state.root, state]));
  const obstacles = mutations.flatMap((mutation) => findMutationObstacle(mutation, states.get(mutation.root)) ?? []);
  if (isNonEmpty(obstacles)) return err(obstacles);
  const relocations = mutations.filter((mutation) => mutation.kind === 'relocate');
  const changed = filesOfMutations(mutations);
  const removed = new Set(mutations.flatMap(({ kind, root }) => (kind === 'remove' ? [root] : [])));
  const inTheWay = findRelocationObstacles(relocations, { snapshot, caseSensitive, changed, removed });
  if (isNonEmpty(inTheWay)) return err(inTheWay);
  const registry = snapshot.registry ?? NO_REGISTRY;

  const documents = new Map(mutations.map(({ root }) => [root, documentOf(files.get(declarationOf(root)))]));
  const declared = [...documents].flatMap(([root, document]) => (document === null ? [] : [[root, document.value as JsonObject] as const]));
  const draft = draftMutations(mutations, registry, new Map(declared));
  const edits: Edit[] = [...draft.declarations].map(([root, value]) => {
    const before = documents.get(root)?.text ?? '';
    return createTextEdit(declarationOf(root), before, value === null ? null : editAssetText(before, value));
  });
  if (draft.registry !== registry) edits.push(editRegistry(draft.registry, registryText));
  const moves = relocations.map(({ root, to }) => createFolderMove(folderOf(root), folderOf(to)));
  edits.push(...moves);
  const ways = relocations.map(({ root: from, to }) => ({ from, to }));
  const evidence = new Map([
    ...registry.assets.map(({ root }) => [movedPath(root, ways), 'stands in a folder that is moved'] as const),
    ...mutations.flatMap(({ kind, root }) => [root, movedPath(root, ways)].map((at) => [at, `asked for: ${kind}`] as const)),
  ]);
  const read = [...files].map(([path, { sha256 }]) => ({ path, sha256 }));
  const rest = snapshotPreconditions(snapshot, { files: read });
  const preconditions = { ...rest, folders: [...rest.folders, ...missingFolders(moves, rest.folders)] };
  return ok(makePlan({ kind: 'mutate', edits, identityChanges: identityChangesOf(edits, evidence), preconditions }));
}
