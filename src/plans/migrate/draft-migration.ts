import { err, ok, type Result } from 'neverthrow';
import { assetChain } from '../../artifacts/asset/asset-chain.js';
import { createAssetReader } from '../../artifacts/asset/create-asset-reader.js';
import { registryChain } from '../../artifacts/registry/registry-chain.js';
import { compareStrings } from '../../base/compare-strings.js';
import { isNonEmpty } from '../../base/non-empty.js';
import type { JsonBudgets } from '../../codec/json/read-json.js';
import { compareDiagnostics } from '../../diagnostics/compare-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { ComputePort } from '../../ports/compute-port.js';
import { declarationOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { createTextEdit } from '../create-text-edit.js';
import { identityChangesOf } from '../identity-changes.js';
import { makePlan } from '../make-plan.js';
import type { IdentityChange, IdentityChangeKind, TextFileEdit } from '../plan.js';
import type { ReadText } from '../read-text.js';
import { snapshotPreconditions } from '../snapshot-preconditions.js';
import type { ChosenMigrations, PendingAsset } from './choose-migrations.js';
import { migrateAssetText, migrateRegistryText } from './migrate-text.js';
import type { DerivedIdentity, MigratedFile, MigratedIdentity, MigrationPlan, MigrationReport } from './migration-report.js';
import { reportFile } from './report-file.js';

/** All that a migration is made of. */
export interface MigrationDraft {
  /** The workspace. */
  readonly snapshot: WorkspaceSnapshot;
  /** What of it is migrated. */
  readonly chosen: ChosenMigrations;
  /** The files that are migrated, by path: the very ones that the snapshot saw. */
  readonly files: ReadonlyMap<string, ReadText>;
  /** Limits for JSON files. */
  readonly budgets: JsonBudgets;
  /** Digests. */
  readonly compute: ComputePort;
}

interface DraftedFile {
  readonly edit: TextFileEdit;
  readonly report: MigratedFile;
}

function bytesOf(files: MigrationDraft['files'], file: string): Uint8Array {
  return new TextEncoder().encode(files.get(file)?.text ?? '');
}

/** Why identities change, by what happens to them: the texts alone do not tell. */
const EVIDENCE: Partial<Record<IdentityChangeKind, string>> = {
  'identity-derived': "named by the project's uuid and the asset_id",
  'identity-recorded': 'claimed by the asset.json of the folder',
  'claim-added': 'recorded in the registry',
};

function identityOf({ identity: { claim }, migration }: PendingAsset): MigratedIdentity {
  const declared = migration.identity;
  if (declared !== null) return { effect: 'declared', uuid: declared.uuid, origin: declared.origin };
  return { effect: 'none', uuid: claim?.kind === 'valid' ? claim.uuid : null, origin: null };
}

function draftAssets({ chosen, files, budgets, compute }: MigrationDraft): readonly Result<DraftedFile, Failure>[] {
  const reader = createAssetReader(budgets);
  return chosen.assets.map((state) => {
    const file = declarationOf(state.root);
    const identity = identityOf(state);
    const blocksBuild = identity.origin === 'derived' && state.reachable;
    const migrated = migrateAssetText(bytesOf(files, file), file, state.migration.identity?.uuid ?? null, reader);
    return migrated.map((text) => {
      const edit = createTextEdit(file, text.before, text.after);
      return { edit, report: reportFile({ file, chain: assetChain, text, diff: edit.diff, identity, blocksBuild }, compute) };
    });
  });
}

function draftRegistry({ chosen, snapshot, files, budgets, compute }: MigrationDraft): readonly Result<DraftedFile, Failure>[] {
  if (chosen.registry === null) return [];
  const identities = new Map(snapshot.registry?.assets.map(({ root, asset_uuid }) => [root, asset_uuid]));
  const blocksBuild = snapshot.assets.some(({ migration, reachable }) => migration?.identity?.origin === 'derived' && reachable);
  const migrated = migrateRegistryText(bytesOf(files, REGISTRY_PATH), REGISTRY_PATH, identities, budgets);
  return [
    migrated.map((text) => {
      const edit = createTextEdit(REGISTRY_PATH, text.before, text.after);
      const identity: MigratedIdentity = { effect: text.run.identity, uuid: null, origin: null };
      const report = reportFile({ file: REGISTRY_PATH, chain: registryChain, text, diff: edit.diff, identity, blocksBuild }, compute);
      return { edit, report };
    }),
  ];
}

function derivedIdentity({ kind, root, after }: IdentityChange): readonly DerivedIdentity[] {
  const uuid = after?.asset_uuid;
  return kind === 'identity-derived' && after && uuid ? [{ root, asset_id: after.asset_id, uuid }] : [];
}

/**
 * Makes the plan that migrates the chosen files, and the report of it. Every text is read again as it would be written, and
 * has to say just what was migrated. Pure; without files there is nothing to do, and the plan is empty.
 *
 * @returns Err with every error of every file that cannot be migrated.
 */
export function draftMigration(draft: MigrationDraft): Result<MigrationPlan, Failure> {
  const { snapshot, chosen } = draft;
  const drafted: DraftedFile[] = [];
  const failures: Diagnostic[] = [];
  for (const result of [...draftRegistry(draft), ...draftAssets(draft)]) {
    if (result.isOk()) drafted.push(result.value);
    else for (const failure of result.error) failures.push(failure); // too many to spread
  }
  failures.sort(compareDiagnostics);
  if (isNonEmpty(failures)) return err(failures);
  const edits = drafted.map(({ edit }) => edit);
  const identityChanges = identityChangesOf(edits).map((change) => ({ ...change, evidence: EVIDENCE[change.kind] ?? '' }));
  const plan = makePlan({ kind: 'migrate', edits, identityChanges, preconditions: snapshotPreconditions(snapshot) });
  const report: MigrationReport = {
    files: drafted.map((file) => file.report).sort((a, b) => compareStrings(a.file, b.file)),
    leftOut: chosen.leftOut,
    derived: identityChanges.flatMap(derivedIdentity),
    upToDate: chosen.upToDate,
  };
  return ok({ plan, report });
}
