import { compareStrings } from '../base/compare-strings.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileOf } from '../diagnostics/location.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import type { PortResult } from '../ports/port-error.js';
import type { CheckedSource } from './checked-source.js';
import type { FileReading } from './file-reading.js';
import type { ScannedFolder } from './scan-folders.js';
import type { SnapshotMemory } from './snapshot-memory.js';

/** How a workspace differs from what it was, by paths from the workspace root in code-unit order. */
export interface MemoryDifference {
  /** Files of other content, and folders of other names. */
  readonly changed: readonly string[];
  /** Files and folders that were not there. */
  readonly added: readonly string[];
  /** Files and folders that are no longer there. */
  readonly removed: readonly string[];
}

/** What tells a folder from another of the same path. */
export function printOfFolder({ listing }: Pick<ScannedFolder, 'listing'>): string {
  return `folder ${listing}`;
}

/** What tells a source from another of the same path. */
export function printOfSource({ size, sha256, diagnostics }: CheckedSource): string {
  return JSON.stringify([size, sha256, diagnostics]);
}

/** What tells a file from another of the same path, as far as it was read. */
export function printOfAnswer<Parsed>(answer: PortResult<FileReading<Parsed>>): string {
  return answer.match(
    ({ sha256 }) => sha256,
    (error) => JSON.stringify(error),
  );
}

/** What tells each path from another of the same name; null for a file that was not looked into. */
function printsOf({ scan, registry, declarations, sources }: SnapshotMemory): ReadonlyMap<string, string | null> {
  const prints = new Map<string, string | null>();
  for (const [path, folder] of scan.folders) {
    prints.set(path, printOfFolder(folder));
    for (const name of folder.files) prints.set(`${path}/${name}`, null);
  }
  if (registry.isOk() || registry.error.kind !== 'not-found') prints.set(REGISTRY_PATH, printOfAnswer(registry));
  for (const [path, answer] of declarations) prints.set(path, printOfAnswer(answer));
  for (const [path, source] of sources) prints.set(path, printOfSource(source));
  return prints;
}

/** Files that one list tells something of and the other does not. */
function toldOnce(diagnostics: readonly Diagnostic[], others: readonly Diagnostic[]): readonly string[] {
  const known = new Set(others.map((diagnostic) => JSON.stringify(diagnostic)));
  const told = diagnostics.filter((diagnostic) => !known.has(JSON.stringify(diagnostic)));
  return told.map(({ location }) => fileOf(location));
}

/**
 * Says what has changed from one reading to the next. A snapshot follows from what is compared here: where nothing differs,
 * two snapshots are equal. A source file that one of the readings did not look into is only told where it came or went.
 */
export function compareMemories(before: SnapshotMemory, after: SnapshotMemory): MemoryDifference {
  const [was, is] = [printsOf(before), printsOf(after)];
  const added = [...is.keys()].filter((path) => !was.has(path));
  const removed = [...was.keys()].filter((path) => !is.has(path));
  const changed = [...is].flatMap(([path, print]) => {
    const known = was.get(path) ?? null;
    return known === null || print === null || known === print ? [] : [path];
  });
  const told = new Set([
    ...toldOnce(after.scan.diagnostics, before.scan.diagnostics),
    ...toldOnce(before.scan.diagnostics, after.scan.diagnostics),
  ]);
  for (const path of [...added, ...removed, ...changed]) told.delete(path);
  return { changed: [...changed, ...told].sort(compareStrings), added: added.sort(compareStrings), removed: removed.sort(compareStrings) };
}
