import { lstatSync, type Stats } from 'node:fs';
import { ok } from 'neverthrow';
import { parentOf, portFailure, type ExpectedFolder, type ReadPort, type WorkspacePath } from 'prometeu-packer';
import { createFolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import type { NodeHost } from './node-host.js';

/** Whether folders keep the time of the last change in them: FAT does not where Windows writes it. */
const FOLDERS_KEEP_TIMES = process.platform !== 'win32';

const NO_THROW = { throwIfNoEntry: false } as const;

/** What the folders above a folder are, asked once for all that stand in the same one, until other code may have run. */
function createAboveGuard(root: string): (path: WorkspacePath) => boolean {
  const guard = createFolderGuard(root, 'stat');
  let last: WorkspacePath | null | undefined;
  let isFit = false;
  return (path) => {
    const above = parentOf(path);
    if (above !== last) isFit = guard(path).isOk();
    last = above;
    return isFit;
  };
}

/** Files of one folder that are looked at in one go. */
const FILES = 256;

type AboveGuard = ReturnType<typeof createAboveGuard>;

/** Whether the folder is as expected, and so many of its files. May throw what the host throws. */
function isUnchanged(root: string, { path, modifiedMs, files }: ExpectedFolder, from: number, isBelowFolders: AboveGuard): boolean {
  if (!isBelowFolders(path)) return false;
  const folder = hostPath(root, path);
  const found: Stats | undefined = lstatSync(folder, NO_THROW);
  if (found?.isDirectory() !== true) return false;
  if (modifiedMs !== null && found.mtimeMs !== modifiedMs) return false;
  const end = Math.min(files.length, from + FILES);
  for (let index = from; index < end; index += 1) {
    const expected = files[index];
    const stat = expected && lstatSync(`${folder}/${expected.name}`, NO_THROW);
    if (stat?.mtimeMs !== expected?.modifiedMs || stat?.size !== expected?.size || stat?.isFile() !== true) return false;
  }
  return true;
}

/**
 * `findChanged` of the Node adapter: one look at each folder and file, and nothing is made for what is as expected. What the
 * guard has seen counts until other code may have run, as everywhere in this adapter; a folder of many files is looked at again
 * for each go of them.
 */
function createFindChangedByTimes({ root, pace }: NodeHost): NonNullable<ReadPort['findChanged']> {
  return async (folders, options) => {
    const changed: number[] = [];
    let guard = createAboveGuard(root);
    let from = 0;
    for (let index = 0; index < folders.length;) {
      if (pace.isDue()) {
        await pace.turn();
        guard = createAboveGuard(root);
      }
      if (options?.signal?.aborted === true) return portFailure('aborted', 'stat', '');
      pace.addItem();
      const folder = folders.at(index);
      let isSame: boolean;
      try {
        isSame = folder !== undefined && isUnchanged(root, folder, from, guard);
      } catch {
        isSame = false; // whoever asks what is wrong with it hears it from the call that tells
      }
      from += FILES;
      if (isSame && from < (folder?.files.length ?? 0)) continue;
      if (!isSame) changed.push(index);
      from = 0;
      index += 1;
    }
    return ok(changed);
  };
}

/** `findChanged` of the Node adapter; none where the times of folders tell nothing. */
export function createFindChanged(host: NodeHost): Pick<ReadPort, 'findChanged'> {
  return FOLDERS_KEEP_TIMES ? { findChanged: createFindChangedByTimes(host) } : {};
}
