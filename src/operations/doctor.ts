import { err, ok } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { countDiagnostics, type SeverityCounts } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { CACHE_PATH } from '../paths/owned-paths.js';
import { refuseNewerOutputs } from '../plans/apply/refuse-newer-outputs.js';
import { draftRecipe } from '../plans/build/draft-recipe.js';
import { layoutRecipe } from '../plans/compose/layout-recipe.js';
import type { LockWitness } from '../ports/lock-witness.js';
import type { ReadHost } from '../ports/packer-host.js';
import { recallNothing } from '../workspace/recall.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { checkCache } from './check-cache.js';
import { checkOutputs } from './check-outputs.js';
import { type ArtifactReport, artifactReport } from './doctor/artifact-report.js';
import { codesByFile, distinctCodes } from './doctor/codes-by-file.js';
import { judgeWorkspace, type Verdict } from './doctor/judge-workspace.js';
import { reportDeclarations } from './doctor/report-declarations.js';
import { reportJournal } from './doctor/report-journal.js';
import { reportLockFile } from './doctor/report-lock-file.js';
import { reportOutputs } from './doctor/report-outputs.js';
import { reportRegistry } from './doctor/report-registry.js';
import { reportUndoFile } from './doctor/report-undo-file.js';
import { guardOperation } from './guard-operation.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import type { Evidence } from './shards/evidence.js';
import { soundByEvidence } from './shards/sound-by-evidence.js';
import { type RetakenSnapshot, retakeSnapshot } from './take-snapshot.js';

/** What the doctor has to say. */
export interface DoctorReport {
  /** The workspace as it was found. */
  readonly snapshot: WorkspaceSnapshot;
  /** What it allows. */
  readonly verdict: Verdict;
  /**
   * Every file that the packer owns or reads, by path: how far each can be trusted. What is not there is listed too, but for
   * the lock.
   */
  readonly artifacts: readonly ArtifactReport[];
  /** Findings by severity, exact also where a list was cut. */
  readonly counts: SeverityCounts;
  /** Every finding on the snapshot, and besides on the cache, on a lock that is held and on what stands where a build writes. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a workspace is examined. */
export interface DoctorOptions extends ReadOptions {
  /**
   * What other processes found out about the contents of source files, see `checkShard`: contents in which they found nothing are
   * not checked again. Every file is read and hashed all the same, so that evidence tells of its own bytes alone. It has to be of
   * all shards, and made by the same rules and limits; else the answer is Err. Nothing in it proves who made it: give only evidence
   * that comes from where you would take a build.
   */
  readonly evidence?: Evidence;
}

/** What a build would come upon where it writes: by the very looks that it takes itself. */
async function findOutputObstacles(context: ReadContext): Promise<Observed<readonly Diagnostic[]>> {
  const obstacles = await checkOutputs(context);
  if (obstacles.isErr() || obstacles.value.length > 0) return obstacles;
  const newer = await refuseNewerOutputs(context, false);
  if (newer.isOk()) return ok([]);
  return newer.error.some(({ code }) => code === 'PLAN_CANCELLED') ? err(newer.error) : ok(newer.error);
}

async function report(taken: RetakenSnapshot, given: ReadContext, witness: LockWitness | undefined): Promise<Observed<DoctorReport>> {
  const { snapshot, context, memory } = taken;
  const cache = await checkCache(context);
  if (cache.isErr()) return err(cache.error);
  const lock = await reportLockFile(given, witness);
  if (lock.isErr()) return err(lock.error);
  const undo = await reportUndoFile(context);
  if (undo.isErr()) return err(undo.error);
  const obstacles = await findOutputObstacles(context);
  if (obstacles.isErr()) return err(obstacles.error);
  const drafted = draftRecipe(snapshot);
  const recipe = drafted.match(
    ({ value }) => value,
    () => null,
  );
  const outputs = await reportOutputs(context, recipe);
  if (outputs.isErr()) return err(outputs.error);
  const besides = [...cache.value.diagnostics, ...lock.value.diagnostics, ...obstacles.value];
  const diagnostics = [...snapshot.diagnostics, ...besides].sort(compareDiagnostics);
  const codes = codesByFile(diagnostics);
  const artifacts = [
    ...reportDeclarations(snapshot, memory, codes),
    reportRegistry(snapshot, memory, codes),
    reportJournal(taken),
    artifactReport('cache', CACHE_PATH, cache.value.found, { codes: distinctCodes(cache.value.diagnostics) }),
    undo.value,
    ...(lock.value.report === null ? [] : [lock.value.report]),
    ...outputs.value,
  ].sort((a, b) => compareStrings(a.path, b.path));
  const planned = drafted.andThen(({ value }) => layoutRecipe(value)); // the plan itself would be all of its digests besides
  const verdict = judgeWorkspace(snapshot, { planned, lock: lock.value.diagnostics, outputs: obstacles.value });
  return ok({ snapshot, verdict, artifacts, counts: countDiagnostics(diagnostics), diagnostics });
}

/**
 * Examines a workspace in any state, trusted or not, by the very rules that reading and building use. Writes nothing. Says of
 * each file which version was found, where that stands in the support window and how far the file can be trusted; of a
 * committed plan whether it can be finished; of the archive and its companions whether they are what the sources build, as far
 * as that can be told without reading raw sources and the payload: `verifyWorkspace` reads those too.
 *
 * Codes of its own: EVIDENCE_RULES_DIFFER, EVIDENCE_BUDGET_DIFFERS, EVIDENCE_SHARD_MISSING where evidence may not be used.
 *
 * @returns every finding and what the workspace allows. Err only where it could not run.
 *
 * @example
 * ```ts
 * import { doctor } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const report = await doctor(createMemoryWorkspace({ 'assets/palette/asset.json': '{' }));
 * if (report.isOk()) {
 *   console.log(report.value.diagnostics.map(({ code }) => code).join(' ')); // REGISTRY_MISSING JSON_SYNTAX
 *   console.log(report.value.verdict.build.can); // false
 * }
 * ```
 */
export function doctor(host: ReadHost, asked: DoctorOptions = {}): Promise<Observed<DoctorReport>> {
  return guardOperation('doctor', async (): Promise<Observed<DoctorReport>> => {
    const { evidence, ...options } = asked;
    const own = readContext(host, options);
    const sound = evidence === undefined ? ok(undefined) : soundByEvidence(evidence, own.sources);
    if (sound.isErr()) return err(sound.error);
    const context = { ...own, sound: sound.value };
    const taken = await retakeSnapshot(context, () => recallNothing());
    return taken.isErr() ? err(taken.error) : report(taken.value, context, host.witness);
  });
}
