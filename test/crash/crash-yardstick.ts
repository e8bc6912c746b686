import type { Applied, Failure, Outcome, PackerHost, Plan, Recovered } from 'prometeu-packer';
import type { CrashDisk, CrashRun } from 'prometeu-packer/testing';
import type { CrashScenario } from './crash-scenario.js';
import type { CrashSubject } from './crash-subject.js';
import { buildFiles } from './build-files.js';
import { differingFiles, passingFiles, visibleFiles, type Files } from './visible-files.js';

/** What a scenario does where nothing interrupts it: what every crash is measured by. */
export interface CrashYardstick {
  /** The scenario. */
  readonly scenario: CrashScenario;
  /** The disk before, as new: never run on, only mounted from. */
  readonly fresh: () => CrashDisk;
  /** The plan; null for recovery alone. */
  readonly plan: Plan | null;
  /** What is seen before, once what an earlier crash left is finished. */
  readonly before: Files;
  /** What is seen afterwards. */
  readonly after: Files;
  /** What may not change: files of the start that are the same before and afterwards. */
  readonly untouched: Files;
  /** What a build of either makes. */
  readonly builds: { readonly before: Files; readonly after: Files };
}

function told(failure: Failure): string {
  return failure.map(({ code, location }) => `${code} ${JSON.stringify(location)}`).join(', ');
}

/** Carries out what the scenario is about on a disk, through the host's own ports or others around them. */
export function carryOut(
  disk: CrashDisk,
  { scenario, plan }: Pick<CrashYardstick, 'scenario' | 'plan'>,
  subject: CrashSubject,
  around: (host: PackerHost) => PackerHost = (host) => host,
): Promise<CrashRun<Outcome<Applied | Recovered>>> {
  return disk.run<Outcome<Applied | Recovered>>((own) => {
    const host = around(own);
    return plan === null ? subject.recover(host) : subject.applyPlan(host, plan, scenario.options);
  });
}

/** Runs a scenario without a crash. Answers with a text that says why where it does not do what it should. */
export async function takeYardstick(scenario: CrashScenario, subject: CrashSubject): Promise<CrashYardstick | string> {
  const start = await scenario.start();
  const image = start.now();
  const fresh = (): CrashDisk => start.mount(image);
  const settled = fresh();
  const recovered = await subject.recover(settled.host());
  if (recovered.isErr()) return `the start cannot be recovered: ${told(recovered.error)}`;
  const before = visibleFiles(settled.now());

  const disk = fresh();
  const untold = disk.now().digest;
  const planned = scenario.plan === null ? null : await scenario.plan(disk.host());
  if (planned?.isErr() === true) return `it cannot be planned: ${told(planned.error)}`;
  if (disk.now().digest !== untold) return 'planning writes';
  const plan = planned?.isOk() === true ? planned.value.value : null;
  if (plan !== null && plan.edits.length === 0) return 'there is nothing to do';

  const run = await carryOut(disk, { scenario, plan }, subject);
  if (run.crashed) return 'it crashed by itself';
  if (run.value.isErr()) return `it fails: ${told(run.value.error)}`;
  const { state } = run.value.value.value;
  if (state !== 'applied' && state !== 'rolled-forward') return `it ends as ${state}`;
  const end = disk.now();
  if (passingFiles(end).length > 0) return `it leaves ${passingFiles(end).join(', ')}`;
  const after = visibleFiles(end);
  if (plan !== null && differingFiles(before, after).length === 0) return 'it changes nothing';
  const touched = new Set([...differingFiles(before, after), ...differingFiles(visibleFiles(fresh().now()), before)]);
  return {
    scenario,
    fresh,
    plan,
    before,
    after,
    untouched: new Map([...before].filter(([path]) => !touched.has(path))),
    builds: { before: await buildFiles(before), after: await buildFiles(after) },
  };
}
