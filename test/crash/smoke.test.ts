import { describe, expect, it } from 'vitest';
import { applyPlan, recover } from 'prometeu-packer';
import { realSubject, type CrashSubject } from './crash-subject.js';
import { reorderOperations } from './mutants/reorder-operations.js';
import { runCrashScenario } from './run-crash-scenario.js';
import { runFaultScenario } from './run-fault-scenario.js';
import { buildScenarios } from './scenarios/build-scenarios.js';
import { mutateScenarios } from './scenarios/mutate-scenarios.js';
import { recoveryScenarios } from './scenarios/recovery-scenarios.js';
import { registerScenarios } from './scenarios/register-scenarios.js';

const scenarios = [...mutateScenarios, ...registerScenarios, ...buildScenarios, ...recoveryScenarios];

function scenarioOf(wanted: string) {
  const scenario = scenarios.find(({ name }) => name === wanted);
  if (scenario === undefined) throw new Error(`there is no scenario ${wanted}`);
  return scenario;
}

describe('the short form of `npm run test:crash`', () => {
  it('has scenarios with names of their own', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  });

  it.each(['take a declaration away', 'register one, with no registry'])(
    'X1, X2, X3: nothing is between, whatever a crash leaves, and a crash of its recovery: %s',
    async (name) => {
      const result = await runCrashScenario(scenarioOf(name), { subject: realSubject, mostNested: 1, stopsEarly: false });
      expect(result.violations).toEqual([]);
      expect(result.images).toBeGreaterThan(40);
      expect(result.nested).toBeGreaterThan(100);
    },
  );

  it('X4 to X10: nothing is between where an operation fails', async () => {
    const { violations, runs } = await runFaultScenario(scenarioOf('take a declaration away'), {
      subject: realSubject,
      faults: ['no-space'],
      stopsEarly: false,
    });
    expect(violations).toEqual([]);
    expect(runs).toBeGreaterThan(100);
  });

  it('finds out where the engine leaves out one flush', async () => {
    const subject: CrashSubject = {
      applyPlan: (host, plan, options) =>
        applyPlan(reorderOperations(host, { step: 'sync-folder assets/hero #1', how: 'drop' }).host, plan, options),
      recover,
    };
    const { violations } = await runCrashScenario(scenarioOf('take a declaration away'), { subject, mostNested: 0, stopsEarly: true });
    expect(violations).toHaveLength(1);
  });
});
