import { collisionKey } from './collision-key.js';
import { ARCHIVE_PATH, CONTROL_FOLDER } from './owned-paths.js';
import { isStagedName } from './staged-names.js';
import { nameOf, type WorkspacePath } from './workspace-path.js';

const OWNED_KEYS: ReadonlySet<string> = new Set([CONTROL_FOLDER, ARCHIVE_PATH].map((path) => collisionKey(nameOf(path))));

/**
 * Whether a name is the packer's own, wherever it stands: the control folder, the archive, or a staged file. A name
 * that some disk takes for one of them counts too (`.Prometeu`).
 */
export function isOwnedName(name: string): boolean {
  const key = collisionKey(name);
  return OWNED_KEYS.has(key) || isStagedName(key);
}

/** The first segment of a path that is the packer's own, as PATH_OWNED reports it; null where there is none. */
export function findOwnedSegment(path: WorkspacePath): string | null {
  return path.split('/').find(isOwnedName) ?? null;
}
