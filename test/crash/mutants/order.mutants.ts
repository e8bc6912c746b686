import { describe, expect, it } from 'vitest';
import type { CrashScenario } from '../crash-scenario.js';
import { realSubject, type CrashSubject } from '../crash-subject.js';
import { carryOut, takeYardstick } from '../crash-yardstick.js';
import { runCrashScenario } from '../run-crash-scenario.js';
import { diedWhile } from '../scenarios/died-while.js';
import { mutateScenarios } from '../scenarios/mutate-scenarios.js';
import { registerScenarios } from '../scenarios/register-scenarios.js';
import { sampleGame } from '../scenarios/sample-game.js';
import { JOURNAL } from '../visible-files.js';
import { reasonFor } from './harmless-orders.js';
import { reorderOperations, type StepChange, type StepLabel } from './reorder-operations.js';

/** The steps of a recovery that always have the same neighbours; which others there are depends on what is left to do. */
const CONTROL = /assets\/\.prometeu(?: |\/journal\.json )/;

type Part = keyof CrashSubject;

function mutantOf(part: Part, change: StepChange): CrashSubject {
  const { applyPlan, recover } = realSubject;
  return part === 'applyPlan'
    ? { applyPlan: (host, plan, options) => applyPlan(reorderOperations(host, change).host, plan, options), recover }
    : { applyPlan, recover: (host) => recover(reorderOperations(host, change).host) };
}

/** The steps that applying a scenario's plan takes, or recovering it right after the commit. */
async function stepsOf(scenario: CrashScenario, part: Part): Promise<readonly StepLabel[]> {
  const { plan } = scenario;
  if (plan === null) throw new Error('a plan has to be applied');
  const recovered: CrashScenario = { ...scenario, start: () => diedWhile(sampleGame, plan, (files) => files.has(JOURNAL)), plan: null };
  const yardstick = await takeYardstick(part === 'applyPlan' ? scenario : recovered, realSubject);
  if (typeof yardstick === 'string') throw new Error(yardstick);
  let steps: readonly StepLabel[] = [];
  await carryOut(yardstick.fresh(), yardstick, realSubject, (host) => {
    const { host: watched, labels } = reorderOperations(host, null);
    steps = labels;
    return { ...host, ...watched };
  });
  return steps;
}

const removal = mutateScenarios.find(({ name }) => name === 'take a declaration away');
const registration = registerScenarios.find(({ name }) => name === 'register one, with no registry');
if (removal === undefined || registration === undefined) throw new Error('there is no such scenario');

describe.each([
  ['applied where a registry is', removal, 'applyPlan', await stepsOf(removal, 'applyPlan')],
  ['applied where nothing is', registration, 'applyPlan', await stepsOf(registration, 'applyPlan')],
  ['recovered', removal, 'recover', await stepsOf(removal, 'recover')],
] as const)('a plan %s', (_, scenario, part, steps) => {
  it('takes more than a few steps', () => {
    expect(steps.length).toBeGreaterThan(9);
  });

  const changes = steps
    .flatMap((step, index) => (['drop', 'delay'] as const).map((how) => ({ how, step, next: steps[index + 1] ?? null })))
    .filter(({ how, step }) => part === 'applyPlan' || how === 'drop' || CONTROL.test(step));
  it.each(changes)('$how $step (before $next)', async ({ how, step, next }) => {
    const { violations } = await runCrashScenario(scenario, {
      subject: mutantOf(part, { how, step }),
      mostNested: part === 'recover' ? 8 : 3,
      stopsEarly: true,
    });
    const reason = reasonFor(scenario.name, part, { how, step, next });
    if (reason === null) expect(violations).not.toEqual([]);
    else expect(violations, reason).toEqual([]);
  });
});
