import { ok } from 'neverthrow';
import { nameOf, parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../paths/workspace-path.js';
import { isPosition } from './is-position.js';
import type { PortOperation, PortResult } from './port-error.js';
import { portFailure } from './port-failure.js';
import type { BatchVisitor, EntryStat, FileContent, FolderEntry, ReadHandle, ReadPort, ReadRequest } from './read-port.js';

/** Contents of files that are to be seen in place of what is stored; null where a file is to be absent. */
export type Overlay = ReadonlyMap<WorkspacePath, Uint8Array | null>;

interface Batch<Request, T> {
  readonly operation: PortOperation;
  readonly requests: readonly Request[];
  readonly pathOf: (request: Request) => WorkspacePath;
  readonly over: (bytes: Uint8Array, request: Request) => PortResult<T>;
  readonly visit: BatchVisitor<T>;
  readonly run: (requests: readonly Request[], visit: BatchVisitor<T>) => Promise<PortResult<void>>;
}

function statOf(bytes: Uint8Array): EntryStat {
  return { kind: 'file', size: bytes.length, modifiedMs: 0 };
}

function openBytes(path: WorkspacePath, bytes: Uint8Array): ReadHandle {
  let isOpen = true;
  return {
    stat: statOf(bytes),
    async read(into, position) {
      if (!isOpen) return portFailure('lost', 'read', path);
      if (!isPosition(position)) return portFailure('unsupported', 'read', path);
      const piece = bytes.subarray(position, position + into.length);
      into.set(piece);
      return ok(piece.length);
    },
    async close() {
      isOpen = false;
      return ok();
    },
  };
}

/** What the overlay makes of each folder that it reaches: names with what stands there now, null for what is absent. */
function changedNames(overlay: Overlay): ReadonlyMap<WorkspacePath, ReadonlyMap<string, 'file' | 'folder' | null>> {
  const changed = new Map<WorkspacePath, Map<string, 'file' | 'folder' | null>>();
  const note = (path: WorkspacePath, kind: 'file' | 'folder' | null): void => {
    const folder = parentOf(path) ?? WORKSPACE_ROOT;
    const names = changed.get(folder) ?? new Map<string, 'file' | 'folder' | null>();
    changed.set(folder, names.set(nameOf(path), kind));
  };
  for (const [path, bytes] of overlay) {
    note(path, bytes === null ? null : 'file');
    if (bytes === null) continue;
    for (let folder = parentOf(path); folder !== null && folder !== WORKSPACE_ROOT; folder = parentOf(folder)) note(folder, 'folder');
  }
  return changed;
}

function mergeNames(stored: readonly FolderEntry[], changed: ReadonlyMap<string, 'file' | 'folder' | null>): readonly FolderEntry[] {
  const kept = stored.filter(({ name, kind }) => {
    const now = changed.get(name);
    return now === undefined || (now === 'folder' && kind !== 'file');
  });
  const known = new Set(kept.map(({ name }) => name));
  const added = [...changed].flatMap(([name, kind]): readonly FolderEntry[] => (kind === null || known.has(name) ? [] : [{ name, kind }]));
  return [...kept, ...added];
}

/**
 * A read port that shows a workspace with some files changed: what an edit would leave, or the unsaved buffers of an
 * editor. Nothing is stored. A symlink that stands in a folder above a changed file is not looked for.
 *
 * @example
 * ```ts
 * import { overlayReadPort, parseWorkspacePath, readDocument } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/hero/asset.json': '{}' });
 * const path = parseWorkspacePath('assets/hero/asset.json')._unsafeUnwrap();
 * const read = overlayReadPort(host.read, new Map([[path, new TextEncoder().encode('{ "schema_version": 4 }')]]));
 * const shown = await readDocument({ ...host, read }, path);
 * if (shown.isOk()) console.log(shown.value.text); // { "schema_version": 4 }
 * ```
 */
export function overlayReadPort(read: ReadPort, overlay: Overlay): ReadPort {
  const changed = changedNames(overlay);

  const inBatch = <Request, T>({ operation, requests, pathOf, over, visit, run }: Batch<Request, T>): Promise<PortResult<void>> => {
    const asked: (readonly [number, Request])[] = [];
    for (const [index, request] of requests.entries()) {
      const path = pathOf(request);
      const bytes = overlay.get(path);
      if (bytes === undefined) asked.push([index, request]);
      else visit(index, bytes === null ? portFailure('not-found', operation, path) : over(bytes, request));
    }
    const rest = asked.map(([, request]) => request);
    return run(rest, (place, answer) => visit(asked[place]?.[0] ?? place, answer));
  };

  return {
    caseSensitive: read.caseSensitive,
    readFiles: (requests, visit, options) =>
      inBatch<ReadRequest, FileContent>({
        operation: 'read',
        requests,
        pathOf: ({ path }) => path,
        over: (bytes, { path, maxBytes }) =>
          bytes.length > maxBytes ? portFailure('too-large', 'read', path) : ok({ bytes: bytes.slice(), stat: statOf(bytes) }),
        visit,
        run: (some, take) => read.readFiles(some, take, options),
      }),
    statPaths: (paths, visit, options) =>
      inBatch({
        operation: 'stat',
        requests: paths,
        pathOf: (path) => path,
        over: (bytes) => ok(statOf(bytes)),
        visit,
        run: (some, take) => read.statPaths(some, take, options),
      }),
    listFolders: (paths, visit, options) =>
      read.listFolders(
        paths,
        (index, answer) => {
          const names = changed.get(paths[index] ?? WORKSPACE_ROOT);
          const isNew = answer.isErr() && answer.error.kind === 'not-found' && [...(names?.values() ?? [])].some((kind) => kind !== null);
          if (names === undefined) visit(index, answer);
          else visit(index, isNew ? ok(mergeNames([], names)) : answer.map((stored) => mergeNames(stored, names)));
        },
        options,
      ),
    async openFile(path) {
      const bytes = overlay.get(path);
      if (bytes === undefined) return read.openFile(path);
      return bytes === null ? portFailure('not-found', 'open', path) : ok(openBytes(path, bytes));
    },
  };
}
