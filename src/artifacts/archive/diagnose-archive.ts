import type { DiagnosticCode, DiagnosticData } from '../../diagnostics/catalogue.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** A stretch of an archive's bytes that a finding is about. */
export interface ArchivePlace {
  /** Path of the archive from the workspace root. */
  readonly file: string;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** How many bytes; 0 for a point between bytes. */
  readonly length: number;
  /** Tells apart findings of one code: a pointer into the header, or nothing. */
  readonly subject?: string;
}

/** Makes a diagnostic about bytes of an archive. */
export function diagnoseArchive<Code extends DiagnosticCode>(
  code: Code,
  { file, offset, length, subject = '' }: ArchivePlace,
  data: DiagnosticData<Code>,
): Diagnostic<Code> {
  return diagnose(code, { artifact: 'archive', location: { kind: 'bytes', file, offset, length }, data, subject });
}
