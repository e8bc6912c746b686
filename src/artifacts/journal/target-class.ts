import { findOwnedSegment } from '../../paths/owned-names.js';
import {
  ARCHIVE_PATH,
  ASSET_METADATA_PATH,
  ASSET_TABLE_PATH,
  ASSETS_FOLDER,
  GITIGNORE_PATH,
  PRELOAD_PATH,
  REGISTRY_PATH,
  UNDO_FOLDER,
} from '../../paths/owned-paths.js';
import { isInside, nameOf, parentOf, type WorkspacePath } from '../../paths/workspace-path.js';
import { DECLARATION_NAME } from '../../paths/declaration-name.js';

/**
 * What a plan may change, and how it is guarded.
 *
 * - `authored`: edited by people; replaced only where it is still what the plan was made for. - `registry`: the same, and
 *   changed last. - `derived`: rebuilt from sources; replaced whatever stands there. - `control`: the packer's own.
 */
export type TargetClass = 'authored' | 'registry' | 'derived' | 'control';

/** The before-bytes of the last plan, kept for one undo. */
export const UNDO_RECORD_PATH = `${UNDO_FOLDER}/last.json` as WorkspacePath; // a test parses it

const FIXED: ReadonlyMap<WorkspacePath, TargetClass> = new Map([
  [GITIGNORE_PATH, 'authored'],
  [REGISTRY_PATH, 'registry'],
  [ARCHIVE_PATH, 'derived'],
  [ASSET_TABLE_PATH, 'derived'],
  [PRELOAD_PATH, 'derived'],
  [ASSET_METADATA_PATH, 'derived'],
  [UNDO_RECORD_PATH, 'control'],
]);

function isDeclaration(path: WorkspacePath): boolean {
  const folder = parentOf(path);
  return folder !== null && nameOf(path) === DECLARATION_NAME && isInside(folder, ASSETS_FOLDER) && findOwnedSegment(path) === null;
}

/** The class of a path that plans may change; null for every other path. Plans and journals are untrusted: this is the gate. */
export function targetClass(path: WorkspacePath): TargetClass | null {
  return FIXED.get(path) ?? (isDeclaration(path) ? 'authored' : null);
}
