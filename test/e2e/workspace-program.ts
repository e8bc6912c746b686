import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan, build, planRegister, verifyWorkspace, type Failure } from 'prometeu-packer';
import { openNodeWorkspace, type NodeWorkspace } from 'prometeu-packer/node';
import { buildOutputs } from './build-outputs.js';
import { countingIdentity } from './counting-identity.js';

/** What the program prints as JSON. */
export interface ProgramReport {
  /** What stopped it, where something did. */
  readonly failure: Failure | null;
  /** Length of the archive where it was built or verified, else 0. */
  readonly archiveLength: number;
  /** SHA-256 of each file of the build, where they were asked for. */
  readonly digests: Readonly<Record<string, string>>;
  /** Peak memory in KiB. */
  readonly maxRssKiB: number;
  /** Shows that the surroundings are other ones. */
  readonly locale: string;
  /** The same. */
  readonly timeZone: string;
}

type Made = Partial<Pick<ProgramReport, 'failure' | 'archiveLength' | 'digests'>>;

const steps: Readonly<Record<string, (host: NodeWorkspace, folder: string) => Promise<Made>>> = {
  register: async (host) => {
    const planned = await planRegister(host);
    if (planned.isErr()) return { failure: planned.error };
    const applied = await applyPlan(host, planned.value.value);
    return applied.isErr() ? { failure: applied.error } : {};
  },
  build: async (host) => {
    const built = await build(host);
    return built.isErr() ? { failure: built.error } : { archiveLength: built.value.value.archive?.length ?? 0 };
  },
  verify: async (host) => {
    const verified = await verifyWorkspace(host);
    if (verified.isErr()) return { failure: verified.error };
    const { ok, length, diagnostics } = verified.value;
    return ok ? { archiveLength: length } : { failure: diagnostics as Failure }; // not ok: it holds an error
  },
  digests: async (_, folder) => {
    const digest = (path: string): string =>
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex');
    return { digests: Object.fromEntries(buildOutputs.map((path) => [path, digest(path)])) };
  },
};

/** Does what it is told with the workspace in a folder, one step after the other, until one fails. */
async function run(folder: string, names: readonly string[]): Promise<Made> {
  const opened = openNodeWorkspace(folder);
  if (opened.isErr()) throw new Error(opened.error.kind);
  const host = { ...opened.value, identity: countingIdentity() };
  let made: Made = {};
  for (const name of names) {
    const step = steps[name];
    if (step === undefined) throw new Error(`no step ${name}`);
    if (made.failure === undefined) made = { ...made, ...(await step(host, folder)) };
  }
  return made;
}

const [folder = '.', ...names] = process.argv.slice(2);
const made = await run(folder, names);
const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const { maxRSS: maxRssKiB } = process.resourceUsage();
const report: ProgramReport = { failure: null, archiveLength: 0, digests: {}, ...made, maxRssKiB, locale, timeZone };
process.stdout.write(JSON.stringify(report));
