import type { Folder, Thing, World } from './world.js';

/** Whether a root is a folder, or lies in it. */
export function isWithin(root: string, folder: string): boolean {
  return root === folder || root.startsWith(`${folder}/`);
}

/** Every folder of a world under `assets/`: the roots, and what they lie in; by code units. */
export function foldersOf({ folders }: World): readonly string[] {
  const all = [...folders.keys()].flatMap((root) => {
    const names = root.split('/');
    return names.map((_, index) => names.slice(0, index + 1).join('/'));
  });
  return [...new Set(all)].sort();
}

/** Whether nothing stands at a place, in it, or as an asset around it that has an input of that name. */
export function isFree({ folders }: World, place: string): boolean {
  return ![...folders.keys()].some((root) => isWithin(root, place));
}

const rebase = (root: string, from: string, to: string): string => `${to}${root.slice(from.length)}`;

/** Moves a folder with all that lies in it to a free place. */
export function moveFolder(world: World, from: string, to: string): World {
  const folders = [...world.folders].map(([root, folder]) => [isWithin(root, from) ? rebase(root, from, to) : root, folder] as const);
  return { ...world, folders: new Map(folders) };
}

/** Swaps two folders, neither in the other, with all that lies in them. */
export function swapFolders(world: World, a: string, b: string): World {
  const placeOf = (root: string): string => (isWithin(root, a) ? rebase(root, a, b) : isWithin(root, b) ? rebase(root, b, a) : root);
  return { ...world, folders: new Map([...world.folders].map(([root, folder]) => [placeOf(root), folder])) };
}

/** Takes a folder away with all that lies in it; what it held can be restored. */
export function deleteFolder(world: World, from: string): World {
  const gone = [...world.folders].filter(([root]) => isWithin(root, from));
  const folders = new Map([...world.folders].filter(([root]) => !isWithin(root, from)));
  return { ...world, folders, backups: [...world.backups, ...gone.map(([root, folder]) => ({ root, folder }))] };
}

/** Puts a new folder at a free place that holds a copy of another: a thing of its own, with no identity of its own. */
export function putCopy(world: World, place: string, original: Folder, edited = false): World {
  const name = `made-${world.made}`;
  const copy: Thing = { uuid: null, copyOf: original.thing };
  return {
    ...world,
    things: new Map([...world.things, [name, copy]]),
    folders: new Map([...world.folders, [place, { ...original, thing: name, edits: original.edits + (edited ? 1 : 0) }]]),
    made: world.made + 1,
  };
}

/** Copies a folder with all that lies in it to a free place. */
export function copyFolder(world: World, from: string, to: string, edited = false): World {
  const copied = [...world.folders].filter(([root]) => isWithin(root, from));
  return copied.reduce((next, [root, folder]) => putCopy(next, rebase(root, from, to), folder, edited), world);
}

/** Puts a new folder at a free place that is nobody's copy. */
export function putNew(world: World, place: string, uuid: string | null, claim: string | null): World {
  const name = `made-${world.made}`;
  return {
    ...world,
    things: new Map([...world.things, [name, { uuid, copyOf: null }]]),
    folders: new Map([...world.folders, [place, { thing: name, claim, broken: false, edits: 0 }]]),
    made: world.made + 1,
  };
}

/** Changes one folder, where it is. */
export function changeFolder(world: World, root: string, change: Partial<Folder>): World {
  const folder = world.folders.get(root);
  return folder === undefined ? world : { ...world, folders: new Map([...world.folders, [root, { ...folder, ...change }]]) };
}
