import { archiveCodes } from './catalogue/archive-codes.js';
import { buildCodes } from './catalogue/build-codes.js';
import { identityCodes } from './catalogue/identity-codes.js';
import { jsonCodes } from './catalogue/json-codes.js';
import { pathCodes } from './catalogue/path-codes.js';
import { planCodes } from './catalogue/plan-codes.js';
import { portCodes } from './catalogue/port-codes.js';
import { reportCodes } from './catalogue/report-codes.js';
import { sourceCodes } from './catalogue/source-codes.js';
import { structureCodes } from './catalogue/structure-codes.js';
import { versionCodes } from './catalogue/version-codes.js';
import { workspaceCodes } from './catalogue/workspace-codes.js';
import type { CodeDefinition } from './define-code.js';

/** Every code there is, by name. A code is never reused and its data never changes meaning. */
export const catalogue = {
  ...portCodes,
  ...pathCodes,
  ...jsonCodes,
  ...versionCodes,
  ...structureCodes,
  ...identityCodes,
  ...workspaceCodes,
  ...sourceCodes,
  ...planCodes,
  ...buildCodes,
  ...archiveCodes,
  ...reportCodes,
} as const;

/** The name of a code. */
export type DiagnosticCode = keyof typeof catalogue & string;

/** The data that diagnostics of one code carry. */
export type DiagnosticData<Code extends DiagnosticCode> = {
  [Name in Code]: (typeof catalogue)[Name] extends CodeDefinition<infer Data> ? Data : never;
}[Code];
