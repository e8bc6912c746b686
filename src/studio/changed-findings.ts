import type { Diagnostic, FollowedWorkspace } from 'prometeu-packer';
import type { FileFindings } from './session-summary.js';

function isSame(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
  if (before.length !== now.length) return false;
  return now.every((diagnostic, index) => diagnostic === before[index] || JSON.stringify(diagnostic) === JSON.stringify(before[index]));
}

/** Versions of documents by path. */
export type Versions = ReadonlyMap<string, number>;

/** What was found, and in which documents. */
export interface VersionedFindings {
  /** The workspace, with its findings. */
  readonly followed: Pick<FollowedWorkspace, 'diagnosticsOf'>;
  /** The documents that stood over files when they were found. */
  readonly versions: Versions;
}

/** All findings of a file. */
export function findingsOf({ followed, versions }: VersionedFindings, file: string): FileFindings {
  return { file, version: versions.get(file) ?? null, diagnostics: followed.diagnosticsOf(file) };
}

/**
 * The files whose findings are others than before, or stand in another version of their document, in code-unit order.
 *
 * @param files - those that may have other findings; any other has those of before.
 */
export function changedFindings(before: VersionedFindings, now: VersionedFindings, files: Iterable<string>): readonly FileFindings[] {
  const asked = [...new Set([...files, ...before.versions.keys(), ...now.versions.keys()])].sort();
  return asked.flatMap((file) => {
    const found = findingsOf(now, file);
    const isOther = found.diagnostics.length > 0 && before.versions.get(file) !== now.versions.get(file);
    return isOther || !isSame(before.followed.diagnosticsOf(file), found.diagnostics) ? [found] : [];
  });
}
