import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Location } from '../../diagnostics/location.js';
import type { EvidenceBudgets } from './evidence.js';

/** The limits, as evidence names them. */
const NAMES = ['max_file_bytes', 'max_png_side', 'max_png_inflated_bytes'] as const satisfies readonly (keyof EvidenceBudgets)[];

/** Says which limits of evidence are not those that are expected: EVIDENCE_BUDGET_DIFFERS. */
export function budgetDifferences(found: EvidenceBudgets, expected: EvidenceBudgets, location: Location): readonly Diagnostic[] {
  return NAMES.filter((budget) => found[budget] !== expected[budget]).map((budget) =>
    diagnose('EVIDENCE_BUDGET_DIFFERS', {
      artifact: 'evidence',
      location,
      data: { budget, found: found[budget], expected: expected[budget] },
      subject: budget,
    }),
  );
}
