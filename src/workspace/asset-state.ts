import type { AssetBody } from '../artifacts/asset/model.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { IdentityVerdict } from './classify-identity.js';
import type { PendingMigration } from './pending-migration.js';

/** One source file of an asset, found on disk. */
export interface ResolvedInput {
  /** The role it plays. */
  readonly role: string;
  /** Path as the declaration has it, relative to the asset's folder. */
  readonly path: string;
  /** Path from the workspace root. */
  readonly file: WorkspacePath;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, where they were read to check them; null where only the size was asked. */
  readonly sha256: string | null;
}

/** One folder that holds an `asset.json`, or one record without such a folder, with all that is known of it. */
export interface AssetState {
  /** Folder of the asset, relative to `assets/`. */
  readonly root: string;
  /**
   * How its claim stands to the registry. The claim of a declaration of a version without identity is the one that a
   * migration would declare for it, if any: it stands in no file yet.
   */
  readonly identity: IdentityVerdict;
  /** The schema version found, also one outside the window; null where there is none. */
  readonly version: number | null;
  /**
   * What a migration would do to the declaration; null where it is of the current version or could not be read, and where it
   * is of a version without identity and gets none: then it stays as it is.
   */
  readonly migration: PendingMigration | null;
  /** The declaration in the current version; null where there is none or an error stands in the way. */
  readonly body: AssetBody | null;
  /** Its inputs in packing order: roles in code-unit order, paths of a role in array order. */
  readonly inputs: readonly ResolvedInput[];
  /** Whether the build depends on it: its record is included, or it claims the identity or folder of one that is. */
  readonly reachable: boolean;
  /** Whether an error of its own, an unresolved identity or one that stands in no file yet keeps it from being built. */
  readonly blocked: boolean;
}
