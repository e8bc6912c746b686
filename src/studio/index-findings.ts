import type { Diagnostic } from 'prometeu-packer';
import type { FileFindings } from './session-summary.js';

/** Findings by file, the files in code-unit order. */
export type Findings = ReadonlyMap<string, readonly Diagnostic[]>;

/** Sorts findings by the file that they point at; the empty path stands for the workspace as a whole. */
export function indexFindings(diagnostics: readonly Diagnostic[]): Findings {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const file = diagnostic.location.kind === 'workspace' ? '' : diagnostic.location.file;
    const found = byFile.get(file);
    if (found === undefined) byFile.set(file, [diagnostic]);
    else found.push(diagnostic);
  }
  return new Map([...byFile.keys()].sort().map((file) => [file, byFile.get(file) ?? []]));
}

function isSame(before: readonly Diagnostic[] = [], now: readonly Diagnostic[] = []): boolean {
  if (before.length !== now.length) return false;
  return now.every((diagnostic, index) => diagnostic === before[index] || JSON.stringify(diagnostic) === JSON.stringify(before[index]));
}

/** Versions of documents by path. */
export type Versions = ReadonlyMap<string, number>;

/** What was found, and in which documents. */
export interface VersionedFindings {
  /** By file. */
  readonly findings: Findings;
  /** The documents that stood over files when they were found. */
  readonly versions: Versions;
}

/** All findings of a file. */
export function findingsOf({ findings, versions }: VersionedFindings, file: string): FileFindings {
  return { file, version: versions.get(file) ?? null, diagnostics: findings.get(file) ?? [] };
}

/** The files whose findings are others than before, or stand in another version of their document, in code-unit order. */
export function changedFindings(before: VersionedFindings, now: VersionedFindings): readonly FileFindings[] {
  const files = [...new Set([...before.findings.keys(), ...now.findings.keys()])].sort();
  return files
    .filter((file) => {
      if (!isSame(before.findings.get(file), now.findings.get(file))) return true;
      return now.findings.has(file) && before.versions.get(file) !== now.versions.get(file);
    })
    .map((file) => findingsOf(now, file));
}
