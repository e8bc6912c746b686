import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { err, ok } from 'neverthrow';
import { portFailure, type FileContent, type ReadPort, type ReadRequest } from 'prometeu-packer';
import { entryStat } from './entry-stat.js';
import type { FolderGuard } from './folder-guard.js';
import { hostPath } from './host-path.js';
import { inSlices, type SlicedWork } from './in-slices.js';
import { isSameFile, isUnchanged, lookAtFile } from './look-at.js';
import type { NodeHost } from './node-host.js';
import { READ_FLAGS } from './read-flags.js';
import { createSpareMemory } from './spare-memory.js';

const PIECE_BYTES = 1024 * 1024;
const SPARE_BYTES = 16 * PIECE_BYTES;
const FIRST_BYTES = PIECE_BYTES / 16;

/** Memory that grows with the files read and is used for all of them. */
interface Scratch {
  bytes: Uint8Array;
}

function makeRoom(scratch: Scratch, length: number): void {
  if (scratch.bytes.length < length) scratch.bytes = new Uint8Array(Math.max(length, Math.min(2 * scratch.bytes.length, SPARE_BYTES)));
}

function* readOnce(root: string, { path, maxBytes }: ReadRequest, guard: FolderGuard, scratch: Scratch): SlicedWork<FileContent> {
  const seen = guard(path).andThen(() => lookAtFile(root, 'read', path));
  if (seen.isErr()) return err(seen.error);
  const { size } = seen.value;
  if (size > maxBytes) return portFailure('too-large', 'read', path);
  const changed = portFailure('changed', 'read', path);
  const descriptor = openSync(hostPath(root, path), READ_FLAGS);
  try {
    const before = fstatSync(descriptor);
    if (!isSameFile(seen.value, before) || before.size !== size) return changed;
    makeRoom(scratch, size + 1); // the byte too many shows a file that is longer than it says
    let length = 0;
    let count: number;
    do {
      count = readSync(descriptor, scratch.bytes, length, Math.min(PIECE_BYTES, size + 1 - length), length);
      length += count;
      yield count;
    } while (count > 0 && length < size);
    if (length !== size || !isUnchanged(before, fstatSync(descriptor))) return changed;
    return ok({ bytes: scratch.bytes.subarray(0, length), stat: entryStat(before) });
  } finally {
    closeSync(descriptor);
  }
}

function* readFile(root: string, request: ReadRequest, guard: FolderGuard, scratch: Scratch): SlicedWork<FileContent> {
  const first = yield* readOnce(root, request, guard, scratch);
  return first.isErr() && first.error.kind === 'changed' ? yield* readOnce(root, request, guard, scratch) : first;
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
      work: (request, guard) => readFile(host.root, request, guard, scratch),
      visit,
      options,
    });
    spare.takeBack(scratch.bytes);
    return done;
  };
}
