import { collisionKey } from './collision-key.js';
import { ARCHIVE_PATH, CONTROL_FOLDER } from './owned-paths.js';
import { isStagedName } from './staged-names.js';
import { nameOf, type WorkspacePath } from './workspace-path.js';

const OWNED_KEYS: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ [CONTROL_FOLDER, ARCHIVE_PATH].map((path) => collisionKey(nameOf(path))),
);

/**
 * Whether a name is the packer's own, wherever it stands: the control folder, the archive, or a staged file. A name
 * that some disk takes for one of them counts too (`.Prometeu`).
 */
export function isOwnedName(name: string): boolean {
  return isOwnedKey(collisionKey(name));
}

/** Whether a name is the packer's own, by its `collisionKey`. */
export function isOwnedKey(key: string): boolean {
  return OWNED_KEYS.has(key) || isStagedName(key);
}

/** What the key of an owned name holds: a path of ASCII alone without it has no such name. */
const OWNED_PART = /prometeu|assets\.pa/i;
const ASCII = /^[\u0000-\u007f]*$/;

/** The first segment of a path that is the packer's own, as PATH_OWNED reports it; null where there is none. */
export function findOwnedSegment(path: WorkspacePath): string | null {
  if (ASCII.test(path) && !OWNED_PART.test(path)) return null; // nearly every path, and the short way
  return path.split('/').find(isOwnedName) ?? null;
}
