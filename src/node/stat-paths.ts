import { err } from 'neverthrow';
import type { EntryStat, PortResult, ReadPort, WorkspacePath } from 'prometeu-packer';
import { entryStat } from './entry-stat.js';
import type { FolderGuard } from './folder-guard.js';
import { inSlices } from './in-slices.js';
import { lookAt } from './look-at.js';
import type { NodeHost } from './node-host.js';

function statPath(root: string, path: WorkspacePath, guard: FolderGuard): PortResult<EntryStat> {
  const above = guard(path);
  return above.isErr() ? err(above.error) : lookAt(root, 'stat', path).map(entryStat);
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
