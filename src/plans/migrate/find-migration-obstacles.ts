import { assetDescriptor } from '../../artifacts/asset/descriptor.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { fileOf } from '../../diagnostics/location.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { migrationFacts } from '../../versioning/migration-facts.js';
import type { AssetState } from '../../workspace/asset-state.js';
import { declarationOf } from '../../workspace/input-tree.js';
import { missingRegistry } from '../../workspace/missing-registry.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { isUnregistered, type MigrationScope } from './choose-migrations.js';

/**
 * Whether a declaration stands in the way. One of the current version never does, whatever is wrong with it: it is not
 * touched, and what it claims is known. Every other one has to be migrated in memory without an error of its own, with an
 * identity that is decided; only one that stays as it is need not.
 */
function isInTheWay(state: AssetState): boolean {
  const { identity, version, migration, body } = state;
  if (identity.claim === null || version === assetDescriptor.current || isUnregistered(state)) return false;
  return migration === null || body === null;
}

function findErrors(snapshot: WorkspaceSnapshot, inTheWay: readonly string[]): readonly Diagnostic[] {
  const { blocked, registryFound, registry, diagnostics } = snapshot;
  const isRegistryBroken = registryFound && registry === null;
  const files = new Set<string>(inTheWay.map(declarationOf));
  return diagnostics.filter(({ code, severity, artifact, location }) => {
    if (severity !== 'error' || code === 'IDENTITY_DERIVED') return false;
    const isGeneral = artifact !== 'asset' && artifact !== 'source' && !code.startsWith('IDENTITY_');
    return files.has(fileOf(location)) || (blocked && isGeneral) || (isRegistryBroken && code === 'IDENTITY_UNDECIDED');
  });
}

/**
 * Everything that stands in the way of migrating a workspace: declarations outside the window, unreadable or in error while
 * they are of an earlier version, a step that failed, an identity that is not decided, a registry that cannot be read, and
 * what blocks the workspace as a whole. A faulty source, an orphan, two assets of one name, and declarations of the current
 * version stand in nobody's way.
 *
 * @returns every error of the files concerned, in the one order; null where nothing stands in the way.
 */
export function findMigrationObstacles(snapshot: WorkspaceSnapshot, { hasRoot }: MigrationScope): Failure | null {
  const { assets, blocked, registryFound, registry, diagnostics } = snapshot;
  const inTheWay = assets.filter((state) => hasRoot(state.root) && isInTheWay(state)).map(({ root }) => root);
  if (inTheWay.length === 0 && !blocked && (registry !== null || !registryFound)) return null;
  const errors = findErrors(snapshot, inTheWay);
  if (isNonEmpty(errors)) return errors;
  const all = diagnostics.filter(({ severity }) => severity === 'error');
  return isNonEmpty(all) ? all : [missingRegistry()];
}

const CONSEQUENCES = { what: 'migrate the registry in the same plan', required: true, blocks: { build: true, studio: false } } as const;

/**
 * The declarations among those asked for whose identity is derived, while the registry, which would have to record it, is
 * not among them. Code: MIGRATION_NEEDS_REGISTRY.
 */
export function findUnrecordable(snapshot: WorkspaceSnapshot, { hasRoot, hasRegistry }: MigrationScope): readonly Diagnostic[] {
  if (hasRegistry) return [];
  return snapshot.assets.flatMap(({ root, migration }) => {
    if (!hasRoot(root) || migration?.identity?.origin !== 'derived') return [];
    const { from, steps, identity } = migration;
    const tried = { found: from, steps, outcome: 'succeeded', implicated: true } as const;
    return [
      diagnose('MIGRATION_NEEDS_REGISTRY', {
        artifact: 'asset',
        location: { kind: 'file', file: declarationOf(root) },
        data: { root, uuid: identity.uuid },
        facts: migrationFacts(assetDescriptor, tried, CONSEQUENCES),
      }),
    ];
  });
}
