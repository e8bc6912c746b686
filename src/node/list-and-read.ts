import type { ListAndRead, ReadPort, WorkspacePath } from 'prometeu-packer';
import type { FolderGuard } from './folder-guard.js';
import { inSlices } from './in-slices.js';
import { listFolder } from './list-folders.js';
import type { NodeHost } from './node-host.js';
import { createReadBeside } from './read-beside.js';
import { createSpareMemory } from './spare-memory.js';
import { createWhereabouts } from './whereabouts.js';

/** Most bytes of a file that is read with its folder, and one more. */
const MOST_BYTES = 64 * 1024;

/**
 * `listAndRead` of the Node adapter: a folder is looked at once for both. Only where the host tells where open files stand; where
 * it does not, every content is null.
 */
export function createListAndRead(host: NodeHost, insteadOf: Pick<ReadPort, 'listFolders' | 'readFiles'>): ListAndRead {
  const whereabouts = createWhereabouts(host.root);
  const spare = createSpareMemory();
  return {
    insteadOf,
    run: async (paths, wanted, visit, options) => {
      const bytes = spare.lend(MOST_BYTES);
      const readBeside = createReadBeside(host.root, wanted, whereabouts, bytes);
      const work = (path: WorkspacePath, guard: FolderGuard) => listFolder(host.root, path, guard, readBeside);
      const done = await inSlices(host, { operation: 'list', items: paths, pathOf: (path) => path, work, visit, options });
      spare.takeBack(bytes);
      return done;
    },
  };
}
