import type { Journal, JournalFileEntry } from '../artifacts/journal/model.js';
import { stagedPath } from '../artifacts/journal/staged-path.js';
import { nameOf, parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../paths/workspace-path.js';
import { movedReadPort } from '../ports/moved-read-port.js';
import type { FolderEntry, ReadPort } from '../ports/read-port.js';
import { redirectReadPort } from '../ports/redirect-read-port.js';
import { isControlEntry } from './is-control-entry.js';

function seeThrough(folder: WorkspacePath, entries: readonly FolderEntry[], changed: readonly JournalFileEntry[]): readonly FolderEntry[] {
  const names = new Set(changed.map(({ target }) => nameOf(target)));
  const kept = entries.filter(({ name }) => !names.has(name) && !isControlEntry(folder, name));
  const written = changed.filter(({ op }) => op === 'replace').map(({ target }): FolderEntry => ({ name: nameOf(target), kind: 'file' }));
  return [...kept, ...written];
}

/**
 * A read port that shows a workspace as a committed plan leaves it, also while the plan is not finished: a target is read
 * from where its content is staged, or, once that is gone, where it belongs; a target to be removed is absent; a folder to
 * be moved is seen in its new place alone; listings show targets, and hide what comes and goes with the packer's own work.
 * Writes nothing.
 */
export function readThroughJournal(read: ReadPort, { entries, token }: Journal): ReadPort {
  const moves = entries.flatMap((entry) => (entry.op === 'move' ? [entry] : []));
  const files = entries.flatMap((entry) => (entry.op === 'move' ? [] : [entry]));
  const byTarget = new Map(files.map((entry) => [entry.target, entry]));
  const byFolder = new Map<WorkspacePath, JournalFileEntry[]>();
  for (const entry of files) {
    const folder = parentOf(entry.target) ?? WORKSPACE_ROOT;
    const siblings = byFolder.get(folder);
    if (siblings === undefined) byFolder.set(folder, [entry]);
    else siblings.push(entry);
  }
  return redirectReadPort(movedReadPort(read, moves), {
    placesOf: (path) => {
      const entry = byTarget.get(path);
      if (entry === undefined) return [path];
      return entry.op === 'remove' ? [] : [stagedPath(path, token), path];
    },
    seeFolder: (folder, found) => found.map((listed) => seeThrough(folder, listed, byFolder.get(folder) ?? [])),
  });
}
