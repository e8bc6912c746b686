import { ok } from 'neverthrow';
import {
  portFailure,
  type BatchOptions,
  type BatchVisitor,
  type PortOperation,
  type PortResult,
  type WorkspacePath,
} from 'prometeu-packer';
import type { MemoryDisk } from './memory-disk.js';

/** One batch call. */
export interface MemoryBatch<Item, T> {
  /** Names the batch in errors. */
  readonly operation: PortOperation;
  /** What is to be done. */
  readonly items: readonly Item[];
  /** The path of an item. */
  readonly pathOf: (item: Item) => WorkspacePath;
  /** Does one item. */
  readonly work: (item: Item) => PortResult<T>;
  /** Takes each answer. */
  readonly visit: BatchVisitor<T>;
  /** Stops the batch. */
  readonly options: BatchOptions | undefined;
}

/** Works through a batch in the disk's order. There is nothing to wait for, so the event loop gets no turn. */
export async function inBatch<Item, T>({ arrange, gate }: MemoryDisk, batch: MemoryBatch<Item, T>): Promise<PortResult<void>> {
  const { operation, items, pathOf, work, visit, options } = batch;
  for (const [index, item] of arrange([...items.entries()])) {
    if (options?.signal?.aborted === true) return portFailure('aborted', operation, '');
    visit(
      index,
      gate(operation, pathOf(item), () => work(item)),
    );
  }
  return ok();
}
