import type { PortFault } from 'prometeu-packer/testing';
import type { CrashScenario } from '../crash-scenario.js';
import type { CrashSubject } from '../crash-subject.js';
import { takeYardstick, type CrashYardstick } from '../crash-yardstick.js';
import { probeEdits } from '../probes/probe-edits.js';
import { probeJournal } from '../probes/probe-journal.js';
import { probeLies } from '../probes/probe-lies.js';
import { probeLock } from '../probes/probe-lock.js';
import { probePreconditions } from '../probes/probe-preconditions.js';
import { runCrashScenario } from '../run-crash-scenario.js';
import { runFaultScenario } from '../run-fault-scenario.js';
import { mutateScenarios } from '../scenarios/mutate-scenarios.js';
import { recoveryScenarios } from '../scenarios/recovery-scenarios.js';
import { registerScenarios } from '../scenarios/register-scenarios.js';

/** Looks for something wrong with a subject; null where it finds nothing. */
export type CrashNet = (subject: CrashSubject) => Promise<string | null>;

const scenarios: readonly CrashScenario[] = [...mutateScenarios, ...registerScenarios, ...recoveryScenarios];

function scenarioOf(wanted: string): CrashScenario {
  const scenario = scenarios.find(({ name }) => name === wanted);
  if (scenario === undefined) throw new Error(`there is no scenario ${wanted}`);
  return scenario;
}

const removal = scenarioOf('take a declaration away');

function crashing(...wanted: readonly CrashScenario[]): CrashNet {
  return async (subject) => {
    for (const scenario of wanted) {
      const { violations } = await runCrashScenario(scenario, { subject, mostNested: 3, stopsEarly: true });
      const [first] = violations;
      if (first !== undefined) return `${first.invariant} (${first.scenario}, ${first.model ?? 'no crash'}): ${first.found}`;
    }
    return null;
  };
}

function probing(probe: (yardstick: CrashYardstick, subject: CrashSubject) => Promise<readonly string[]>): CrashNet {
  return async (subject) => {
    const yardstick = await takeYardstick(removal, subject);
    return typeof yardstick === 'string' ? yardstick : ((await probe(yardstick, subject))[0] ?? null);
  };
}

function failing(...faults: readonly PortFault[]): CrashNet {
  return async (subject) => {
    const [first] = (await runFaultScenario(removal, { subject, faults, stopsEarly: true })).violations;
    return first === undefined ? null : `${first.fault} at ${first.at}: ${first.found}`;
  };
}

/** All that is held against the engine, each by its name. */
export const crashNets = {
  /** Crashes while a change is applied that there was nothing before. */
  crash: crashing(removal, scenarioOf('register one, with no registry')),
  /** Crashes while one is applied over what an earlier crash left. */
  'crash-again': crashing(scenarioOf('change over a committed plan'), scenarioOf('change over what was staged')),
  'short-write': failing('short-write'),
  'lost-answer': failing('lost-answer'),
  io: failing('io'),
  lies: probing(probeLies),
  lock: probing(probeLock),
  edits: probing(probeEdits),
  preconditions: probing(probePreconditions),
  journal: probing((yardstick, subject) => probeJournal(yardstick, subject, 5)),
} as const satisfies Readonly<Record<string, CrashNet>>;

/** The name of one of {@link crashNets}. */
export type CrashNetName = keyof typeof crashNets;
