import { CACHE_PATH, CONTROL_FOLDER, JOURNAL_PATH, LOCK_PATH, UNDO_FOLDER } from '../paths/owned-paths.js';
import { isStagedName } from '../paths/staged-names.js';
import { nameOf, type WorkspacePath } from '../paths/workspace-path.js';

const CONTROL_NAMES: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ [CACHE_PATH, JOURNAL_PATH, LOCK_PATH, UNDO_FOLDER].map(nameOf),
);

const CONTROL_FOLDER_NAME = /* @__PURE__ */ nameOf(CONTROL_FOLDER);

/**
 * Whether a name in a folder comes and goes with the packer's own work and says nothing of the workspace: a staged file
 * anywhere, the control folder itself, and all that stands in it but the registry and its `.gitignore` (CONTRACT 1).
 */
export function isControlEntry(folder: WorkspacePath, name: string): boolean {
  return isStagedName(name) || name === CONTROL_FOLDER_NAME || (folder === CONTROL_FOLDER && CONTROL_NAMES.has(name));
}
