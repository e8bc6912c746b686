import type { SourceBudgets } from '../../sources/source-budgets.js';
import type { EvidenceBudgets } from './evidence.js';

/** Limits of source files, as evidence names them. */
export function evidenceBudgetsOf({ maxFileBytes, maxPngSide, maxPngInflatedBytes }: SourceBudgets): EvidenceBudgets {
  return { max_file_bytes: maxFileBytes, max_png_side: maxPngSide, max_png_inflated_bytes: maxPngInflatedBytes };
}
