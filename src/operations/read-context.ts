import { portableCompute } from '../codec/portable-compute.js';
import { guardReadPort } from '../ports/guard-read-port.js';
import type { ReadHost } from '../ports/packer-host.js';
import type { ReadPort } from '../ports/read-port.js';
import type { SnapshotOptions } from '../workspace/read-snapshot.js';
import { type BudgetOptions, DEFAULT_BUDGETS } from './budgets.js';

/** Options of every operation that reads a workspace. */
export interface ReadOptions {
  /** Limits to change. */
  readonly budgets?: BudgetOptions;
  /** Stops the operation; it then answers Err with IO_ABORTED. */
  readonly signal?: AbortSignal;
  /**
   * Accept files of the current version only: one of an earlier version is then an error (VERSION_NOT_CURRENT) rather than a
   * warning (MIGRATION_PENDING), and blocks the build. For continuous integration; false unless told.
   */
  readonly requireCurrent?: boolean;
}

/** A host and its options with nothing left open. */
export interface ReadContext extends SnapshotOptions {
  /** The host's port, guarded against its own faults. */
  readonly read: ReadPort;
}

/** Fills in what a host and its caller left open. */
export function readContext(host: ReadHost, { budgets, signal, requireCurrent = false }: ReadOptions): ReadContext {
  return {
    read: guardReadPort(host.read, signal && { signal }),
    compute: host.compute ?? portableCompute,
    json: { ...DEFAULT_BUDGETS.json, ...budgets?.json },
    sources: { ...DEFAULT_BUDGETS.sources, ...budgets?.sources },
    folders: { ...DEFAULT_BUDGETS.folders, ...budgets?.folders },
    diagnostics: { ...DEFAULT_BUDGETS.diagnostics, ...budgets?.diagnostics },
    signal,
    requireCurrent,
  };
}
