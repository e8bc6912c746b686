/** Most findings that are kept; what comes after is counted exactly, and told as DIAGNOSTICS_OMITTED. */
export interface DiagnosticLimits {
  /** Most findings of one code in one file. Of the faults that make a text unreadable never more than 50 of a code are kept. */
  readonly maxPerCodeAndFile: number;
  /** Most findings in all; beyond it only the first error of each file is kept. */
  readonly maxInReport: number;
}

/** The limits of what is gathered about one file: the report as a whole is limited once, where it is put together. */
export type FileDiagnosticLimits = Pick<DiagnosticLimits, 'maxPerCodeAndFile'>;

/** Those of the limits that hold for one file. */
export function fileDiagnosticLimits({ maxPerCodeAndFile }: DiagnosticLimits = defaultDiagnosticLimits): FileDiagnosticLimits {
  return { maxPerCodeAndFile };
}

/** The limits where none are given (CONTRACT.md §4). */
export const defaultDiagnosticLimits: DiagnosticLimits = { maxPerCodeAndFile: 50, maxInReport: 100_000 };
