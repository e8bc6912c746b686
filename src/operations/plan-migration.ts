import { err, type Result } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileOf } from '../diagnostics/location.js';
import type { Failure, Outcome } from '../diagnostics/outcome.js';
import { withoutErrors } from '../diagnostics/without-errors.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { type ChosenMigrations, chooseMigrations, type MigrationScope, resolveScope } from '../plans/migrate/choose-migrations.js';
import { draftMigration } from '../plans/migrate/draft-migration.js';
import { findMigrationObstacles, findUnrecordable } from '../plans/migrate/find-migration-obstacles.js';
import type { MigrationPlan } from '../plans/migrate/migration-report.js';
import type { ReadHost } from '../ports/packer-host.js';
import { declarationOf } from '../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { guardOperation } from './guard-operation.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import { readUnchanged } from './read-unchanged.js';
import { takeSnapshot } from './take-snapshot.js';

/** Options of {@link planMigration}. */
export interface MigrationOptions extends ReadOptions {
  /**
   * Files to migrate, all where absent: roots relative to `assets/` or from the workspace root, and the registry by its own
   * path. What else is of an earlier version stays as it is.
   */
  readonly roots?: readonly string[];
}

/** Everything that stands in the way, and with `requireCurrent` everything that is below its current version. */
function findRefusals(snapshot: WorkspaceSnapshot, scope: MigrationScope): readonly Diagnostic[] {
  const below = snapshot.diagnostics.filter(({ code }) => code === 'VERSION_NOT_CURRENT');
  const obstacles = [...(findMigrationObstacles(snapshot, scope) ?? []), ...findUnrecordable(snapshot, scope)];
  return [...new Set([...below, ...obstacles])].sort(compareDiagnostics);
}

function pathsOf({ assets, registry }: ChosenMigrations): readonly WorkspacePath[] {
  return [...(registry === null ? [] : [REGISTRY_PATH]), ...assets.map(({ root }) => declarationOf(root))];
}

/** What there is to say of a workspace beside its migration: what the plan mends needs no warning. */
function warningsOf({ diagnostics }: WorkspaceSnapshot, paths: readonly string[]): readonly Diagnostic[] {
  const migrated = new Set(paths);
  return withoutErrors(diagnostics).filter(({ code, location }) => {
    const isMended = (code === 'MIGRATION_PENDING' || code === 'VERSION_DEPRECATED') && migrated.has(fileOf(location));
    return !isMended;
  });
}

async function plan(context: ReadContext, roots: readonly string[] | undefined): Promise<Outcome<MigrationPlan>> {
  const taken = await takeSnapshot(context);
  if (taken.isErr()) return err(taken.error);
  const { snapshot } = taken.value;
  const scope: Result<MigrationScope, Failure> = resolveScope(snapshot, roots);
  if (scope.isErr()) return err(scope.error);
  const refusals = findRefusals(snapshot, scope.value);
  if (isNonEmpty(refusals)) return err(refusals);
  const chosen = chooseMigrations(snapshot, scope.value);
  const paths = pathsOf(chosen);
  const files = await readUnchanged(taken.value.context, snapshot, paths);
  if (files.isErr()) return err(files.error);
  const drafted = draftMigration({ snapshot, chosen, files: files.value, budgets: context.json, compute: context.compute });
  return drafted.map((value) => ({ value, diagnostics: warningsOf(snapshot, paths) }));
}

/**
 * Plans the migration of a workspace to the current versions: every declaration and the registry, all in one plan or none.
 * Nothing is written: give the plan to `applyPlan`. Where everything is current already the plan has no edits.
 *
 * Identities stay what they are. A file whose version had none gets the one that is recorded or claimed for it, else one that
 * is derived from the project's uuid and its asset_id: applying such a plan needs consent. A declaration that gets none,
 * because no record speaks of it, stays as it is and is listed as left out.
 *
 * Refused where anything that concerns migration is in doubt, with every error of every file: outside the window, not to be
 * read, in error while of an earlier version, a step that failed, an identity that is not decided, the workspace blocked as a
 * whole. With `roots`, other declarations do not matter. With `requireCurrent`, every file of an earlier version is an error.
 *
 * Codes: MIGRATION_ROOT_NOT_FOUND, MIGRATION_NEEDS_REGISTRY, PLAN_STALE where a file changed while planning,
 * VERSION_NOT_CURRENT, and those of `readWorkspace`.
 *
 * @example
 * ```ts
 * import { applyPlan, planMigration } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const registry = { schema_version: 3, project_uuid: '0b7c1f3e-5a7d-4c62-9f0e-2d8a4b6c1e90', next_asset_id: 1, assets: [] };
 * const host = createMemoryWorkspace({ 'assets/.prometeu/index.json': JSON.stringify(registry) });
 * const planned = await planMigration(host);
 * if (planned.isOk()) {
 *   const { plan, report } = planned.value.value;
 *   console.log(report.files.map(({ found, target }) => [found, target])); // [ [ 3, 4 ] ]
 *   await applyPlan(host, plan, { consent: { uuids: report.derived.map(({ uuid }) => uuid) } });
 * }
 * ```
 */
export function planMigration(host: ReadHost, options: MigrationOptions = {}): Promise<Outcome<MigrationPlan>> {
  return guardOperation('planMigration', () => plan(readContext(host, options), options.roots));
}
