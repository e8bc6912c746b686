import { ok } from 'neverthrow';
import {
  portFailure,
  type BatchOptions,
  type BatchVisitor,
  type PortOperation,
  type PortResult,
  type WorkspacePath,
} from 'prometeu-packer';
import { hostFailure } from './host-failure.js';
import { createFolderGuard, type FolderGuard } from './folder-guard.js';
import type { NodeHost } from './node-host.js';

/** Work on one item: yields, with the bytes done since, wherever it may be paused; returns the answer; may throw. */
export type SlicedWork<T> = Generator<number, PortResult<T>, void>;

/** One batch call. */
export interface SlicedBatch<Item, T> {
  /** Names the batch in errors. */
  readonly operation: PortOperation;
  /** What is to be done. */
  readonly items: readonly Item[];
  /** The path of an item. */
  readonly pathOf: (item: Item) => WorkspacePath;
  /** Does one item, synchronously. */
  readonly work: (item: Item, guard: FolderGuard) => SlicedWork<T>;
  /** Takes each answer. */
  readonly visit: BatchVisitor<T>;
  /** Stops the batch. */
  readonly options: BatchOptions | undefined;
}

/**
 * Works through a batch with synchronous calls, since a promise for each small file costs many times what reading it
 * does, and gives the event loop a turn whenever one is due, also in the middle of a large item.
 */
export async function inSlices<Item, T>({ root, pace }: NodeHost, batch: SlicedBatch<Item, T>): Promise<PortResult<void>> {
  const { operation, items, pathOf, work, visit, options } = batch;
  let guard = createFolderGuard(root, operation);
  const advance = (steps: SlicedWork<T>, path: WorkspacePath): PortResult<T> | undefined => {
    try {
      const step = steps.next();
      if (step.done === true) return step.value;
      pace.addBytes(step.value);
      return undefined;
    } catch (thrown) {
      return hostFailure(thrown, operation, path);
    }
  };
  for (const [index, item] of items.entries()) {
    const steps = work(item, (path) => guard(path));
    let answer: PortResult<T> | undefined;
    while (answer === undefined) {
      if (pace.isDue()) {
        await pace.turn();
        guard = createFolderGuard(root, operation); // other code ran: nothing that was seen still counts
      }
      if (options?.signal?.aborted === true) {
        const aborted = portFailure('aborted', operation, '');
        steps.return(aborted);
        return aborted;
      }
      answer = advance(steps, pathOf(item));
    }
    pace.addItem();
    visit(index, answer);
  }
  return ok();
}
