import type { Journal, JournalEntry } from '../artifacts/journal/model.js';
import { stagedPath } from '../artifacts/journal/staged-path.js';
import { nameOf, parentOf, WORKSPACE_ROOT, type WorkspacePath } from '../paths/workspace-path.js';
import type { PortOperation, PortResult } from '../ports/port-error.js';
import { portFailure } from '../ports/port-failure.js';
import type { BatchVisitor, FolderEntry, ReadPort } from '../ports/read-port.js';
import { isControlEntry } from './is-control-entry.js';

interface Batch<Request, T> {
  readonly operation: PortOperation;
  readonly requests: readonly Request[];
  readonly visit: BatchVisitor<T>;
  readonly run: (requests: readonly Request[], visit: BatchVisitor<T>) => Promise<PortResult<void>>;
}

function seeThrough(folder: WorkspacePath, entries: readonly FolderEntry[], changed: readonly JournalEntry[]): readonly FolderEntry[] {
  const names = new Set(changed.map(({ target }) => nameOf(target)));
  const kept = entries.filter(({ name }) => !names.has(name) && !isControlEntry(folder, name));
  const written = changed.filter(({ op }) => op === 'replace').map(({ target }): FolderEntry => ({ name: nameOf(target), kind: 'file' }));
  return [...kept, ...written];
}

/**
 * A read port that shows a workspace as a committed plan leaves it, also while the plan is not finished: a target is read
 * from where its content is staged, or, once that is gone, where it belongs; a target to be removed is absent; listings
 * show targets, and hide what comes and goes with the packer's own work. Writes nothing.
 */
export function readThroughJournal(read: ReadPort, { entries, token }: Journal): ReadPort {
  const byTarget = new Map(entries.map((entry) => [entry.target, entry]));
  const byFolder = new Map<WorkspacePath, JournalEntry[]>();
  for (const entry of entries) {
    const folder = parentOf(entry.target) ?? WORKSPACE_ROOT;
    const siblings = byFolder.get(folder);
    if (siblings === undefined) byFolder.set(folder, [entry]);
    else siblings.push(entry);
  }
  const isStaged = (path: WorkspacePath): boolean => byTarget.get(path)?.op === 'replace';
  const isRemoved = (path: WorkspacePath): boolean => byTarget.get(path)?.op === 'remove';
  const sourceOf = (path: WorkspacePath): WorkspacePath => (isStaged(path) ? stagedPath(path, token) : path);

  const inBatch = async <Request extends { readonly path: WorkspacePath }, T>({ operation, requests, visit, run }: Batch<Request, T>) => {
    const asked: (readonly [number, Request])[] = [];
    const again: (readonly [number, Request])[] = [];
    for (const [index, request] of requests.entries()) {
      if (isRemoved(request.path)) visit(index, portFailure('not-found', operation, request.path));
      else asked.push([index, request]);
    }
    const ran = await run(
      asked.map(([, request]) => ({ ...request, path: sourceOf(request.path) })),
      (place, answer) => {
        const item = asked[place];
        if (item === undefined) return;
        const isGone = answer.isErr() && answer.error.kind === 'not-found' && isStaged(item[1].path);
        if (isGone) again.push(item);
        else visit(item[0], answer);
      },
    );
    if (ran.isErr() || again.length === 0) return ran;
    const rest = again.map(([, request]) => request);
    return run(rest, (place, answer) => visit(again[place]?.[0] ?? place, answer));
  };

  return {
    caseSensitive: read.caseSensitive,
    readFiles: (requests, visit, options) =>
      inBatch({ operation: 'read', requests, visit, run: (some, take) => read.readFiles(some, take, options) }),
    statPaths: (paths, visit, options) =>
      inBatch({
        operation: 'stat',
        requests: paths.map((path) => ({ path })),
        visit,
        run: (some, take) =>
          read.statPaths(
            some.map(({ path }) => path),
            take,
            options,
          ),
      }),
    listFolders: (paths, visit, options) =>
      read.listFolders(
        paths,
        (index, answer) => {
          const folder = paths[index] ?? WORKSPACE_ROOT;
          visit(
            index,
            answer.map((found) => seeThrough(folder, found, byFolder.get(folder) ?? [])),
          );
        },
        options,
      ),
    async openFile(path) {
      if (isRemoved(path)) return portFailure('not-found', 'open', path);
      const opened = await read.openFile(sourceOf(path));
      const isGone = opened.isErr() && opened.error.kind === 'not-found' && isStaged(path);
      return isGone ? read.openFile(path) : opened;
    },
  };
}
