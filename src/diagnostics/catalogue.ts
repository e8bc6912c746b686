import { type ArchiveDiagnosticData, archiveCodes } from './catalogue/archive-codes.js';
import { type BuildDiagnosticData, buildCodes } from './catalogue/build-codes.js';
import { type EvidenceDiagnosticData, evidenceCodes } from './catalogue/evidence-codes.js';
import { type IdentityDiagnosticData, identityCodes } from './catalogue/identity-codes.js';
import { type JsonDiagnosticData, jsonCodes } from './catalogue/json-codes.js';
import { type MigrationDiagnosticData, migrationCodes } from './catalogue/migration-codes.js';
import { type MutationDiagnosticData, mutationCodes } from './catalogue/mutation-codes.js';
import { type PathDiagnosticData, pathCodes } from './catalogue/path-codes.js';
import { type PlanDiagnosticData, planCodes } from './catalogue/plan-codes.js';
import { type PolicyDiagnosticData, policyCodes } from './catalogue/policy-codes.js';
import { type PortDiagnosticData, portCodes } from './catalogue/port-codes.js';
import { type ReportDiagnosticData, reportCodes } from './catalogue/report-codes.js';
import { type SourceDiagnosticData, sourceCodes } from './catalogue/source-codes.js';
import { type StructureDiagnosticData, structureCodes } from './catalogue/structure-codes.js';
import { type StudioDiagnosticData, studioCodes } from './catalogue/studio-codes.js';
import { type UndoDiagnosticData, undoCodes } from './catalogue/undo-codes.js';
import { type UnlockDiagnosticData, unlockCodes } from './catalogue/unlock-codes.js';
import { type VersionDiagnosticData, versionCodes } from './catalogue/version-codes.js';
import { type WorkspaceDiagnosticData, workspaceCodes } from './catalogue/workspace-codes.js';
import type { CodeArea } from './code-area.js';

/** The data that diagnostics carry, by code. */
export interface AllDiagnosticData
  extends
    ArchiveDiagnosticData,
    BuildDiagnosticData,
    EvidenceDiagnosticData,
    IdentityDiagnosticData,
    JsonDiagnosticData,
    MigrationDiagnosticData,
    MutationDiagnosticData,
    PathDiagnosticData,
    PlanDiagnosticData,
    PolicyDiagnosticData,
    PortDiagnosticData,
    ReportDiagnosticData,
    SourceDiagnosticData,
    StructureDiagnosticData,
    StudioDiagnosticData,
    UndoDiagnosticData,
    UnlockDiagnosticData,
    VersionDiagnosticData,
    WorkspaceDiagnosticData {}

/** The name of a code. */
export type DiagnosticCode = keyof AllDiagnosticData;

/** The data that diagnostics of one code carry. */
export type DiagnosticData<Code extends DiagnosticCode> = AllDiagnosticData[Code];

/** Every code there is, by name. A code is never reused and its data never changes meaning. */
export const catalogue: CodeArea<AllDiagnosticData> = /* @__PURE__ */ (() => ({
  ...portCodes,
  ...pathCodes,
  ...jsonCodes,
  ...versionCodes,
  ...migrationCodes,
  ...structureCodes,
  ...identityCodes,
  ...workspaceCodes,
  ...sourceCodes,
  ...planCodes,
  ...mutationCodes,
  ...undoCodes,
  ...unlockCodes,
  ...buildCodes,
  ...archiveCodes,
  ...policyCodes,
  ...evidenceCodes,
  ...studioCodes,
  ...reportCodes,
}))();
