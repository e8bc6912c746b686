import type { SortedMap } from '../../base/sorted-map.js';
import type { FileDiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import { foldersAbove } from '../../paths/folders-above.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { AcceptedAsset } from '../accept-workspace.js';
import { folderOf, indexScan } from '../input-tree.js';
import { type PlacedInputs, placeInputs } from '../place-inputs.js';
import type { ScannedFolder } from '../scan-folders.js';
import type { FollowedFolder } from './live-state.js';

/**
 * Places the inputs of one declaration, as `placeInputs` does in a whole workspace: in a tree of the folders from the asset's
 * own down to where its inputs stand. No folder beside them, and none above, makes a difference.
 */
export function placeRoot(
  root: string,
  { body, locate }: Pick<AcceptedAsset, 'body' | 'locate'>,
  folders: SortedMap<FollowedFolder>,
  limits: FileDiagnosticLimits,
): PlacedInputs | null {
  if (body === null) return null;
  const own = folderOf(root);
  const wanted = new Set<string>([own]);
  for (const paths of Object.values(body.inputs)) {
    for (const path of paths) for (const above of foldersAbove(`${own}/${path}`)) if (above.length > own.length) wanted.add(above);
  }
  const found = new Map<WorkspacePath, ScannedFolder>();
  for (const path of wanted) {
    const folder = folders.get(path)?.folder ?? null;
    if (folder !== null) found.set(folder.path, folder);
  }
  return placeInputs(root, body, locate, indexScan({ found: true, folders: found, unseen: new Set(), diagnostics: [] }), limits);
}
