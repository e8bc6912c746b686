import { stagedPath } from '../../artifacts/journal/staged-path.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { asPathState } from '../apply/path-states.js';
import type { SurveyedTarget } from './survey-journal.js';

/** Tells each target of a committed plan that someone else changed: PLAN_RECOVERY_CONFLICT. */
export function journalConflicts(surveyed: readonly SurveyedTarget[], token: string): readonly Diagnostic[] {
  return surveyed
    .filter(({ verdict }) => verdict === 'conflict')
    .map(({ entry, found, staged }) => {
      const { target: path } = entry;
      const location = { kind: 'file', file: path } as const;
      if (entry.op === 'move') {
        const ends = { before: { kind: 'absent' }, after: { kind: 'folder', listing: null } } as const;
        const data = { path, ...ends, found, staged: entry.from, stagedFound: staged };
        return diagnose('PLAN_RECOVERY_CONFLICT', { artifact: 'plan', location, data });
      }
      const { op, before, after } = entry;
      const stagedFile = op === 'remove' ? null : stagedPath(path, token);
      const data = {
        path,
        before: asPathState(before),
        after: asPathState(after),
        found,
        staged: stagedFile,
        stagedFound: staged,
      };
      return diagnose('PLAN_RECOVERY_CONFLICT', { artifact: 'plan', location, data });
    });
}
