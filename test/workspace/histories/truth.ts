import { canonicalUuid } from '../../../src/codec/uuid.js';
import type { World } from './world.js';

/**
 * The folders that are rightly what a uuid stands for. None where the thing is gone, or the uuid was never given to any;
 * several where two branches moved one thing apart.
 */
export function rightfulRoots({ things, folders }: World, uuid: string): readonly string[] {
  return [...folders].filter(([, { thing }]) => things.get(thing)?.uuid === uuid).map(([root]) => root);
}

/**
 * Whether the disk still ties a folder to a uuid: by a claim that can be read, or because the registry records the uuid
 * for it. A thing that has neither left cannot be told from one that never had the identity.
 */
export function isTied({ folders, registry }: World, root: string, uuid: string): boolean {
  const folder = folders.get(root);
  const claims = folder !== undefined && !folder.broken && canonicalUuid(folder.claim ?? '') === uuid;
  return claims || registry.assets.some((record) => record.root === root && record.asset_uuid === uuid);
}

/**
 * How saying that a folder is what a uuid stands for agrees with the truth.
 *
 * - `right`: it is. - `excused`: it is not, but the one that is has gone, or nothing on disk ties it to the uuid any more:
 *   no rule could know. - `wrong`: it is not, and the disk still ties the one that is.
 */
export function judgeOwner(world: World, root: string, uuid: string): 'right' | 'excused' | 'wrong' {
  const rightful = rightfulRoots(world, uuid);
  if (rightful.includes(root)) return 'right';
  return rightful.some((other) => isTied(world, other, uuid)) ? 'wrong' : 'excused';
}
