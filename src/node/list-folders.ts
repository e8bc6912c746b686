import { opendirSync, readdirSync, type Dirent } from 'node:fs';
import { err, ok } from 'neverthrow';
import type { FolderEntry, PortResult, ReadPort, WorkspacePath } from 'prometeu-packer';
import { entryKind } from './entry-stat.js';
import type { FolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import { inSlices, type SlicedWork } from './in-slices.js';
import { lookAtFolder } from './look-at.js';
import type { NodeHost } from './node-host.js';

/** Above this a folder, by the host's own size of it, may hold thousands of entries: it is read in pieces. */
const LARGE_FOLDER_BYTES = 64 * 1024;
const PIECE_ENTRIES = 512;

/** Listing an entry takes about as long as reading so many bytes. */
const ENTRY_WORTH_BYTES = 2048;

// Names as bytes: for a name that is no UTF-8, Node fails to find out the kind where the host does not list it.
const AS_BYTES = 'buffer';
const WITH_KINDS = { withFileTypes: true } as const;
const REPLACEMENT = '\ufffd';

function folderEntry(entry: Dirent<string | Buffer>): FolderEntry {
  return { name: entry.name.toString(), kind: entryKind(entry) }; // UTF-8, with U+FFFD for what is none
}

function* listInPieces(folder: string): Generator<number, FolderEntry[], void> {
  const directory = opendirSync(folder, { encoding: AS_BYTES as BufferEncoding, bufferSize: PIECE_ENTRIES }); // the types forget it
  try {
    const entries: FolderEntry[] = [];
    for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) {
      entries.push(folderEntry(entry));
      if (entries.length % PIECE_ENTRIES === 0) yield PIECE_ENTRIES * ENTRY_WORTH_BYTES;
    }
    return entries;
  } finally {
    directory.closeSync();
  }
}

function* listLargeFolder(folder: string): SlicedWork<readonly FolderEntry[]> {
  return ok(yield* listInPieces(folder));
}

/**
 * Names as text, which costs less than names as bytes, unless one of them may not be UTF-8: whatever is told of such a name,
 * or thrown because of it, is told by its bytes.
 */
function listSmallFolder(folder: string): FolderEntry[] {
  try {
    const entries = readdirSync(folder, WITH_KINDS).map(folderEntry);
    if (!entries.some(({ name }) => name.includes(REPLACEMENT))) return entries;
  } catch {
    // the call that follows tells what is wrong
  }
  return readdirSync(folder, { withFileTypes: true, encoding: AS_BYTES }).map(folderEntry);
}

function listFolder(
  root: string,
  path: WorkspacePath,
  guard: FolderGuard,
): PortResult<readonly FolderEntry[]> | SlicedWork<readonly FolderEntry[]> {
  const above = guard(path);
  if (above.isErr()) return err(above.error);
  const seen = lookAtFolder(root, 'list', path);
  if (seen.isErr()) return err(seen.error);
  const folder = hostPath(root, path);
  return seen.value.size > LARGE_FOLDER_BYTES ? listLargeFolder(folder) : ok(listSmallFolder(folder));
}

/** `listFolders` of the Node adapter. */
export function createListFolders(host: NodeHost): ReadPort['listFolders'] {
  return (paths, visit, options) =>
    inSlices(host, {
      operation: 'list',
      items: paths,
      pathOf: (path) => path,
      work: (path, guard) => listFolder(host.root, path, guard),
      visit,
      options,
    });
}
