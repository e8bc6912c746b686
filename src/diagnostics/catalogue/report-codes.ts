import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';
import type { Severity } from '../severity.js';

/** The data of each code of this area. */
export interface ReportDiagnosticData {
  /** The packer, or something injected into it, has a defect. */
  readonly INTERNAL_DEFECT: {
    /** The operation that broke off. */ readonly operation: string;
    /** What was thrown. */ readonly reason: string;
  };
  /** One code was found so often in one file that only the first findings are shown. */
  readonly DIAGNOSTICS_OMITTED: {
    /** The code that was found too often. */
    readonly code: string;
    /** Its severity. */
    readonly severity: Severity;
    /** How many of it are shown for this file. */
    readonly shown: number;
    /** How many were found in this file. */
    readonly total: number;
  };
}

/** Codes about a report itself. */
export const reportCodes: CodeArea<ReportDiagnosticData> = {
  INTERNAL_DEFECT: {
    severity: 'error',
    message: ({ operation, reason }) => `${operation} broke off: ${quote(reason)}`,
  },
  DIAGNOSTICS_OMITTED: {
    severity: 'info',
    message: ({ code, shown, total }) => `${code}: ${shown} of ${total} findings in this file are shown`,
  },
};
