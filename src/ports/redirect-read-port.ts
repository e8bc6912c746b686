import { ok } from 'neverthrow';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { PortOperation, PortResult } from './port-error.js';
import { portFailure } from './port-failure.js';
import type { BatchVisitor, EntryStat, FolderEntry, ReadPort } from './read-port.js';

/** Where a port looks for what it is asked for. */
export interface Redirection {
  /** The places of a path, looked at in order until something is found; none where it is to be absent. */
  readonly placesOf: (path: WorkspacePath) => readonly WorkspacePath[];
  /** What is to be seen of a folder, given what its place holds. */
  readonly seeFolder: (folder: WorkspacePath, found: PortResult<readonly FolderEntry[]>) => PortResult<readonly FolderEntry[]>;
  /** What is to be told of a path, given what its place holds; that, unless told. */
  readonly seeStat?: (path: WorkspacePath, found: PortResult<EntryStat>) => PortResult<EntryStat>;
}

interface Batch<Request, T> {
  readonly operation: PortOperation;
  readonly requests: readonly Request[];
  readonly visit: BatchVisitor<T>;
  readonly run: (requests: readonly Request[], visit: BatchVisitor<T>) => Promise<PortResult<void>>;
}

interface Asked<Request> {
  readonly index: number;
  readonly request: Request;
  readonly places: readonly WorkspacePath[];
}

/** A read port that looks elsewhere for some paths. Each request gets one answer, whatever the number of places. Writes nothing. */
export function redirectReadPort(read: ReadPort, { placesOf, seeFolder, seeStat = (_, found) => found }: Redirection): ReadPort {
  const inBatch = async <Request extends { readonly path: WorkspacePath }, T>({ operation, requests, visit, run }: Batch<Request, T>) => {
    let left: readonly Asked<Request>[] = requests.flatMap((request, index) => {
      const places = placesOf(request.path);
      if (places.length === 0) visit(index, portFailure('not-found', operation, request.path));
      return places.length === 0 ? [] : [{ index, request, places }];
    });
    do {
      const asked = left;
      const again: Asked<Request>[] = [];
      const ran = await run(
        asked.map(({ request, places }) => ({ ...request, path: places[0] ?? request.path })),
        (place, answer) => {
          const item = asked[place];
          if (item === undefined) return;
          const isGone = answer.isErr() && answer.error.kind === 'not-found' && item.places.length > 1;
          if (isGone) again.push({ ...item, places: item.places.slice(1) });
          else visit(item.index, answer);
        },
      );
      if (ran.isErr()) return ran;
      left = again;
    } while (left.length > 0);
    return ok();
  };
  const byPath = <T>(
    operation: PortOperation,
    paths: readonly WorkspacePath[],
    visit: BatchVisitor<T>,
    run: (paths: readonly WorkspacePath[], visit: BatchVisitor<T>) => Promise<PortResult<void>>,
  ): Promise<PortResult<void>> =>
    inBatch({
      operation,
      requests: paths.map((path) => ({ path })),
      visit,
      run: (some, take) =>
        run(
          some.map(({ path }) => path),
          take,
        ),
    });

  return {
    caseSensitive: read.caseSensitive,
    readFiles: (requests, visit, options) =>
      inBatch({ operation: 'read', requests, visit, run: (some, take) => read.readFiles(some, take, options) }),
    statPaths: (paths, visit, options) =>
      byPath<EntryStat>(
        'stat',
        paths,
        (index, found) => visit(index, seeStat(paths[index] ?? ('' as WorkspacePath), found)),
        (some, take) => read.statPaths(some, take, options),
      ),
    listFolders: (paths, visit, options) =>
      byPath<readonly FolderEntry[]>(
        'list',
        paths,
        (index, found) => visit(index, seeFolder(paths[index] ?? ('' as WorkspacePath), found)),
        (some, take) => read.listFolders(some, take, options),
      ),
    async openFile(path) {
      const [first, ...rest] = placesOf(path);
      if (first === undefined) return portFailure('not-found', 'open', path);
      let opened = await read.openFile(first);
      for (const place of rest) {
        if (opened.isOk() || opened.error.kind !== 'not-found') break;
        opened = await read.openFile(place);
      }
      return opened;
    },
  };
}
