import { describe, expect, it } from 'vitest';
import type { CrashScenario } from './crash-scenario.js';
import { realSubject } from './crash-subject.js';
import { takeYardstick, type CrashYardstick } from './crash-yardstick.js';
import { probeEdits } from './probes/probe-edits.js';
import { probeJournal } from './probes/probe-journal.js';
import { probeLies } from './probes/probe-lies.js';
import { probeLock } from './probes/probe-lock.js';
import { probePreconditions } from './probes/probe-preconditions.js';
import { buildScenarios } from './scenarios/build-scenarios.js';
import { mutateScenarios } from './scenarios/mutate-scenarios.js';
import { registerScenarios } from './scenarios/register-scenarios.js';

async function yardstickOf(scenario: CrashScenario): Promise<CrashYardstick> {
  const taken = await takeYardstick(scenario, realSubject);
  if (typeof taken === 'string') throw new Error(taken);
  return taken;
}

const scenarios = [...mutateScenarios, ...registerScenarios, ...buildScenarios];

function named(...names: readonly string[]): readonly (readonly [name: string, scenario: CrashScenario])[] {
  return scenarios.filter(({ name }) => names.includes(name)).map((scenario) => [scenario.name, scenario]);
}

const removal = 'take a declaration away';
const registration = 'register one, with a registry';
const build = 'build for the first time';

describe('somebody else', () => {
  it.each(named(removal, registration))('saves a file while the plan is applied: %s', async (_, scenario) => {
    expect(await probeEdits(await yardstickOf(scenario), realSubject)).toEqual([]);
  });

  it.each(named(removal, registration, build))('takes the lock away while the plan is applied: %s', async (_, scenario) => {
    expect(await probeLock(await yardstickOf(scenario), realSubject)).toEqual([]);
  });

  it.each(named(removal, registration, build))('changes something that the plan was made for: %s', async (_, scenario) => {
    expect(await probePreconditions(await yardstickOf(scenario), realSubject)).toEqual([]);
  });

  it.each(named(removal, build))('damages the journal: %s', async (_, scenario) => {
    expect(await probeJournal(await yardstickOf(scenario), realSubject)).toEqual([]);
  });
});

describe('a disk that lies', () => {
  it.each(named(removal, registration, build))('is not believed: %s', async (_, scenario) => {
    expect(await probeLies(await yardstickOf(scenario), realSubject)).toEqual([]);
  });
});
