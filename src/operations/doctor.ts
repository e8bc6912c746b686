import { err } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { countDiagnostics, hasErrors, type SeverityCounts } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { planArchive } from '../plans/build/plan-archive.js';
import type { ReadHost } from '../ports/packer-host.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { checkCache } from './check-cache.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { takeSnapshot } from './take-snapshot.js';

/** Whether something can be done, and the codes that decide it: empty where it can. */
export interface Ability {
  /** Whether it can. */
  readonly can: boolean;
  /** Codes that stand in the way, by code units. */
  readonly decidedBy: readonly string[];
}

/** What a workspace allows. */
export interface Verdict {
  /** Whether everything in it could be read. */
  readonly read: Ability;
  /** Whether a plan can be made and applied. */
  readonly mutate: Ability;
  /** Whether it builds. */
  readonly build: Ability;
}

/** What the doctor has to say. */
export interface DoctorReport {
  /** The workspace as it was found. */
  readonly snapshot: WorkspaceSnapshot;
  /** What it allows. */
  readonly verdict: Verdict;
  /** Findings by severity, exact also where a list was cut. */
  readonly counts: SeverityCounts;
  /** Every finding on the snapshot, and on the cache besides, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code))].sort(compareStrings);
}

function ability(can: boolean, diagnostics: readonly Diagnostic[]): Ability {
  return { can, decidedBy: can ? [] : codesOf(diagnostics) };
}

function judge(snapshot: WorkspaceSnapshot): Verdict {
  const { diagnostics, blocked, registryFound, registry } = snapshot;
  const planned = planArchive(snapshot);
  const mutable = !blocked && !(registryFound && registry === null);
  return {
    read: ability(!hasErrors(diagnostics), diagnostics),
    mutate: ability(mutable, diagnostics),
    build: planned.isOk() ? ability(true, []) : ability(false, planned.error),
  };
}

/**
 * Examines a workspace in any state, trusted or not, by the very rules that reading and building use. Writes nothing. The
 * snapshot says of each file which version was found and what a migration would do to it; a plan that is committed and can
 * no longer be finished, and a cache that would be left aside, are told too.
 *
 * @returns every finding and what the workspace allows. Err only where it could not run.
 */
export function doctor(host: ReadHost, options: ReadOptions = {}): Promise<Observed<DoctorReport>> {
  return guardOperation('doctor', async (): Promise<Observed<DoctorReport>> => {
    const context = readContext(host, options);
    const taken = await takeSnapshot(context);
    if (taken.isErr()) return err(taken.error);
    const { snapshot } = taken.value;
    return (await checkCache(context)).map((found) => {
      const diagnostics = [...snapshot.diagnostics, ...found].sort(compareDiagnostics);
      return { snapshot, verdict: judge(snapshot), counts: countDiagnostics(diagnostics), diagnostics };
    });
  });
}
