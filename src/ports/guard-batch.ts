import type { WorkspacePath } from '../paths/workspace-path.js';
import { acceptAnswer, guardCall } from './guard-call.js';
import type { PortOperation, PortResult } from './port-error.js';
import { portFailure } from './port-failure.js';
import type { BatchOptions, BatchVisitor } from './read-port.js';

/** One batch call of a port that is not trusted to answer. */
export interface GuardedBatch<T> {
  /** Names the call in errors. */
  readonly operation: PortOperation;
  /** The path of each item. */
  readonly paths: readonly WorkspacePath[];
  /** Calls the port. */
  readonly run: (visit: BatchVisitor<T>, options: BatchOptions) => unknown;
  /** Whether an item's value has the type that was promised. */
  readonly is: (value: unknown) => value is T;
  /** The caller's own visitor. */
  readonly visit: BatchVisitor<T>;
  /** Each of them settles the call with `aborted` when it fires; the port is given the first. */
  readonly signals: readonly AbortSignal[];
}

/**
 * Calls a batch of a port and gives the visitor exactly one answer for each item, whatever the port does: an item left
 * out is answered with `broken`; where one is answered twice, or was not asked, the whole batch is `broken`; answers
 * after the batch has settled are not handed on.
 */
export async function guardBatch<T>(batch: GuardedBatch<T>): Promise<PortResult<void>> {
  const { operation, paths, run, is, visit, signals } = batch;
  const [signal] = signals;
  const answered = paths.map(() => false);
  let fault: string | undefined;
  let settled = false;
  const take: BatchVisitor<T> = (index, result) => {
    if (settled) return;
    const path = Number.isInteger(index) ? paths[index] : undefined;
    if (path === undefined) fault = 'answered what was not asked';
    else if (answered[index] === true) fault = 'answered twice';
    else {
      answered[index] = true;
      visit(index, acceptAnswer(result, { operation, path, is }));
    }
  };
  const options = signal === undefined ? {} : { signal };
  const done = await guardCall<void>({ operation, path: '', run: () => run(take, options), signals });
  settled = true;
  if (done.isErr()) return done;
  if (fault !== undefined) return portFailure('broken', operation, '', fault);
  for (const [index, path] of paths.entries()) {
    if (answered[index] !== true) visit(index, portFailure('broken', operation, path, 'not answered'));
  }
  return done;
}
