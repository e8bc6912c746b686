import type { SeverityCounts } from '../../diagnostics/count-diagnostics.js';
import type { ExpectedFile, ExpectedFolder, ListOf } from '../../ports/expected-folder.js';

/** What a file was read as: a declaration or the registry, or a source of the kind that a declaration says. */
export type RememberedKind = 'document' | 'raw' | 'png' | 'wav';

/** A file as it was when a workspace was read. */
export interface RememberedFile extends ExpectedFile {
  /** What it was read as. */
  readonly kind: RememberedKind;
  /** SHA-256 of the very bytes that were judged; null where only the size was asked. */
  readonly sha256: string | null;
  /** Whether nothing was found in it. */
  readonly sound: boolean;
}

/** A folder as it was when a workspace was read. */
export interface RememberedFolder extends ExpectedFolder {
  /** Digest of its listing; null for the control folder, which is not listed. */
  readonly listing: string | null;
  /** Files whose time is proof. */
  readonly files: readonly RememberedFile[];
  /** Files whose time is none: they may have changed within one tick of the clock. */
  readonly unsettled: readonly RememberedFile[];
}

/** Folders, each after the one it stands in. */
export interface RememberedFolders extends ListOf<RememberedFolder> {
  /** Places of those of which some time is no proof. */
  readonly uncertain: readonly number[];
}

/** What stood there, and how it was judged. */
export interface RememberedSnapshot {
  /** Id of the snapshot. */
  readonly id: string;
  /** How many findings there were. */
  readonly counts: SeverityCounts;
}

/** One file of a build as it was published. */
export interface PublishedFile {
  /** Bytes. */
  readonly size: number;
  /** Last modification, in milliseconds since 1970. */
  readonly modifiedMs: number;
  /** SHA-256 of the file; of an archive, of its bytes before the payload. */
  readonly sha256: string;
}

/** What a build of the remembered snapshot published. */
export interface PublishedBuild {
  /** Digest of its plan. */
  readonly plan: string;
  /** How many findings it told, those of the snapshot included. */
  readonly findings: number;
  /** The archive. */
  readonly archive: PublishedFile;
  /** Its companions: asset table, metadata, preload. */
  readonly companions: readonly PublishedFile[];
}

/** What a cache says. */
export interface CacheContent {
  /** Digest of the limits and options that the workspace was read with. */
  readonly how: string;
  /** The snapshot. */
  readonly snapshot: RememberedSnapshot;
  /** What was built of it; null where nothing was, or it could not be proven. */
  readonly published: PublishedBuild | null;
  /** Every folder that was listed, and the control folder. */
  readonly folders: RememberedFolders;
}
