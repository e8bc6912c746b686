import type { Journal, JournalFileEntry } from '../../artifacts/journal/model.js';
import { compareStrings } from '../../base/compare-strings.js';

/** What became of a plan. */
export interface Applied {
  /**
   * `applied`: everything is done. `pending`: it is committed, and the next apply or recover finishes it; readers see it
   * as done. `nothing-to-do`: the plan has no edits, and nothing was looked at; or a build that trusts its cache found published what
   * it would publish.
   */
  readonly state: 'applied' | 'pending' | 'nothing-to-do';
  /** Digest of the plan. */
  readonly digest: string;
  /** Files written, by path from the workspace root. */
  readonly written: readonly string[];
  /** Files removed, by path from the workspace root. */
  readonly removed: readonly string[];
  /** Folders moved with all that is in them, by their new path; both from the workspace root. */
  readonly moved: readonly { readonly from: string; readonly path: string }[];
  /** The archive, where the plan made one, or a build found it: its length, and SHA-256 of its bytes before the payload. */
  readonly archive: { readonly length: number; readonly archiveDigest: string } | null;
}

/** Tells what became of a committed plan. The packer's own record for an undo is not mentioned. */
export function describeApplied(state: Applied['state'], { plan_digest, entries }: Pick<Journal, 'plan_digest' | 'entries'>): Applied {
  const targets = entries.filter((entry): entry is JournalFileEntry => entry.op !== 'move' && entry.class !== 'control');
  const pathsOf = (wanted: 'replace' | 'remove'): readonly string[] =>
    targets
      .filter(({ op }) => op === wanted)
      .map(({ target }) => target)
      .sort(compareStrings);
  const archives = targets.flatMap(({ after }) => {
    return after.kind === 'archive' ? [{ length: after.length, archiveDigest: after.archive_digest }] : [];
  });
  const moved = entries
    .flatMap((entry) => (entry.op === 'move' ? [{ from: entry.from, path: entry.target }] : []))
    .sort((a, b) => compareStrings(a.path, b.path));
  return { state, digest: plan_digest, written: pathsOf('replace'), removed: pathsOf('remove'), moved, archive: archives[0] ?? null };
}
