import { err, ok, type Result } from 'neverthrow';
import { assetDescriptor } from '../../artifacts/asset/descriptor.js';
import { registryDescriptor } from '../../artifacts/registry/descriptor.js';
import { compareStrings } from '../../base/compare-strings.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { AssetState } from '../../workspace/asset-state.js';
import { declarationOf, folderOf } from '../../workspace/input-tree.js';
import type { PendingMigration } from '../../workspace/pending-migration.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import type { LeftOutFile } from './migration-report.js';

/** A declaration whose migration is pending. */
export interface PendingAsset extends AssetState {
  /** What the migration does. */
  readonly migration: PendingMigration;
}

/** The files that a migration is asked for: everything, or those that are named. */
export interface MigrationScope {
  /** Whether a declaration is among them. */
  readonly hasRoot: (root: string) => boolean;
  /** Whether the registry is. */
  readonly hasRegistry: boolean;
}

/** Which files a migration changes, and which it leaves as they are. */
export interface ChosenMigrations {
  /** The declarations, by root. */
  readonly assets: readonly PendingAsset[];
  /** The registry's migration; null where it stays as it is. */
  readonly registry: PendingMigration | null;
  /** Files of earlier versions that stay as they are, by path. */
  readonly leftOut: readonly LeftOutFile[];
  /** How many files are of the current version already. */
  readonly upToDate: number;
}

const isPending = (state: AssetState): state is PendingAsset => state.migration !== null;

/**
 * Whether a declaration stays as it is because no record says which identity it would get: its version has none. It is read
 * all the same.
 */
export function isUnregistered({ identity, migration, version }: AssetState): boolean {
  const isMigratable = assetDescriptor.migratable.some((earlier) => earlier === version);
  return isMigratable && migration === null && identity.class === 'unregistered';
}

/**
 * Resolves the names of files to be migrated: a root is relative to `assets/` or a path from the workspace root, also one
 * of its `asset.json`; the registry is named by its path. Code: MIGRATION_ROOT_NOT_FOUND.
 *
 * @param roots - undefined for everything there is.
 */
export function resolveScope({ assets, registryFound }: WorkspaceSnapshot, roots?: readonly string[]): Result<MigrationScope, Failure> {
  if (roots === undefined) return ok({ hasRoot: () => true, hasRegistry: true });
  const declared = assets.filter(({ identity }) => identity.claim !== null);
  const rootByName = new Map([
    ...declared.map(({ root }) => [declarationOf(root) as string, root] as const),
    ...declared.map(({ root }) => [folderOf(root) as string, root] as const),
    ...declared.map(({ root }) => [root, root] as const), // the shortest name last: it wins
  ]);
  const isRegistry = (name: string): boolean => registryFound && name === REGISTRY_PATH;
  const unknown = [...new Set(roots)].filter((name) => !rootByName.has(name) && !isRegistry(name)).sort(compareStrings);
  const refusals = unknown.map((root) =>
    diagnose('MIGRATION_ROOT_NOT_FOUND', { artifact: 'workspace', location: { kind: 'workspace' }, data: { root }, subject: root }),
  );
  if (isNonEmpty(refusals)) return err(refusals);
  const chosen = new Set(roots.map((name) => rootByName.get(name)));
  return ok({ hasRoot: (root) => chosen.has(root), hasRegistry: roots.some(isRegistry) });
}

function leaveOut(file: string, reason: LeftOutFile['reason']): LeftOutFile {
  return { file, reason };
}

/** Chooses among everything that is below its current version. What stands in the way has been looked for already. */
export function chooseMigrations(snapshot: WorkspaceSnapshot, { hasRoot, hasRegistry }: MigrationScope): ChosenMigrations {
  const { assets, registryMigration, registryVersion } = snapshot;
  const unregistered = assets.filter(isUnregistered).map(({ root }) => leaveOut(declarationOf(root), 'unregistered'));
  const unasked = assets
    .filter((state) => isPending(state) && !hasRoot(state.root))
    .map(({ root }) => leaveOut(declarationOf(root), 'not-asked-for'));
  const isRegistryLeft = registryMigration !== null && !hasRegistry;
  const leftOut = [...unregistered, ...unasked, ...(isRegistryLeft ? [leaveOut(REGISTRY_PATH, 'not-asked-for')] : [])];
  const current = assets.filter(({ version }) => version === assetDescriptor.current).length;
  return {
    assets: assets.filter(isPending).filter(({ root }) => hasRoot(root)),
    registry: hasRegistry ? registryMigration : null,
    leftOut: leftOut.sort((a, b) => compareStrings(a.file, b.file)),
    upToDate: current + (registryVersion === registryDescriptor.current ? 1 : 0),
  };
}
