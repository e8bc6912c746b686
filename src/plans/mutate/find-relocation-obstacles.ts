import { findOverlap } from '../../artifacts/journal/find-overlap.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { collisionKey, pathCollisionKey } from '../../paths/collision-key.js';
import { diagnosePath } from '../../paths/diagnose-path.js';
import { foldersAbove } from '../../paths/folders-above.js';
import { findOwnedSegment } from '../../paths/owned-names.js';
import { ASSETS_FOLDER } from '../../paths/owned-paths.js';
import { appendPath, parseWorkspacePath, type WorkspacePath } from '../../paths/workspace-path.js';
import { declarationOf, folderOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import type { Mutation } from './mutation.js';

/** A mutation that moves an asset. */
export type Relocation = Extract<Mutation, { readonly kind: 'relocate' }>;

/** What relocations are held against. */
export interface RelocationScene {
  /** The workspace. */
  readonly snapshot: WorkspaceSnapshot;
  /** Whether the host tells `A` from `a` in names. */
  readonly caseSensitive: boolean;
  /** The files that other mutations change. */
  readonly changed: readonly WorkspacePath[];
  /** The roots of which other mutations give up the record. */
  readonly removed: ReadonlySet<string>;
}

const artifact = 'workspace';

type SeenPaths = ReadonlyMap<string, readonly string[]>;

/** Everything seen under `assets/`, by what some disk takes for it. */
function indexPaths({ folders }: WorkspaceSnapshot): SeenPaths {
  const byKey = new Map<string, string[]>();
  const paths = folders.flatMap(({ path, files }) => [path, ...files.map((name) => `${path}/${name}`)]);
  for (const path of paths) {
    const key = path.split('/').map(collisionKey).join('\u0000'); // as pathCollisionKey has it
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [path]);
    else others.push(path);
  }
  return byKey;
}

/** What stands in the way of a place outside the folder that moves, there or above it: anything but the folders that lead there. */
function findStanding(target: WorkspacePath, from: WorkspacePath, seen: SeenPaths, scene: RelocationScene): string | null {
  const folders = new Set(scene.snapshot.folders.map(({ path }) => path));
  for (const path of [...foldersAbove(target), target]) {
    const other = seen.get(pathCollisionKey(path))?.find((found) => {
      if (found === path) return path === target || !folders.has(path);
      return !(scene.caseSensitive && found === from); // its own name, spelled another way
    });
    if (other !== undefined) return other;
  }
  return null;
}

function judge({ root, to }: Relocation, seen: SeenPaths, scene: RelocationScene): Diagnostic | null {
  const from = folderOf(root);
  const location = { kind: 'file', file: from } as const;
  const parsed = parseWorkspacePath(to).andThen((path) => appendPath(ASSETS_FOLDER, path));
  if (parsed.isErr()) return diagnosePath(parsed.error, { artifact, location, text: to });
  const target = parsed.value;
  const segment = findOwnedSegment(target);
  if (segment !== null) return diagnose('PATH_OWNED', { artifact, location, data: { path: to, segment } });
  if (pathCollisionKey(target).startsWith(`${pathCollisionKey(from)}\u0000`)) {
    return diagnose('MUTATION_TARGET_INSIDE', { artifact, location, data: { root, to } });
  }
  const found = findStanding(target, from, seen, scene);
  if (found !== null) return diagnose('MUTATION_TARGET_EXISTS', { artifact, location, data: { root, to, found } });
  const isThere = scene.snapshot.files.some(({ path, sha256 }) => path === declarationOf(root) && sha256 !== null);
  return isThere ? null : diagnose('MUTATION_ROOT_NOT_FOUND', { artifact, location, data: { root }, subject: root });
}

/**
 * What stands in the way of moving assets: a place that is none, is taken, or lies inside what is moved; other changes of
 * the same plan where a folder leaves or arrives, and a record of it that is given up.
 *
 * Codes: MUTATION_TARGET_EXISTS, MUTATION_TARGET_INSIDE, MUTATION_IN_THE_WAY, MUTATION_ROOT_NOT_FOUND, PATH_OWNED, and the
 * path area.
 */
export function findRelocationObstacles(relocations: readonly Relocation[], scene: RelocationScene): readonly Diagnostic[] {
  if (relocations.length === 0) return [];
  const seen = indexPaths(scene.snapshot);
  const obstacles = relocations.flatMap((relocation) => judge(relocation, seen, scene) ?? []);
  if (obstacles.length > 0) return obstacles;
  const moves = relocations.map(({ root, to }) => ({ from: folderOf(root), target: folderOf(to) }));
  const overlap = findOverlap(moves, scene.changed);
  const inTheWay = (path: WorkspacePath): readonly Diagnostic[] => [
    diagnose('MUTATION_IN_THE_WAY', { artifact, location: { kind: 'file', file: path }, data: { path } }),
  ];
  if (overlap !== null) {
    const concerned = overlap.of === 'move' ? moves.map(({ from }) => from) : scene.changed;
    return inTheWay(concerned[overlap.index] ?? ASSETS_FOLDER);
  }
  const given = relocations.find(({ root }) => scene.removed.has(root));
  return given === undefined ? [] : inTheWay(folderOf(given.root));
}
