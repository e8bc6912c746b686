import { compareStrings } from '../../base/compare-strings.js';
import { DECLARATION_NAME } from '../../paths/declaration-name.js';
import { foldersAbove } from '../../paths/folders-above.js';
import { fileOf } from '../../diagnostics/location.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import { nameOf, parentOf, type WorkspacePath } from '../../paths/workspace-path.js';
import { type MemoryDifference, printOfAnswer, printOfFolder, printOfSource } from '../compare-memories.js';
import { rootOf } from '../input-tree.js';
import type { FolderChanges } from './follow-folders.js';
import { isListed } from '../is-listed.js';
import type { LiveState } from './live-state.js';

/** Roots whose folder holds a path, the nearest first. */
export function rootsAbove(path: WorkspacePath): readonly string[] {
  return foldersAbove(path)
    .flatMap((folder) => rootOf(folder) ?? [])
    .reverse();
}

/** What tells a path from another of the same name: null for a file that was not looked into, undefined for what is not there. */
function printOf({ folders, declarations, judged, registry }: LiveState, path: WorkspacePath): string | null | undefined {
  for (const root of rootsAbove(path)) {
    const source = judged.get(root)?.sources.get(path);
    if (source !== undefined) return printOfSource(source);
  }
  const above = parentOf(path);
  const name = nameOf(path);
  const root = above === null || name !== DECLARATION_NAME ? null : rootOf(above);
  const declaration = root === null ? undefined : declarations.get(root);
  if (declaration !== undefined) return printOfAnswer(declaration.answer);
  if (path === REGISTRY_PATH) {
    const { answer } = registry;
    return answer.isErr() && answer.error.kind === 'not-found' ? undefined : printOfAnswer(answer);
  }
  if (above !== null && isListed(folders.get(above)?.folder?.files ?? [], name)) return null;
  const folder = folders.get(path)?.folder ?? null;
  return folder === null ? undefined : printOfFolder(folder);
}

function touchedPaths(before: LiveState, now: LiveState, changes: FolderChanges, roots: Iterable<string>): ReadonlySet<WorkspacePath> {
  const touched = new Set<WorkspacePath>([REGISTRY_PATH]);
  for (const [path, changed] of changes) {
    const was = before.folders.get(path)?.folder;
    if (was?.listing === changed?.folder?.listing) continue;
    touched.add(path);
    for (const name of [...(was?.files ?? []), ...(changed?.folder?.files ?? [])]) touched.add(`${path}/${name}` as WorkspacePath);
  }
  for (const root of roots) {
    const [was, is] = [before.judged.get(root)?.sources, now.judged.get(root)?.sources];
    if (was === is) continue;
    for (const file of [...(was?.keys() ?? []), ...(is?.keys() ?? [])]) touched.add(file);
  }
  return touched;
}

/**
 * Says what has changed from one state to the next, as `compareMemories` does of two readings: by looking at what was read
 * again and nothing else.
 *
 * @param read - declarations that were read again.
 * @param roots - roots that were judged again.
 */
export function liveDifference(
  before: LiveState,
  now: LiveState,
  changes: FolderChanges,
  read: Iterable<WorkspacePath>,
  roots: Iterable<string>,
): MemoryDifference {
  const [changed, added, removed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const path of new Set([...touchedPaths(before, now, changes, roots), ...read])) {
    const [was, is] = [printOf(before, path), printOf(now, path)];
    if (was === is) continue;
    if (was === undefined) added.add(path);
    else if (is === undefined) removed.add(path);
    else if (was !== null && is !== null) changed.add(path);
  }
  for (const [path, folder] of changes) {
    const textsOf = (list: readonly unknown[]): ReadonlySet<string> => new Set(list.map((one) => JSON.stringify(one)));
    const [was, is] = [textsOf(before.folders.get(path)?.diagnostics ?? []), textsOf(folder?.diagnostics ?? [])];
    const told = [...(before.folders.get(path)?.diagnostics ?? []), ...(folder?.diagnostics ?? [])];
    for (const diagnostic of told) {
      const text = JSON.stringify(diagnostic);
      if (was.has(text) === is.has(text)) continue;
      const file = fileOf(diagnostic.location);
      if (!added.has(file) && !removed.has(file)) changed.add(file);
    }
  }
  const inOrder = (paths: ReadonlySet<string>): readonly string[] => [...paths].sort(compareStrings);
  return { changed: inOrder(changed), added: inOrder(added), removed: inOrder(removed) };
}
