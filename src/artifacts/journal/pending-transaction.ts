import type { DiagnosticData } from '../../diagnostics/catalogue.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { JOURNAL_PATH } from '../../paths/owned-paths.js';
import type { Journal } from './model.js';

type Pending = 'PLAN_TRANSACTION_PENDING';

/**
 * Says that a committed plan is still to be finished.
 *
 * @param cause - what stopped it; null where that is not known, or told by another diagnostic.
 */
export function pendingTransaction({ entries }: Journal, cause: DiagnosticData<Pending>['cause'] = null): Diagnostic<Pending> {
  const path = JOURNAL_PATH;
  const targets = entries.map(({ target }) => target);
  return diagnose('PLAN_TRANSACTION_PENDING', {
    artifact: 'journal',
    location: { kind: 'file', file: path },
    data: { path, targets, cause },
  });
}
