import type { WorkspacePath } from '../paths/workspace-path.js';
import type { PortResult } from '../ports/port-error.js';
import type { FolderEntry, ReadPort } from '../ports/read-port.js';
import type { Recall } from './recall.js';

/** What the port answered for each folder. */
export type FolderListings = ReadonlyMap<WorkspacePath, PortResult<readonly FolderEntry[]>>;

/** A port that lists no folder which is taken as it was, and the listings that it gave, which grow. */
export interface RecalledListings {
  /** Lists folders. */
  readonly read: Pick<ReadPort, 'listFolders'>;
  /** Every answer, by folder. */
  readonly listings: FolderListings;
}

/** Lists folders, those that need no look from memory, and keeps the answers where somebody will want them. */
export function recallListings(read: ReadPort, { memory, isKnown, keeps }: Recall): RecalledListings {
  const listings = new Map<WorkspacePath, PortResult<readonly FolderEntry[]>>();
  if (memory === null && !keeps) return { listings, read };
  return {
    listings,
    read: {
      listFolders(paths, visit, options) {
        const asked: (readonly [number, WorkspacePath])[] = [];
        for (const [index, path] of paths.entries()) {
          const known = isKnown(path) ? memory?.listings.get(path) : undefined;
          if (known === undefined) {
            asked.push([index, path]);
            continue;
          }
          listings.set(path, known);
          visit(index, known);
        }
        return read.listFolders(
          asked.map(([, path]) => path),
          (place, answer) => {
            const [index, path] = asked[place] ?? [];
            if (index === undefined || path === undefined) return;
            listings.set(path, answer);
            visit(index, answer);
          },
          options,
        );
      },
    },
  };
}
