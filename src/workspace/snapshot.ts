import type { Passed, Unpassed } from '../base/passed.js';
import type { Registry } from '../artifacts/registry/model.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AssetState } from './asset-state.js';
import type { PendingMigration } from './pending-migration.js';

/** A file that was read whole. */
export interface ObservedFile {
  /** Path from the workspace root. */
  readonly path: string;
  /** SHA-256 of the very bytes that were parsed; null where it was absent. */
  readonly sha256: string | null;
}

/** A folder that was listed. */
export interface ObservedFolder {
  /** Path from the workspace root. */
  readonly path: string;
  /** Digest of its listing; null where it was absent. */
  readonly listing: string | null;
}

/**
 * A workspace as it was found: immutable, with everything that was read and everything there is to say of it. Only reading one
 * makes it, so that no plan can be made of what has not gone through every gate.
 */
export interface WorkspaceSnapshot extends Passed<'reconciled'> {
  /** It is what was found when it was read. Plans are made of such snapshots only, see {@link StaleSnapshot}. */
  readonly state: 'fresh';
  /** SHA-256 over all that was observed: two snapshots of one id saw the same workspace. */
  readonly id: string;
  /** The registry in the current version; null where it is absent or an error stands in the way. */
  readonly registry: Registry | null;
  /** The registry's schema version as found, also one outside the window; null where there is none. */
  readonly registryVersion: number | null;
  /** What a migration would do to the registry; null where it is of the current version or could not be read. */
  readonly registryMigration: PendingMigration | null;
  /** Whether there is a file where the registry belongs. */
  readonly registryFound: boolean;
  /** Assets and records by root. */
  readonly assets: readonly AssetState[];
  /** Files read whole, by path. */
  readonly files: readonly ObservedFile[];
  /** Folders listed, by path, with the names of their regular files. */
  readonly folders: readonly (ObservedFolder & { readonly files: readonly string[] })[];
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an error that belongs to no single asset stands in the way of everything. */
  readonly blocked: boolean;
  /** Whether it builds nothing besides: the registry is of an earlier version where only current ones are accepted. */
  readonly buildBlocked: boolean;
}

/**
 * A snapshot that the workspace has left behind. It may be shown as such; no plan is made of it: it is no
 * {@link WorkspaceSnapshot} by type.
 */
export interface StaleSnapshot extends Unpassed<Omit<WorkspaceSnapshot, 'state'>> {
  /** It is what was found earlier. */
  readonly state: 'stale';
}
