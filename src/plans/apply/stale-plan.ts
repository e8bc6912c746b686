import { compareStrings } from '../../base/compare-strings.js';
import type { PathDifference } from '../../diagnostics/catalogue/plan-codes.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Failure } from '../../diagnostics/outcome.js';

/** Most differing paths that stand as related places too; all of them are in the data. */
const MOST_RELATED = 50;

/**
 * Says that the workspace is no longer what a plan was made for: one PLAN_STALE with every path that differs.
 *
 * @example
 * ```ts
 * import { stalePlan } from 'prometeu-packer';
 *
 * const path = 'assets/palette/asset.json';
 * const [finding] = stalePlan([{ path, expected: { kind: 'file', sha256: null, length: 2 }, found: { kind: 'absent' } }]);
 * console.log(finding.code); // PLAN_STALE
 * ```
 */
export function stalePlan(differences: readonly PathDifference[]): Failure {
  const ordered = [...differences].sort((a, b) => compareStrings(a.path, b.path));
  const places = ordered.map(({ path }) => ({ kind: 'file', file: path }) as const);
  const related = places.slice(0, MOST_RELATED).map((location) => ({ message: 'differs from what the plan was made for', location }));
  const location = places[0] ?? { kind: 'workspace' };
  return [diagnose('PLAN_STALE', { artifact: 'plan', location, data: { differences: ordered }, related })];
}
