import type { Registry } from '../../../src/artifacts/registry/model.js';
import type { HistoryEvent } from './history-event.js';
import type { Folder, World } from './world.js';

type Choices = Omit<Extract<HistoryEvent, { kind: 'merged' }>, 'kind' | 'left' | 'right'>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What stands in one of the sides, and in both where the other one did not take it away: a merge by lines. */
function mergeSets<T>(base: readonly T[], left: readonly T[], right: readonly T[]): readonly T[] {
  const has = (list: readonly T[], item: T): boolean => list.some((other) => isSame(other, item));
  const all = [...left, ...right.filter((item) => !has(left, item))];
  return all.filter((item) => !has(base, item) || (has(left, item) && has(right, item)));
}

function mergeRegistries(base: Registry, left: Registry, right: Registry, choice: Choices['registry']): Registry {
  if (choice !== 'union') return choice === 'ours' ? left : right;
  return {
    ...left,
    next_asset_id: Math.max(left.next_asset_id, right.next_asset_id),
    assets: mergeSets(base.assets, left.assets, right.assets),
    retired: mergeSets(base.retired, left.retired, right.retired),
  };
}

function mergeFolders(base: World, left: World, right: World, choice: Choices['folders']): ReadonlyMap<string, Folder> {
  const merged = new Map<string, Folder>();
  for (const root of new Set([...left.folders.keys(), ...right.folders.keys()])) {
    const [was, ours, theirs] = [base, left, right].map(({ folders }) => folders.get(root));
    const clean = isSame(ours, was) ? theirs : ours;
    const isContested = !isSame(ours, was) && !isSame(theirs, was);
    const taken = isContested ? (choice === 'ours' ? ours : theirs) : clean;
    if (taken !== undefined) merged.set(root, taken);
  }
  return merged;
}

/**
 * Merges two branches of one world, file by file as version control does. A thing that both sides moved stands in both
 * places afterwards, and is rightly itself in each.
 *
 * @param right - made what it made after what `left` made, so that no two things have one name.
 */
export function mergeWorlds(base: World, left: World, right: World, choices: Choices): World {
  const registry = mergeRegistries(base.registry, left.registry, right.registry, choices.registry);
  return {
    things: new Map([...left.things, ...right.things]),
    folders: mergeFolders(base, left, right, choices.folders),
    registry,
    commits: [...left.commits, ...right.commits.slice(base.commits.length), registry],
    backups: [...left.backups, ...right.backups.slice(base.backups.length)],
    made: Math.max(left.made, right.made),
  };
}
