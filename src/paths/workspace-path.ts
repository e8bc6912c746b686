import { err, ok, type Result } from 'neverthrow';
import { findSegmentFault } from './find-segment-fault.js';
import { MAX_PATH_BYTES, type PathFault, type PathFaultKind } from './path-fault.js';
import { fitsUtf8 } from './utf8-length.js';

/**
 * A path from the workspace root that passed the portable policy: relative, `/` between segments, usable on every
 * platform. The empty path is the root itself. Only the makers in this folder produce it.
 */
export type WorkspacePath = string & { readonly '~prometeu.brand': 'WorkspacePath' };

/** The workspace root. */
export const WORKSPACE_ROOT = '' as WorkspacePath;

const ROOTED: readonly (readonly [PathFaultKind, RegExp])[] = [
  ['unc', /^[\\/]{2}/],
  ['absolute', /^[\\/]/],
  ['drive', /^[a-z]:/i],
  ['scheme', /^[a-z][a-z0-9+.-]+:\//i],
];

function findRoot(text: string): PathFault | null {
  for (const [kind, pattern] of ROOTED) {
    const match = pattern.exec(text);
    if (match !== null) return { kind, segment: match[0], index: 0 };
  }
  return null;
}

function checkLength(path: string): Result<WorkspacePath, PathFault> {
  if (fitsUtf8(path, MAX_PATH_BYTES)) return ok(path as WorkspacePath);
  return err({ kind: 'path-too-long', segment: path, index: 0 });
}

/**
 * Makes a path of a text, or tells why it is none. The text is taken as it is: nothing is decoded, expanded or
 * normalised, so a path has one spelling. `index` of a fault counts from the start of the text. What is no text, as programs
 * without types may have it, is as good as an empty one.
 *
 * @example
 * ```ts
 * import { parseWorkspacePath } from 'prometeu-packer';
 *
 * console.log(parseWorkspacePath('assets/hero/idle.png').isOk()); // true
 * console.log(parseWorkspacePath('assets/../secret')._unsafeUnwrapErr()); // { kind: 'parent-segment', segment: '..', index: 7 }
 * ```
 */
export function parseWorkspacePath(text: string): Result<WorkspacePath, PathFault> {
  if (typeof text !== 'string' || text === '') return err({ kind: 'empty', segment: '', index: 0 });
  const measured = checkLength(text); // first, so that what follows is bounded
  if (measured.isErr()) return measured;
  let start = 0;
  for (const segment of text.split('/')) {
    const fault = findSegmentFault(segment, start);
    if (fault !== null) return err(findRoot(text) ?? fault); // every root is a faulty segment too
    start += segment.length + 1;
  }
  return measured;
}

/**
 * The path of one name in a folder. Checks the name and the whole length only. `index` of a fault counts from the root. What is
 * no text, as programs without types may have it, is as good as an empty one.
 *
 * @example
 * ```ts
 * import { joinPath, WORKSPACE_ROOT } from 'prometeu-packer';
 *
 * console.log(joinPath(WORKSPACE_ROOT, 'assets')._unsafeUnwrap()); // assets
 * console.log(joinPath(WORKSPACE_ROOT, '..')._unsafeUnwrapErr().kind); // parent-segment
 * ```
 */
export function joinPath(folder: WorkspacePath, name: string): Result<WorkspacePath, PathFault> {
  if (typeof folder !== 'string') return err({ kind: 'empty', segment: '', index: 0 });
  const prefix = folder === WORKSPACE_ROOT ? '' : `${folder}/`;
  const fault = findSegmentFault(name, prefix.length);
  return fault === null ? checkLength(prefix + name) : err(fault);
}

/** The path that `path`, counted from `folder`, has from the workspace root. Fails only as `path-too-long`. */
export function appendPath(folder: WorkspacePath, path: WorkspacePath): Result<WorkspacePath, PathFault> {
  if (folder === WORKSPACE_ROOT) return ok(path);
  return path === WORKSPACE_ROOT ? ok(folder) : checkLength(`${folder}/${path}`);
}

/**
 * The folder that a path stands in; null for the root, which stands in none.
 *
 * @example
 * ```ts
 * import { parentOf, parseWorkspacePath } from 'prometeu-packer';
 *
 * console.log(parentOf(parseWorkspacePath('assets/hero/idle.png')._unsafeUnwrap())); // assets/hero
 * ```
 */
export function parentOf(path: WorkspacePath): WorkspacePath | null {
  if (path === WORKSPACE_ROOT) return null;
  return path.slice(0, Math.max(0, path.lastIndexOf('/'))) as WorkspacePath;
}

/**
 * The last segment of a path; empty for the root.
 *
 * @example
 * ```ts
 * import { nameOf, parseWorkspacePath } from 'prometeu-packer';
 *
 * console.log(nameOf(parseWorkspacePath('assets/hero/idle.png')._unsafeUnwrap())); // idle.png
 * ```
 */
export function nameOf(path: WorkspacePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Whether a path stands below a folder, at any depth. A folder is not inside itself, `game-evil/x` not inside `game`.
 *
 * @example
 * ```ts
 * import { isInside, parseWorkspacePath, WORKSPACE_ROOT } from 'prometeu-packer';
 *
 * const path = parseWorkspacePath('assets/hero/idle.png')._unsafeUnwrap();
 * console.log(isInside(path, WORKSPACE_ROOT), isInside(path, path)); // true false
 * ```
 */
export function isInside(path: WorkspacePath, folder: WorkspacePath): boolean {
  if (folder === WORKSPACE_ROOT) return path !== WORKSPACE_ROOT;
  return path.startsWith(`${folder}/`);
}
