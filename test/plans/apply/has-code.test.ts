import { expect, it } from 'vitest';
import { hasCode } from '../../../src/plans/apply/has-code.js';
import { stalePlan } from '../../../src/plans/apply/stale-plan.js';

it('knows a code from every other', () => {
  const [stale] = stalePlan([]);
  expect(hasCode(stale, 'PLAN_STALE')).toBe(true);
  expect(hasCode(stale, 'PLAN_LOCKED')).toBe(false);
});
