import type { PortFault } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import type { CrashScenario } from './crash-scenario.js';
import { realSubject } from './crash-subject.js';
import { runFaultScenario } from './run-fault-scenario.js';
import { buildScenarios } from './scenarios/build-scenarios.js';
import { mutateScenarios } from './scenarios/mutate-scenarios.js';
import { recoveryScenarios } from './scenarios/recovery-scenarios.js';
import { registerScenarios } from './scenarios/register-scenarios.js';
import { relocateScenarios } from './scenarios/relocate-scenarios.js';

/** What a host may answer, and what only a broken port does. What claims that something else stands there is none of them. */
const every: readonly PortFault[] = [
  'short-write',
  'denied',
  'no-space',
  'read-only',
  'busy',
  'too-many-open',
  'cross-device',
  'name-too-long',
  'changed',
  'unsupported',
  'io',
  'broken',
  'lost-answer',
  'nonsense',
];

/** One for each way in which the code tells faults apart. */
const few: readonly PortFault[] = ['io', 'lost-answer'];

const named = (scenarios: readonly CrashScenario[]) => scenarios.map((scenario) => [scenario.name, scenario] as const);

async function expectNoneBetween(scenario: CrashScenario, faults: readonly PortFault[]): Promise<void> {
  const { runs, violations, answers } = await runFaultScenario(scenario, { subject: realSubject, faults, stopsEarly: false });
  expect(violations.slice(0, 8)).toEqual([]);
  expect(runs).toBeGreaterThan(30 * faults.length);
  expect([...answers].some((answer) => answer.startsWith('failed'))).toBe(true);
}

describe('X4 to X10, X18, X20: every operation fails once and from there on', () => {
  it.each(named([...mutateScenarios.slice(3), ...recoveryScenarios.slice(0, 1)]))('in every way, %s', async (_, scenario) => {
    await expectNoneBetween(scenario, every);
  });

  it.each(
    named([...registerScenarios.slice(3, 4), ...buildScenarios.slice(0, 2), ...recoveryScenarios.slice(1), ...relocateScenarios.slice(1)]),
  )('in a few ways, %s', async (_, scenario) => {
    await expectNoneBetween(scenario, few);
  });
});
