import type { EntryStat, ReadPort, WorkspacePath } from 'prometeu-packer';
import { entryStat } from './entry-stat.js';
import type { FolderGuard } from './folder-guard.js';
import { inSlices, type SlicedWork } from './in-slices.js';
import { lookAt } from './look-at.js';
import type { NodeHost } from './node-host.js';

function* statPath(root: string, path: WorkspacePath, guard: FolderGuard): SlicedWork<EntryStat> {
  yield 0; // nothing is held yet, so a pause costs nothing
  return guard(path)
    .andThen(() => lookAt(root, 'stat', path))
    .map(entryStat);
}

/** `statPaths` of the Node adapter. */
export function createStatPaths(host: NodeHost): ReadPort['statPaths'] {
  return (paths, visit, options) =>
    inSlices(host, {
      operation: 'stat',
      items: paths,
      pathOf: (path) => path,
      work: (path, guard) => statPath(host.root, path, guard),
      visit,
      options,
    });
}
