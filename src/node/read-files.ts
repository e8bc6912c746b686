import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { err, ok } from 'neverthrow';
import { portFailure, type FileContent, type PortResult, type ReadPort, type ReadRequest, type WorkspacePath } from 'prometeu-packer';
import { entryStat } from './entry-stat.js';
import type { FolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import { inSlices, isSlicedWork, type SlicedWork } from './in-slices.js';
import { isSameFile, isUnchanged, lookAtFile } from './look-at.js';
import type { NodeHost } from './node-host.js';
import { READ_FLAGS } from './read-flags.js';
import { createSpareMemory } from './spare-memory.js';

const PIECE_BYTES = 1024 * 1024;
const SPARE_BYTES = 16 * PIECE_BYTES;
const FIRST_BYTES = PIECE_BYTES / 16;

/** A file of fewer bytes is read at once, into the memory that there is from the first. */
const SMALL_BYTES = FIRST_BYTES;

/** An answer, or the work that gives one. */
type Begun = PortResult<FileContent> | SlicedWork<FileContent>;

/** Memory that grows with the files read and is used for all of them. */
interface Scratch {
  bytes: Uint8Array;
}

function makeRoom(scratch: Scratch, length: number): void {
  if (scratch.bytes.length < length) scratch.bytes = new Uint8Array(Math.max(length, Math.min(2 * scratch.bytes.length, SPARE_BYTES)));
}

/** Whether the file that was opened is the one that was seen, and as long. */
function isAsSeen(seen: Stats, opened: Stats): boolean {
  return isSameFile(seen, opened) && seen.size === opened.size;
}

function contentOf(path: WorkspacePath, descriptor: number, before: Stats, bytes: Uint8Array): PortResult<FileContent> {
  if (bytes.length !== before.size || !isUnchanged(before, fstatSync(descriptor))) return portFailure('changed', 'read', path);
  return ok({ bytes, stat: entryStat(before) });
}

/** Reads a file that takes no time. */
function readSmall(root: string, path: WorkspacePath, seen: Stats, { bytes }: Scratch): PortResult<FileContent> {
  const descriptor = openSync(hostPath(root, path), READ_FLAGS);
  try {
    const before = fstatSync(descriptor);
    if (!isAsSeen(seen, before)) return portFailure('changed', 'read', path);
    let length = 0;
    let count: number;
    do {
      count = readSync(descriptor, bytes, length, before.size + 1 - length, length);
      length += count;
    } while (count > 0 && length < before.size);
    return contentOf(path, descriptor, before, bytes.subarray(0, length));
  } finally {
    closeSync(descriptor);
  }
}

/** Reads a file piece by piece. */
function* readLarge(root: string, path: WorkspacePath, seen: Stats, scratch: Scratch): SlicedWork<FileContent> {
  const descriptor = openSync(hostPath(root, path), READ_FLAGS);
  try {
    const before = fstatSync(descriptor);
    if (!isAsSeen(seen, before)) return portFailure('changed', 'read', path);
    const { size } = before;
    makeRoom(scratch, size + 1);
    let length = 0;
    let count: number;
    do {
      count = readSync(descriptor, scratch.bytes, length, Math.min(PIECE_BYTES, size + 1 - length), length);
      length += count;
      yield count;
    } while (count > 0 && length < size);
    return contentOf(path, descriptor, before, scratch.bytes.subarray(0, length));
  } finally {
    closeSync(descriptor);
  }
}

/** One byte more than the file says is asked for, which shows one that is longer. */
function readOnce(root: string, request: ReadRequest, guard: FolderGuard, scratch: Scratch): Begun {
  const { path } = request;
  const above = guard(path);
  if (above.isErr()) return err(above.error);
  const seen = lookAtFile(root, 'read', path);
  if (seen.isErr()) return err(seen.error);
  const { size } = seen.value;
  if (size > request.maxBytes) return portFailure('too-large', 'read', path);
  return size < SMALL_BYTES ? readSmall(root, path, seen.value, scratch) : readLarge(root, path, seen.value, scratch);
}

function isChanged(answer: PortResult<FileContent>): boolean {
  return answer.isErr() && answer.error.kind === 'changed';
}

/** The file once more; where it went on changing while it was read, that is the answer. */
function* readChanging(first: SlicedWork<FileContent>, again: () => Begun): SlicedWork<FileContent> {
  const answer = yield* first;
  if (!isChanged(answer)) return answer;
  const second = again();
  return isSlicedWork(second) ? yield* second : second;
}

function readFile(root: string, request: ReadRequest, guard: FolderGuard, forget: () => void, scratch: Scratch): Begun {
  const again = (): Begun => {
    forget(); // what became another file may have come with another folder
    return readOnce(root, request, guard, scratch);
  };
  const first = readOnce(root, request, guard, scratch);
  if (isSlicedWork(first)) return readChanging(first, again);
  return isChanged(first) ? again() : first;
}

/** `readFiles` of the Node adapter: one file open at a time, all in one memory; a changed file is read once more. */
export function createReadFiles(host: NodeHost): ReadPort['readFiles'] {
  const spare = createSpareMemory();
  return async (requests, visit, options) => {
    const scratch: Scratch = { bytes: spare.lend(FIRST_BYTES) };
    const done = await inSlices(host, {
      operation: 'read',
      items: requests,
      pathOf: ({ path }) => path,
      work: (request, guard, forget) => readFile(host.root, request, guard, forget, scratch),
      visit,
      options,
    });
    spare.takeBack(scratch.bytes);
    return done;
  };
}
