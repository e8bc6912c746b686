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

/** Long work on one item: yields, with the bytes done since, wherever it may be paused; returns the answer; may throw. */
export type SlicedWork<T> = Generator<number, PortResult<T>, void>;

/** One batch call. */
export interface SlicedBatch<Item, T> {
  /** Names the batch in errors. */
  readonly operation: PortOperation;
  /** What is to be done. */
  readonly items: readonly Item[];
  /** The path of an item. */
  readonly pathOf: (item: Item) => WorkspacePath;
  /**
   * Does one item, synchronously, or begins it where it may take long; may throw. It calls `forget` where it finds others at
   * work, so that nothing that the guard has seen counts any more.
   */
  readonly work: (item: Item, guard: FolderGuard, forget: () => void) => PortResult<T> | SlicedWork<T>;
  /** Takes each answer. */
  readonly visit: BatchVisitor<T>;
  /** Stops the batch. */
  readonly options: BatchOptions | undefined;
}

/** Whether work has only begun. */
export function isSlicedWork<T>(answer: PortResult<T> | SlicedWork<T>): answer is SlicedWork<T> {
  return 'next' in answer;
}

/**
 * Works through a batch with synchronous calls, since a promise for each small file costs many times what reading it
 * does, and gives the event loop a turn whenever one is due, also in the middle of a large item.
 */
export async function inSlices<Item, T>({ root, pace }: NodeHost, batch: SlicedBatch<Item, T>): Promise<PortResult<void>> {
  const { operation, items, pathOf, work, visit, options } = batch;
  const isAborted = (): boolean => options?.signal?.aborted === true;
  const aborted = portFailure('aborted', operation, '');
  let guard = createFolderGuard(root, operation);
  const guardNow: FolderGuard = (path) => guard(path);
  const forget = (): void => {
    guard = createFolderGuard(root, operation);
  };
  const breathe = async (): Promise<void> => {
    await pace.turn();
    forget(); // other code ran: nothing that was seen still counts
  };
  const begin = (item: Item): PortResult<T> | SlicedWork<T> => {
    try {
      return work(item, guardNow, forget);
    } catch (thrown) {
      return hostFailure(thrown, operation, pathOf(item));
    }
  };
  const advance = (steps: SlicedWork<T>, item: Item): PortResult<T> | undefined => {
    try {
      const step = steps.next();
      if (step.done === true) return step.value;
      pace.addBytes(step.value);
      return undefined;
    } catch (thrown) {
      return hostFailure(thrown, operation, pathOf(item));
    }
  };
  let index = 0;
  for (const item of items) {
    if (pace.isDue()) await breathe();
    if (isAborted()) return aborted;
    const begun = begin(item);
    let answer = isSlicedWork(begun) ? advance(begun, item) : begun;
    while (answer === undefined && isSlicedWork(begun)) {
      if (pace.isDue()) await breathe();
      if (isAborted()) {
        begun.return(aborted);
        return aborted;
      }
      answer = advance(begun, item);
    }
    pace.addItem();
    if (answer !== undefined) visit(index, answer);
    index += 1;
  }
  return ok();
}
