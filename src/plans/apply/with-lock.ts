import { err, ok, type Result } from 'neverthrow';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure, Outcome } from '../../diagnostics/outcome.js';
import { CONTROL_FOLDER, LOCK_PATH } from '../../paths/owned-paths.js';
import type { PortError, PortResult } from '../../ports/port-error.js';
import type { Lock, WritePort } from '../../ports/write-port.js';
import { ioFailure } from './io-failure.js';
import { createStagingArea } from '../stage/staging-area.js';

const artifact = 'workspace';
const location = { kind: 'file', file: LOCK_PATH } as const;
const path = LOCK_PATH;

async function takeLock(write: WritePort): Promise<Result<Lock, Failure>> {
  const taken = await write.lock(LOCK_PATH);
  if (taken.isErr()) return err(ioFailure('lock', taken.error));
  if (!('held' in taken.value)) return ok(taken.value);
  return err([diagnose('PLAN_LOCKED', { artifact, location, data: { path, owner: taken.value.owner } })]);
}

function notReleased({ kind, detail }: PortError): Diagnostic {
  return diagnose('PLAN_LOCK_NOT_RELEASED', { artifact, location, data: { path, reason: kind, detail } });
}

function withWarnings<T>(outcome: Outcome<T>, warnings: readonly Diagnostic[]): Outcome<T> {
  return outcome
    .map(({ value, diagnostics }) => ({ value, diagnostics: [...diagnostics, ...warnings] }))
    .mapErr(([first, ...rest]) => [first, ...rest, ...warnings]);
}

/**
 * Runs something while holding the lock of the workspace, and gives the lock back whatever happens. Never waits: where
 * another owner holds it, that is the answer. The control folder is made where there is none, and removed again where
 * what was run failed and left it empty.
 *
 * Codes: PLAN_LOCKED, PLAN_IO_FAILED; PLAN_LOCK_NOT_RELEASED (warning).
 */
export async function withLock<T>(write: WritePort, run: (lock: Lock) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const area = createStagingArea(write);
  const made = await area.makeFolder(CONTROL_FOLDER);
  const lock = made.isErr() ? err(ioFailure('lock', made.error)) : await takeLock(write);
  if (lock.isErr()) return withWarnings(err(lock.error), await area.discard());
  let released: PortResult<void> = ok();
  const outcome = await run(lock.value).finally(async () => {
    released = await lock.value.release();
  });
  const warnings = released.match(
    () => [],
    (error) => [notReleased(error)],
  );
  const left = outcome.isErr() ? await area.discard() : [];
  return withWarnings(outcome, [...warnings, ...left]);
}
