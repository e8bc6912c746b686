import { err, ok, type Result } from 'neverthrow';
import type { PlanPhase } from '../../diagnostics/catalogue/plan-codes.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { PortErrorKind, PortResult } from '../../ports/port-error.js';
import type { WriteHandle, WritePort } from '../../ports/write-port.js';
import { ioFailure } from '../apply/io-failure.js';
import { leftBehind } from '../apply/left-behind.js';

/** Makes what a plan needs before its commit point, and can take all of it back. */
export interface StagingArea {
  /** Makes a folder where none stands. */
  makeFolder(path: WorkspacePath): Promise<PortResult<void>>;
  /** Creates a file, has it filled, flushes it to stable storage, and closes it whatever happens. */
  writeFile<T>(
    path: WorkspacePath,
    phase: PlanPhase,
    fill: (handle: WriteHandle) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>>;
  /** Renames what was made. */
  rename(from: WorkspacePath, to: WorkspacePath): Promise<PortResult<void>>;
  /** Removes what was made, before its time. */
  remove(path: WorkspacePath): Promise<PortResult<void>>;
  /** Removes everything that was made, newest first; tells what could not be removed. */
  discard(): Promise<readonly Diagnostic[]>;
}

/** Gone already, or in use by someone else meanwhile. */
const NO_MATTER: ReadonlySet<PortErrorKind> = new Set(['not-found', 'folder-not-empty']);

/** Begins with nothing made. */
export function createStagingArea(write: WritePort): StagingArea {
  const made = new Map<WorkspacePath, boolean>(); // whether it surely was made
  return {
    async makeFolder(path) {
      const answer = await write.makeFolder(path);
      if (answer.isOk()) made.set(path, true);
      return answer.isErr() && answer.error.kind === 'exists' ? ok() : answer;
    },
    async writeFile(path, phase, fill) {
      const created = await write.createFile(path);
      if (created.isErr()) {
        if (created.error.kind !== 'exists') made.set(path, false); // an error does not say that nothing was made
        return err(ioFailure(phase, created.error));
      }
      made.set(path, true);
      const handle = created.value;
      let closed: PortResult<void> = ok();
      const filled = await fill(handle)
        .then(async (result) => ({ result, synced: result.isOk() ? await handle.sync() : ok() }))
        .finally(async () => {
          closed = await handle.close();
        });
      const flushed = filled.synced.andThen(() => closed);
      return filled.result.andThen((value) => flushed.map(() => value).mapErr((error) => ioFailure(phase, error)));
    },
    async rename(from, to) {
      made.set(to, false);
      const renamed = await write.rename(from, to);
      if (renamed.isErr()) return renamed;
      made.delete(from);
      made.set(to, true);
      return ok();
    },
    async remove(path) {
      const removed = await write.remove(path);
      if (removed.isOk()) made.delete(path);
      return removed;
    },
    async discard() {
      const left: Diagnostic[] = [];
      for (const [path, isSure] of [...made].reverse()) {
        const removed = await write.remove(path);
        if (removed.isErr() && isSure && !NO_MATTER.has(removed.error.kind)) left.push(leftBehind(path, removed.error));
      }
      made.clear();
      return left;
    },
  };
}
