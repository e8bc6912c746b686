/**
 * Reads, validates, mutates, diagnoses and builds Prometeu asset workspaces. Pure functions over injected ports; every
 * failure is a value.
 *
 * @packageDocumentation
 */
// long: the whole public surface on one page

// What it does
export { readWorkspace } from './operations/read-workspace.js';
export { observe, type Observation } from './operations/observe.js';
export {
  reconcile,
  type DivergedObservation,
  type FreshObservation,
  type Reconciled,
  type ReconcileOptions,
} from './operations/reconcile.js';
export type { WorkspaceMemory } from './operations/workspace-memory.js';
export { followWorkspace } from './operations/follow-workspace.js';
export {
  refreshWorkspace,
  type DivergedWorkspace,
  type FreshWorkspace,
  type RefreshedWorkspace,
  type RefreshOptions,
} from './operations/refresh-workspace.js';
export type { FollowedFile, FollowedWorkspace } from './operations/followed-workspace.js';
export { planRegister, type RegisterOptions } from './operations/plan-register.js';
export { planFix, type FixOptions } from './operations/plan-fix.js';
export { planSafeFixes } from './operations/plan-safe-fixes.js';
export type { SafeFixPlan, SafelyLeft, SafelyMended, UnmendedReason } from './operations/safe-fixes/safe-fix-plan.js';
export { planResolveIdentity, type ResolveIdentityOptions } from './operations/plan-resolve-identity.js';
export { fixChoicesOf, identityChoicesOf, type FixChoice } from './diagnostics/fix-choices.js';
export { planMigration, type MigrationOptions } from './operations/plan-migration.js';
export type {
  DerivedIdentity,
  LeftOutFile,
  MigratedFile,
  MigratedIdentity,
  MigrationPlan,
  MigrationReport,
  ReportedStep,
} from './plans/migrate/migration-report.js';
export { planMutation, type MutationOptions } from './operations/plan-mutation.js';
export type { Mutation } from './plans/mutate/mutation.js';
export { rebasePlan, type RebaseConflict, type RebasedPlan, type RebaseOptions } from './operations/rebase-plan.js';
export { recheckWorkspace, type Rechecked } from './operations/recheck-workspace.js';
export { writeCache, type WriteCacheOptions, type WrittenCache } from './operations/write-cache.js';
export { planBuild } from './operations/plan-build.js';
export { build, type BuildOptions } from './operations/build.js';
export { applyPlan, type ApplyPlanOptions } from './operations/apply-plan.js';
export { checkConsent, type PlanConsent } from './plans/apply/check-consent.js';
export { planUndo } from './operations/plan-undo.js';
export { unlock, type Unlocked, type UnlockOptions } from './operations/unlock.js';
export { recover } from './operations/recover.js';
export type { Recovered } from './plans/recover/recover.js';
export type { Applied } from './plans/apply/describe-applied.js';
export type { ApplyProgress } from './plans/apply/apply-context.js';
export type { PlanPhase } from './diagnostics/catalogue/plan-codes.js';
export { verifyWorkspace, type WorkspaceReport } from './operations/verify-workspace.js';
export { verifyArchive, type ArchiveReport, type VerifyArchiveOptions } from './operations/verify-archive.js';
export { describeArchive, type ArchiveDescription } from './operations/describe-archive.js';
export { compareBuilds } from './operations/compare-builds.js';
export type {
  ArchiveByteDifference,
  AssetByteDifference,
  AssetDifference,
  AssetFieldDifference,
  BuildComparison,
  ComparedAsset,
  ComparedBuild,
  ComparedInput,
  CompanionDifference,
} from './operations/compare/build-comparison.js';
export { doctor, type DoctorOptions, type DoctorReport } from './operations/doctor.js';
export { checkShard, type CheckShardOptions, type Shard, type ShardReport } from './operations/check-shard.js';
export { evidenceText } from './operations/evidence-text.js';
export { mergeEvidence, type MergeEvidenceOptions } from './operations/merge-evidence.js';
export { parseEvidence } from './operations/parse-evidence.js';
export type { Evidence, EvidenceBudgets, EvidenceShard } from './operations/shards/evidence.js';
export type { Ability, Verdict } from './operations/doctor/judge-workspace.js';
export type { ArtifactClass, ArtifactReport, JournalState, Staleness, WindowPosition } from './operations/doctor/artifact-report.js';
export { workspaceVerdict } from './operations/workspace-verdict.js';
export { readDocument } from './operations/read-document.js';
export type { ReadOptions } from './operations/read-context.js';
export { DEFAULT_BUDGETS, type BudgetOptions, type Budgets } from './operations/budgets.js';

