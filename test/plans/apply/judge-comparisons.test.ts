import { ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { PathState } from '../../../src/diagnostics/catalogue/plan-codes.js';
import { type Comparison, judgeComparisons } from '../../../src/plans/apply/judge-comparisons.js';
import { path } from '../bench.js';
import { failed } from '../staging.js';

const absent: PathState = { kind: 'absent' };
const symlink: PathState = { kind: 'symlink' };

const compared = (at: string, found: Comparison['found']): Comparison => ({ path: path(at), expected: absent, found });

describe('judgeComparisons', () => {
  it('has nothing against what is as expected, nor against nothing', () => {
    expect(judgeComparisons([]).isOk()).toBe(true);
    expect(judgeComparisons([compared('a', ok(absent))]).isOk()).toBe(true);
  });

  it('tells all that differs at once, and beside it each that could not be looked at', () => {
    const failure = judgeComparisons([
      compared('d', failed('denied', 'read', 'd')),
      compared('b', ok(symlink)),
      compared('c', ok(absent)),
      compared('a', ok(symlink)),
      compared('e', failed('io', 'list', 'e')),
    ])._unsafeUnwrapErr();
    expect(failure).toMatchObject([
      {
        code: 'PLAN_STALE',
        data: {
          differences: [
            { path: 'a', expected: absent, found: symlink },
            { path: 'b', expected: absent, found: symlink },
          ],
        },
      },
      { code: 'PLAN_IO_FAILED', data: { path: 'd', phase: 'recheck', reason: 'denied', operation: 'read' } },
      { code: 'PLAN_IO_FAILED', data: { path: 'e', phase: 'recheck', reason: 'io', operation: 'list' } },
    ]);
  });

  it('of an error alone is that error', () => {
    expect(judgeComparisons([compared('a', failed('io', 'read', 'a'))])._unsafeUnwrapErr()).toMatchObject([{ code: 'PLAN_IO_FAILED' }]);
  });
});
