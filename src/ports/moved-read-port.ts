import { ok } from 'neverthrow';
import { foldersAbove } from '../paths/folders-above.js';
import { rebasePath } from '../paths/rebase-path.js';
import { nameOf, parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../paths/workspace-path.js';
import type { PortResult } from './port-error.js';
import type { FolderEntry, ReadPort } from './read-port.js';
import { redirectReadPort } from './redirect-read-port.js';

/** A folder that is to be seen elsewhere. */
export interface SeenMove {
  /** Where it stands, from the workspace root. */
  readonly from: WorkspacePath;
  /** Where it is to be seen, from the workspace root. */
  readonly target: WorkspacePath;
}

/**
 * A read port that shows folders where they are moved to, also while they are not yet there: what is in them is read from
 * the old place, or, once that is gone, from the new one. Their old place is absent; listings show them in their new one,
 * with the folders above it that are still to be made. Nothing is stored.
 *
 * @param moves - none in the way of another.
 */
export function movedReadPort(read: ReadPort, moves: readonly SeenMove[]): ReadPort {
  if (moves.length === 0) return read;
  const gone = new Map<WorkspacePath, Set<string>>();
  const added = new Map<WorkspacePath, Set<string>>();
  const note = (names: Map<WorkspacePath, Set<string>>, path: WorkspacePath): void => {
    const folder = parentOf(path) ?? WORKSPACE_ROOT;
    names.set(folder, (names.get(folder) ?? new Set()).add(nameOf(path)));
  };
  for (const { from, target } of moves) {
    note(gone, from);
    for (const path of [...foldersAbove(target).slice(1), target]) note(added, path);
  }
  const placesOf = (path: WorkspacePath): readonly WorkspacePath[] => {
    for (const { from, target } of moves) {
      const before = rebasePath(path, target, from);
      if (before !== null) return [before, path];
      if (rebasePath(path, from, target) !== null) return [];
    }
    return [path];
  };
  const seeFolder = (folder: WorkspacePath, found: PortResult<readonly FolderEntry[]>): PortResult<readonly FolderEntry[]> => {
    const names = added.get(folder);
    const isMade = found.isErr() && found.error.kind === 'not-found' && names !== undefined;
    return (isMade ? ok([]) : found).map((entries) => {
      const kept = entries.filter(({ name }) => gone.get(folder)?.has(name) !== true);
      const known = new Set(kept.map(({ name }) => name));
      const more = [...(names ?? [])].filter((name) => !known.has(name));
      return [...kept, ...more.map((name): FolderEntry => ({ name, kind: 'folder' }))];
    });
  };
  return redirectReadPort(read, {
    placesOf,
    seeFolder,
    seeStat: (path, found) => {
      const isMade = found.isErr() && found.error.kind === 'not-found' && added.has(path);
      return isMade ? ok({ kind: 'folder', size: 0, modifiedMs: 0 }) : found;
    },
  });
}
