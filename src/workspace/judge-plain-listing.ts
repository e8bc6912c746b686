import { compareStrings } from '../base/compare-strings.js';
import { MAX_PATH_BYTES } from '../paths/path-fault.js';
import { CONTROL_FOLDER } from '../paths/owned-paths.js';
import { isPlainPath } from '../paths/plain-path.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { FolderEntry } from '../ports/read-port.js';

/** A listing in which there is nothing to find. */
export interface PlainListing {
  /** Names of its files, by code units. */
  readonly files: readonly string[];
  /** Its folders, by code units. */
  readonly subfolders: readonly WorkspacePath[];
  /** What the digest of the listing is made of. */
  readonly text: string;
}

/** Most bytes of a character in UTF-8 for each of its UTF-16 code units. */
const BYTES_A_UNIT = 3;

function isPlain({ name, kind }: FolderEntry): boolean {
  return (kind === 'file' || kind === 'folder') && isPlainPath(name) && !name.includes('/');
}

/** The entries by name, which is how most hosts give them; null where a name stands there twice. */
function inOrder(entries: readonly FolderEntry[]): readonly FolderEntry[] | null {
  let sorted = entries;
  for (let index = 1; index < sorted.length; index += 1) {
    const [before, here] = [sorted[index - 1]?.name ?? '', sorted[index]?.name ?? ''];
    if (before === here) return null;
    if (before < here) continue;
    if (sorted !== entries) return null; // no order holds them
    sorted = entries.toSorted((a, b) => compareStrings(a.name, b.name));
    index = 0;
  }
  return sorted;
}

/**
 * The short way for nearly every folder: files and folders alone, all of plain names ({@link isPlainPath}), none twice. Such a
 * name passes the portable policy, is its own collision key and none of the packer's own, so that there is nothing to be told of
 * it, and JSON writes it as it stands. In the control folder the packer has names of its own that are plain.
 *
 * @returns what `judgeFolder` would find; null where there may be more to it.
 */
export function judgePlainListing(folder: WorkspacePath, entries: readonly FolderEntry[]): PlainListing | null {
  if (folder === CONTROL_FOLDER) return null;
  for (const entry of entries) {
    if (!isPlain(entry) || (folder.length + 1 + entry.name.length) * BYTES_A_UNIT > MAX_PATH_BYTES) return null;
  }
  const sorted = inOrder(entries);
  if (sorted === null) return null;
  const files: string[] = [];
  const subfolders: WorkspacePath[] = [];
  let text = '';
  for (const { name, kind } of sorted) {
    text += text === '' ? `["${kind}","${name}"]` : `,["${kind}","${name}"]`;
    if (kind === 'file') files.push(name);
    else subfolders.push(`${folder}/${name}` as WorkspacePath);
  }
  return { files, subfolders, text: `[${text}]` };
}
