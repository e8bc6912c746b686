import type { ArchiveRecipe } from './compose/archive-recipe.js';

/**
 * What a plan is for. A plan to `build` holds the archive alone; every other one changes declarations, the registry and
 * its `.gitignore`. Folders are moved by `mutate`, and back by `undo`, alone.
 */
export type PlanKind = 'register' | 'build' | 'migrate' | 'mutate' | 'resolve' | 'fix' | 'undo';

/** A text file written, created or removed. */
export interface TextFileEdit<Path extends string = string> {
  /** Tells the edits apart. */
  readonly kind: 'text';
  /** Path from the workspace root. */
  readonly path: Path;
  /** The file's text before; null where it does not exist. */
  readonly before: string | null;
  /** The file's text afterwards; null where it is removed. */
  readonly after: string | null;
  /** Unified diff from before to after, for people. */
  readonly diff: string;
}

/**
 * The archive and its companions, put together from sources while they are staged: there is no after-hash, since the
 * bytes are read once. Every source is checked against its size, and its digest where known, as it is copied.
 */
export interface ComposeEdit<Path extends string = string> {
  /** Tells the edits apart. */
  readonly kind: 'compose';
  /** Path of the archive from the workspace root. */
  readonly path: Path;
  /** Bytes of the archive. */
  readonly length: number;
  /** What goes into it, in order. */
  readonly recipe: ArchiveRecipe<Path>;
}

/**
 * A folder moved to a free place with all that is in it, whatever that is. Nothing in it is changed by the same plan; the
 * records of the assets in it follow in the registry. Folders above its new place are made where there are none.
 */
export interface MoveFolderEdit<Path extends string = string> {
  /** Tells the edits apart. */
  readonly kind: 'move-folder';
  /** Where it goes, from the workspace root. */
  readonly path: Path;
  /** Where it stands, from the workspace root. */
  readonly from: Path;
}

/** One change that a plan makes. */
export type Edit<Path extends string = string> = TextFileEdit<Path> | ComposeEdit<Path> | MoveFolderEdit<Path>;

/** What an identity is at one moment. */
export interface IdentityValue {
  /** The uuid; what stands in its place where it is none, null where nothing does. */
  readonly asset_uuid: string | null;
  /** The runtime's number; 0 for a project, and for what a declaration claims. */
  readonly asset_id: number;
  /** Folder under `assets/`; empty for a project. */
  readonly root: string;
}

/**
 * How an identity changes.
 *
 * - Of the project: `project-created`; `project-removed`. - Of a record: `asset-registered`; `asset-retired`, never to come
 *   back; `asset-moved` to another folder; `asset-unregistered`, lost without being retired. - Of a record that had no uuid,
 *   as below version 3: `identity-derived` from the project's uuid and its number, which asks for consent;
 *   `identity-recorded` as its folder claims it; the other way round `identity-removed`. - Of a declaration: `claim-added`,
 *   `claim-changed`, `claim-removed`. A claim is not told besides where the same plan gives that very uuid to that very
 *   folder in the registry.
 *
 * A project or record removed, and an identity, come from plans of kind `undo` alone.
 */
export type IdentityChangeKind =
  | 'project-created'
  | 'project-removed'
  | 'asset-registered'
  | 'asset-retired'
  | 'asset-moved'
  | 'asset-unregistered'
  | 'identity-derived'
  | 'identity-recorded'
  | 'identity-removed'
  | 'claim-added'
  | 'claim-changed'
  | 'claim-removed';

/** One change of identity, never hidden among the edits. */
export interface IdentityChange {
  /** What happens. */
  readonly kind: IdentityChangeKind;
  /** Folder of the asset under `assets/` afterwards, or before where it is gone; empty for the project. */
  readonly root: string;
  /** The identity before; null where there was none. */
  readonly before: IdentityValue | null;
  /** The identity afterwards; null where there is none. */
  readonly after: IdentityValue | null;
  /** Why: what was found that led to it. Free text, not part of the contract. */
  readonly evidence: string;
}

/** A file that was read whole while planning. */
export interface FilePrecondition<Path extends string = string> {
  /** Path from the workspace root. */
  readonly path: Path;
  /** SHA-256 of its bytes; null where it was absent. */
  readonly sha256: string | null;
}

/** A file of which only the beginning was read while planning. */
export interface HeadPrecondition<Path extends string = string> {
  /** Path from the workspace root. */
  readonly path: Path;
  /** How many bytes at its start were read. */
  readonly length: number;
  /** SHA-256 of those bytes. */
  readonly sha256: string;
}

/** A folder that was listed while planning. */
export interface FolderPrecondition<Path extends string = string> {
  /** Path from the workspace root; empty for the root. */
  readonly path: Path;
  /** Digest of its listing, as `listingDigest` makes it; null where it was absent. */
  readonly listing: string | null;
}

/** Everything that planning read, and so everything that must still be so when the plan is applied. */
export interface Preconditions<Path extends string = string> {
  /**
   * The project's uuid; null where the workspace has no registry yet, or none that can be read. The registry itself
   * always stands among the files, so that its digest binds the plan to its workspace.
   */
  readonly projectUuid: string | null;
  /** Files read whole, by path. Each file that a text edit changes stands here with the digest of its text before. */
  readonly files: readonly FilePrecondition<Path>[];
  /** Files read in part, by path. */
  readonly heads: readonly HeadPrecondition<Path>[];
  /** Folders listed, by path. */
  readonly folders: readonly FolderPrecondition<Path>[];
}

/** Everything of a plan but the digest that names it. */
export interface PlanContent<Path extends string = string> {
  /** What it is for. */
  readonly kind: PlanKind;
  /** Changes, by path. An empty list means there is nothing to do. */
  readonly edits: readonly Edit<Path>[];
  /** Identity changes, by root. */
  readonly identityChanges: readonly IdentityChange[];
  /** What must still hold. */
  readonly preconditions: Preconditions<Path>;
}

/**
 * What an operation would change, as plain data that survives `JSON.stringify`. What was previewed is exactly what
 * `applyPlan` takes; nothing else writes.
 */
export interface Plan<Path extends string = string> extends PlanContent<Path> {
  /** SHA-256 over the canonical JSON of all of the above: names the plan as previewed. */
  readonly digest: string;
}
