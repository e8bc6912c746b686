import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { FolderMove } from './find-overlap.js';
import type { TargetClass } from './target-class.js';

/** What a target must be for it to be changed: absent, a file with that SHA-256, or anything at all. */
export type BeforeState = { readonly kind: 'absent' } | { readonly kind: 'sha256'; readonly sha256: string } | { readonly kind: 'any' };

/**
 * What a target becomes: absent, a file of that SHA-256 and length, or an archive of that length whose bytes before the
 * payload have that SHA-256.
 */
export type AfterState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'sha256'; readonly sha256: string; readonly length: number }
  | { readonly kind: 'archive'; readonly length: number; readonly archive_digest: string };

/** One file that a committed plan changes. Field names are those on disk. */
export interface JournalFileEntry {
  /** The file, from the workspace root. */
  readonly target: WorkspacePath;
  /** Whether staged content takes its place, or it goes. */
  readonly op: 'replace' | 'remove';
  /** How it is guarded. */
  readonly class: TargetClass;
  /** What it must be for it to be changed. */
  readonly before: BeforeState;
  /** What it becomes. */
  readonly after: AfterState;
  /** Name of the staged file beside it; null where it is removed. */
  readonly staged: string | null;
}

/** One folder that a committed plan moves, with all that is in it. Folders above its new place are made where there are none. */
export interface JournalMoveEntry extends FolderMove {
  /** Tells it from files. */
  readonly op: 'move';
}

/** One change of a committed plan. */
export type JournalEntry = JournalFileEntry | JournalMoveEntry;

/** A committed plan: it is carried out whatever happens, in this order. Moves are first, the registry is last. */
export interface Journal {
  /** Digest of the plan. */
  readonly plan_digest: string;
  /** Token in the names of the staged files. */
  readonly token: string;
  /** What changes. */
  readonly entries: readonly JournalEntry[];
}
