import { err, ok, type Result } from 'neverthrow';
import { checkArchiveSlices } from '../../artifacts/archive/check-archive-slices.js';
import type { JournalEntry, JournalFileEntry } from '../../artifacts/journal/model.js';
import { stagedPath } from '../../artifacts/journal/staged-path.js';
import { isNonEmpty } from '../../base/non-empty.js';
import type { PathState } from '../../diagnostics/catalogue/plan-codes.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { PortError } from '../../ports/port-error.js';
import type { StagingContext } from './apply-context.js';
import { ioFailure } from './io-failure.js';
import { observePaths } from './observe-paths.js';
import { asPathState, isSameState, lookFor } from './path-states.js';
import { readArchiveFront } from '../compose/read-archive-front.js';
import { withReadHandle } from '../compose/with-read-handle.js';

const fail = (error: PortError): Failure => ioFailure('read-back', error);

/** Decodes what stands before the payload of a staged archive, with code that shares nothing with what wrote it. */
async function decodeStaged({ read, token }: StagingContext, target: WorkspacePath): Promise<Result<void, Failure>> {
  return withReadHandle<void, Failure>(read, stagedPath(target, token), fail, async (handle) => {
    const decoded = await readArchiveFront(handle, target);
    if (decoded.isErr()) return err(fail(decoded.error));
    if (decoded.value.isErr()) return err(decoded.value.error);
    const faults = checkArchiveSlices(decoded.value.value.value.front);
    return isNonEmpty(faults) ? err(faults) : ok();
  });
}

function judgeStaged({ target, after }: JournalFileEntry, found: PathState): Result<void, Failure> {
  const expected = asPathState(after);
  if (isSameState(found, expected)) return ok();
  const location = { kind: 'file', file: target } as const;
  return err([diagnose('PLAN_READ_BACK_MISMATCH', { artifact: 'plan', location, data: { path: target, expected, found } })]);
}

/**
 * Reads back what was staged: texts whole, of an archive everything before its payload and its length, held against what
 * was written.
 *
 * Codes: PLAN_READ_BACK_MISMATCH, PLAN_IO_FAILED, PLAN_CANCELLED, and those of the archive's decoders.
 */
export async function readBack(context: StagingContext, entries: readonly JournalEntry[]): Promise<Result<void, Failure>> {
  const replaced = entries.flatMap((entry) => (entry.op === 'replace' ? [entry] : []));
  const looks = replaced.map((entry) => ({ look: lookFor(entry), path: stagedPath(entry.target, context.token), entry }));
  const observed = await observePaths(context, looks, context.signal);
  if (observed.isErr()) return err(fail(observed.error));
  const faults: Diagnostic[] = [];
  for (const [{ entry }, found] of observed.value) {
    const judged = found.isErr() ? err(fail(found.error)) : judgeStaged(entry, found.value);
    const decoded = judged.isOk() && entry.after.kind === 'archive' ? await decodeStaged(context, entry.target) : judged;
    if (decoded.isErr()) for (const fault of decoded.error) faults.push(fault);
  }
  return isNonEmpty(faults) ? err(faults) : ok();
}