// What it owns, and which versions
export { describeArtifacts, type ArtifactDescription } from './artifacts/describe-artifacts.js';
export { supportMatrix, type SupportRow } from './artifacts/support-matrix.js';
export { describeMigrations } from './artifacts/describe-migrations.js';
export type { MigrationStepDescription } from './versioning/migration-step.js';
export { representableIn, type CurrentValue, type Representation, type RepresentationLoss } from './artifacts/representable-in.js';
export { verifyMigration } from './artifacts/verify-migration.js';
export type { CertificateFault } from './versioning/verify-certificate.js';
export type { CertifiedStep, MigrationCertificate } from './versioning/migration-certificate.js';
export type { JsonPatchOperation } from './codec/json-patch.js';
export { checkDescriptor, type DescriptorFault } from './versioning/check-descriptor.js';
export { classifyVersion } from './artifacts/classify-version.js';
export type { VersionSurface } from './artifacts/version-surfaces.js';
export type { VersionClass } from './versioning/classify-version.js';
export type { JsonFileClass } from './versioning/classify-refusal.js';
export type { TrustStage } from './versioning/trust-stage.js';
export type { DeprecatedVersion, VersionDescriptor } from './versioning/version-descriptor.js';

// What it answers
export { compareStrings } from './base/compare-strings.js';
export type { NonEmpty } from './base/non-empty.js';
export type { Passed, Unpassed } from './base/passed.js';
export type { Failure, Observed, Outcome, Produced } from './diagnostics/outcome.js';
export type { Diagnostic, Fix, RelatedLocation, TextEdit } from './diagnostics/diagnostic.js';
export type { AllDiagnosticData, DiagnosticCode, DiagnosticData } from './diagnostics/catalogue.js';
export type { ArchiveDiagnosticData, ForeignMagic } from './diagnostics/catalogue/archive-codes.js';
export type { BuildDiagnosticData } from './diagnostics/catalogue/build-codes.js';
export type { EvidenceDiagnosticData } from './diagnostics/catalogue/evidence-codes.js';
export type { MutationDiagnosticData, ResolutionObstacle } from './diagnostics/catalogue/mutation-codes.js';
export type { IdentityDiagnosticData, IdentityEvidence, IdentityRefusalReason } from './diagnostics/catalogue/identity-codes.js';
export type { EncodingHint, JsonDiagnosticData, JsonExpectation, JsonType, NumberRule } from './diagnostics/catalogue/json-codes.js';
export type { PathDiagnosticData } from './diagnostics/catalogue/path-codes.js';
export type { FailedOperation, LockOwnerData, PathDifference, PathState, PlanDiagnosticData } from './diagnostics/catalogue/plan-codes.js';
export type { PolicyDiagnosticData } from './diagnostics/catalogue/policy-codes.js';
export type { PortDiagnosticData } from './diagnostics/catalogue/port-codes.js';
export type { ReportDiagnosticData } from './diagnostics/catalogue/report-codes.js';
export type { SourceDiagnosticData } from './diagnostics/catalogue/source-codes.js';
export type { StructureDiagnosticData } from './diagnostics/catalogue/structure-codes.js';
export type { StudioDiagnosticData } from './diagnostics/catalogue/studio-codes.js';
export type { UndoDiagnosticData, UndoFault } from './diagnostics/catalogue/undo-codes.js';
export type { UnlockDiagnosticData } from './diagnostics/catalogue/unlock-codes.js';
export type { MigrationDiagnosticData, MigrationStepData } from './diagnostics/catalogue/migration-codes.js';
export type { VersionDiagnosticData } from './diagnostics/catalogue/version-codes.js';
export type { WorkspaceDiagnosticData } from './diagnostics/catalogue/workspace-codes.js';
export type { MigrationStepOutcome, VersionFacts } from './diagnostics/version-facts.js';
export type { Severity } from './diagnostics/severity.js';
export type { ArtifactKind, DiagnosticSubject } from './diagnostics/artifact-kind.js';
export type {
  BytesLocation,
  FileLocation,
  Location,
  TextLocation,
  TextPosition,
  TextRange,
  WorkspaceLocation,
} from './diagnostics/location.js';
export { countDiagnostics, hasErrors, type SeverityCounts } from './diagnostics/count-diagnostics.js';

export { diagnosePortError } from './ports/diagnose-port-error.js';
export { diagnoseStudio } from './diagnostics/diagnose-studio.js';
export { describeThrown } from './operations/describe-thrown.js';
export { guardOperation } from './operations/guard-operation.js';

