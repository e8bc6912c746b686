/**
 * The rooms of src/, low to high: a room knows only lower ones. docs/ARCHITECTURE.md says what each is for.
 */
export const floors: readonly (readonly string[])[] = [
  ['base'],
  ['diagnostics'],
  ['paths', 'policy'],
  ['ports', 'codec'],
  ['schema'],
  ['versioning'],
  ['artifacts', 'sources'],
  ['workspace'],
  ['plans'],
  ['operations'],
  ['report'],
  ['explain', 'studio', 'node', 'memory', 'testing'],
  ['cli', 'panel'],
];

/** From this floor up, rooms are bundles of their own and import the core by the package's name. */
export const firstOuterFloor = floors.findIndex((rooms) => rooms.includes('report'));

/** The rooms that make up the core, which the entry `index` shows. */
const coreRooms = floors.slice(0, firstOuterFloor).flat();

/** The flat entry files of src/, each with the rooms it may name. */
export const entryRooms: ReadonlyMap<string, readonly string[]> = new Map([
  ['index', coreRooms],
  ['node', ['node']],
  ['memory', ['memory']],
  ['testing', ['testing']],
  ['report', ['report']],
  ['explain', ['explain']],
  ['studio', ['studio']],
  ['cli', ['cli']],
]);

/** The package's own name. */
export const packageName = 'prometeu-packer';

/** The room a file stands in: the folder below src/; null for the entries and for whatever lies outside src/. */
export function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** The entry that a file is; null where it is none. */
export function entryOf(path: string): string | null {
  return /^src\/([^/]+)\.ts$/.exec(path)?.[1] ?? null;
}

/** The floor of a room; -1 where there is no such room. */
export function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

/** Whether a file may know its host: the clock, the disk, the process. */
export function knowsHost(path: string): boolean {
  return ['node', 'cli'].includes(roomOf(path) ?? '') || entryOf(path) === 'cli';
}
