import { expect, it } from 'vitest';
import { checkSignal } from '../../../src/plans/apply/check-signal.js';

it('lets everything go on until the signal fires, and then names the phase', () => {
  const controller = new AbortController();
  expect(checkSignal(undefined, 'stage').isOk()).toBe(true);
  expect(checkSignal(controller.signal, 'stage').isOk()).toBe(true);
  controller.abort();
  const [finding, ...more] = checkSignal(controller.signal, 'stage')._unsafeUnwrapErr();
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ code: 'PLAN_CANCELLED', artifact: 'plan', location: { kind: 'workspace' }, data: { phase: 'stage' } });
});
