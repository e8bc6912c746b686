import { err } from 'neverthrow';
import type { BatchVisitor, PackerHost, PortError, PortOperation, PortResult } from 'prometeu-packer';

/** How one call of a read port fails: all of a batch, or the first that it asks for. */
export type FailingPart = 'batch' | 'first';

const io = (operation: PortOperation, path: string): PortError => ({ kind: 'io', operation, path, detail: 'planted' });

/** A host of which one call to read fails. */
export interface FailingHost {
  readonly host: PackerHost;
  /** How many calls to read there were. */
  readonly calls: () => number;
}

/**
 * Makes the call of one number, counted from 0, fail; none where it is negative.
 *
 * @param part - `batch`: the call answers nothing. `first`: it answers all but its first item.
 */
export function createFailingHost(host: PackerHost, failing: number, part: FailingPart): FailingHost {
  const { read } = host;
  let calls = 0;
  const isHit = (): boolean => calls++ === failing;
  async function batch<T>(
    operation: PortOperation,
    visit: BatchVisitor<T>,
    run: (visit: BatchVisitor<T>) => Promise<PortResult<void>>,
  ): Promise<PortResult<void>> {
    if (!isHit()) return run(visit);
    if (part === 'batch') return err(io(operation, ''));
    return run((index, answer) => visit(index, index === 0 ? err(io(operation, '')) : answer));
  }
  return {
    calls: () => calls,
    host: {
      ...host,
      read: {
        caseSensitive: read.caseSensitive,
        readFiles: (requests, visit, options) => batch('read', visit, (seen) => read.readFiles(requests, seen, options)),
        statPaths: (paths, visit, options) => batch('stat', visit, (seen) => read.statPaths(paths, seen, options)),
        listFolders: (paths, visit, options) => batch('list', visit, (seen) => read.listFolders(paths, seen, options)),
        openFile: async (path) => (isHit() ? err(io('open', path)) : read.openFile(path)),
      },
    },
  };
}
