import { applyPlan, type Outcome, type PackerHost, type Plan } from 'prometeu-packer';
import type { CrashDisk } from 'prometeu-packer/testing';
import { unwrap } from '../../e2e/unwrap.js';

/** A disk on which the process died while it applied a plan, at the first moment that is asked for. */
export async function diedWhile(
  start: () => CrashDisk,
  plan: (host: PackerHost) => Promise<Outcome<Plan>>,
  isMoment: (files: ReadonlyMap<string, Uint8Array>) => boolean,
): Promise<CrashDisk> {
  for (let operation = 0; ; operation += 1) {
    const disk = start();
    const { value } = unwrap(await plan(disk.host()));
    disk.crashAt(disk.operations() + operation);
    const run = await disk.run((host) => applyPlan(host, value));
    if (!run.crashed) throw new Error('there is no such moment');
    const now = disk.now();
    if (isMoment(now.files)) return disk.mount(now);
  }
}
