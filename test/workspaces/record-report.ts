import type { DoctorReport } from 'prometeu-packer';
import { showDiagnostic } from '../diagnostics/cases/show-diagnostic.js';

/** A report as expected.json holds it: everything but what is written for people, and but the snapshot. */
export function recordReport({ verdict, artifacts, counts, diagnostics }: DoctorReport): unknown {
  return JSON.parse(JSON.stringify({ verdict, artifacts, counts, diagnostics: diagnostics.map(showDiagnostic) }));
}
