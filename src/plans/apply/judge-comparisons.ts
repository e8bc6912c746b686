import { err, ok, type Result } from 'neverthrow';
import { isNonEmpty } from '../../base/non-empty.js';
import type { PathDifference, PathState } from '../../diagnostics/catalogue/plan-codes.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { PortResult } from '../../ports/port-error.js';
import { ioFailure } from './io-failure.js';
import { isSameState } from './path-states.js';
import { stalePlan } from './stale-plan.js';

/** A path with what a plan was made for, and what was found there. */
export interface Comparison {
  /** The path. */
  readonly path: WorkspacePath;
  /** What the plan was made for. */
  readonly expected: PathState;
  /** What stands there, or why that could not be found out. */
  readonly found: PortResult<PathState>;
}

/**
 * Judges what was found against what a plan was made for.
 *
 * @returns every failure at once: PLAN_STALE with all paths that differ, PLAN_IO_FAILED for each that could not be read.
 */
export function judgeComparisons(comparisons: readonly Comparison[]): Result<void, Failure> {
  const differences: PathDifference[] = [];
  const faults = comparisons.flatMap(({ path, expected, found }) => {
    if (found.isErr()) return [...ioFailure('recheck', found.error)];
    if (!isSameState(found.value, expected)) differences.push({ path, expected, found: found.value });
    return [];
  });
  const all = differences.length > 0 ? [...stalePlan(differences), ...faults] : faults;
  return isNonEmpty(all) ? err(all) : ok();
}
