import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { joinPath, type FileContent, type FolderEntry, type WantedFile, type WorkspacePath } from 'prometeu-packer';
import { entryStat } from './entry-stat.js';
import { hostPath } from './host-path.js';
import { isUnchanged } from './look-at.js';
import { READ_FLAGS } from './read-flags.js';
import type { Whereabouts } from './whereabouts.js';

/** Reads a small file that was just listed; null where it has to be asked for by itself. */
export type BesideReader = (folder: WorkspacePath, entries: readonly FolderEntry[]) => FileContent | null;

/** Whether a listing shows a regular file of a name. */
function shows(entries: readonly FolderEntry[], wanted: string): boolean {
  for (const { name, kind } of entries) if (name === wanted) return kind === 'file';
  return false;
}

/**
 * Makes a reader of one file of each folder that is listed. The listing is the look that tells that it is a regular file; once
 * open it has to be one, and to stand at that very path, before anything is read of it.
 *
 * @param bytes - what it reads into: of a file that does not fit, nothing is read.
 */
export function createReadBeside(root: string, wanted: WantedFile, { areTold, isAt }: Whereabouts, bytes: Uint8Array): BesideReader {
  const most = Math.min(wanted.maxBytes, bytes.length - 1);
  const read = (path: WorkspacePath): FileContent | null => {
    const descriptor = openSync(hostPath(root, path), READ_FLAGS);
    try {
      if (!isAt(descriptor, path)) return null;
      const before = fstatSync(descriptor);
      if (!before.isFile() || before.size > most) return null;
      const length = readSync(descriptor, bytes, 0, before.size + 1, 0); // one byte more shows a file that is longer
      if (length !== before.size || !isUnchanged(before, fstatSync(descriptor))) return null;
      return { bytes: bytes.subarray(0, length), stat: entryStat(before) };
    } finally {
      closeSync(descriptor);
    }
  };
  return (folder, entries) => {
    if (!shows(entries, wanted.name) || !areTold()) return null;
    try {
      return joinPath(folder, wanted.name).match(read, () => null);
    } catch {
      return null; // whoever asks for it by itself hears what is wrong
    }
  };
}