// Policies, and what reports are made of
export type { ArchiveMapAsset, ArchiveMapRegion } from './artifacts/archive/archive-map-region.js';
export { archiveRegions, type ArchiveRegionsSource } from './artifacts/archive/archive-regions.js';
export { applyPolicy, type PolicyOptions } from './policy/apply-policy.js';
export type { PolicyOutcome, SuppressedDiagnostic } from './policy/policy-outcome.js';
export { baselineOf } from './policy/baseline-of.js';
export { isProtectedCode } from './policy/is-protected-code.js';
export type { BaselineEntry, Policy, PolicyRule } from './policy/policy.js';
export { parsePolicy } from './operations/parse-policy.js';
export { severityOf } from './diagnostics/severity-of.js';
export { fileOf } from './diagnostics/location.js';
export { quote } from './diagnostics/quote.js';

// Plans
export type {
  ComposeEdit,
  Edit,
  FilePrecondition,
  FolderPrecondition,
  HeadPrecondition,
  IdentityChange,
  IdentityChangeKind,
  IdentityValue,
  MoveFolderEdit,
  Plan,
  PlanContent,
  PlanKind,
  Preconditions,
  TextFileEdit,
} from './plans/plan.js';
export type { ReadText } from './plans/read-text.js';
export { stalePlan } from './plans/apply/stale-plan.js';
export type { ArchiveRecipe, RecipeAsset, RecipeInput } from './plans/compose/archive-recipe.js';

// The workspace
export type { MemoryDifference } from './workspace/compare-memories.js';
export type { ObservedFile, ObservedFolder, StaleSnapshot, WorkspaceSnapshot } from './workspace/snapshot.js';
export type { AssetState, ResolvedInput } from './workspace/asset-state.js';
export type { IdentityClass, IdentityVerdict } from './workspace/classify-identity.js';
export type { IdentityChoice } from './workspace/identity-choices.js';
export type { PendingMigration } from './workspace/pending-migration.js';
export type { DeclaredIdentity, IdentityOrigin } from './workspace/identity-table.js';
export type { InvolvedRoots } from './workspace/involved-roots.js';
export type { IdentityClaim } from './artifacts/asset/claim.js';
export type {
  AssetBody,
  AssetDeclaration,
  AssetOutput,
  AssetPreload,
  AssetType,
  BankType,
  MetadataValue,
  OutputCodec,
  OutputFormat,
} from './artifacts/asset/model.js';
export type { Registry, RegistryRecord, RetiredRecord } from './artifacts/registry/model.js';
export type { ArchiveAsset, ArchiveHeader, ArchivePreload } from './artifacts/archive/model.js';
export type { JsonBudgets } from './codec/json/read-json.js';
export type { JsonClass } from './codec/json/json-class.js';
export type { JsonLimits } from './codec/json/json-limits.js';
export type { DiagnosticLimits } from './diagnostics/diagnostic-limits.js';
export type { FolderBudgets } from './workspace/folder-budgets.js';
export { defaultSourceBudgets, type SourceBudgets } from './sources/source-budgets.js';

// Paths
export { isInside, joinPath, nameOf, parentOf, parseWorkspacePath, WORKSPACE_ROOT, type WorkspacePath } from './paths/workspace-path.js';
export type { PathFault, PathFaultKind } from './paths/path-fault.js';
export { diagnosePath, type FaultyPathContext } from './paths/diagnose-path.js';
export { collisionKey } from './paths/collision-key.js';
export { isStagedName, stagedName } from './paths/staged-names.js';

// Ports
export type { PackerHost, ReadHost, RegisterHost, WriteHost } from './ports/packer-host.js';
export type {
  BatchOptions,
  BatchVisitor,
  EntryKind,
  EntryStat,
  FileContent,
  FolderEntry,
  ReadHandle,
  ReadPort,
  ReadRequest,
} from './ports/read-port.js';
export type { Lock, LockHeld, LockOwner, WriteCapabilities, WriteHandle, WritePort } from './ports/write-port.js';
export { PORT_ERROR_KINDS, type PortError, type PortErrorKind, type PortOperation, type PortResult } from './ports/port-error.js';
export type { ExpectedFile, ExpectedFolder, ListOf } from './ports/expected-folder.js';
export type { IdentitySource } from './ports/identity-source.js';
export type { ComputePort, DigestHelper, InflateEnd, InflateFault, Inflater, InflateVisitor, Sha256Stream } from './ports/compute-port.js';
export { portableCompute, type PortableCompute } from './codec/portable-compute.js';
export type { StreamFault, StreamInflater, TakeOutput } from './codec/inflate/create-inflater.js';
export { portFailure } from './ports/port-failure.js';
export { overlayReadPort, type Overlay } from './ports/overlay-read-port.js';
export { isPosition } from './ports/is-position.js';
export type { Fault, FaultPlan } from './ports/fault-plan.js';
export { formatLockOwner, MAX_LOCK_BYTES, parseLockOwner } from './ports/lock-owner.js';
export { isProvenDead, type LockWitness } from './ports/lock-witness.js';
