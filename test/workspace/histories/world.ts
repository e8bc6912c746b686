import type { Registry } from '../../../src/artifacts/registry/model.js';

/** Something that was made once, wherever its folder went since. Its name tells it from every other. */
export interface Thing {
  /** The identity that is rightly its own; null for what was never registered, and for every copy. */
  readonly uuid: string | null;
  /** What it was copied from; null for an original. */
  readonly copyOf: string | null;
}

/** A folder with an `asset.json`, as it stands on disk. */
export interface Folder {
  /** Which thing it truly is. */
  readonly thing: string;
  /** What stands as `asset_uuid`; null where the line is not there. */
  readonly claim: string | null;
  /** Whether `asset.json` can no longer be read. */
  readonly broken: boolean;
  /** How often its content was edited. */
  readonly edits: number;
}

/** A folder as it was when it was taken away, with the root where it stood. */
export interface Backup {
  readonly root: string;
  readonly folder: Folder;
}

/** A workspace together with the truth about it, which no file tells. */
export interface World {
  /** Everything that was ever made, by its name. */
  readonly things: ReadonlyMap<string, Thing>;
  /** What stands on disk, by root. */
  readonly folders: ReadonlyMap<string, Folder>;
  /** The registry on disk. */
  readonly registry: Registry;
  /** The registry as it was committed at each earlier time, oldest first. */
  readonly commits: readonly Registry[];
  /** What was taken away, oldest first. */
  readonly backups: readonly Backup[];
  /** How much was made so far: names and uuids count on from here. */
  readonly made: number;
}

/** The uuid with a number: valid, canonical, the same in every run. */
export function uuidOf(number: number): string {
  return `${number.toString(16).padStart(8, '0')}-abcd-4abc-8abc-abcdefabcdef`;
}

/** The number above which uuids belong to other projects. */
export const FOREIGN = 0x10000;

/** The roots of the world in which every history begins; the second is left out of builds, the last lies deeper. */
const FIRST_ROOTS = ['a', 'b', 'c', 'pack/d'] as const;

/** A sound project: every folder claims what the registry records for it, and one asset was retired long ago. */
export function soundWorld(): World {
  const first = FIRST_ROOTS.map((root, index) => ({ root, thing: `first-${index + 1}`, uuid: uuidOf(index + 1), asset_id: index + 1 }));
  const gone = { root: 'gone', thing: 'first-9', uuid: uuidOf(9), asset_id: 9 };
  const registry: Registry = {
    schema_version: 4,
    project_uuid: uuidOf(0xffff),
    next_asset_id: 10,
    assets: first.map(({ root, uuid, asset_id }) => ({ asset_id, asset_uuid: uuid, root, included_in_build: root !== 'b' })),
    retired: [{ asset_id: gone.asset_id, asset_uuid: gone.uuid }],
  };
  const folderOf = ({ thing, uuid }: typeof gone): Folder => ({ thing, claim: uuid, broken: false, edits: 0 });
  return {
    things: new Map([...first, gone].map(({ thing, uuid }) => [thing, { uuid, copyOf: null }])),
    folders: new Map(first.map((asset) => [asset.root, folderOf(asset)])),
    registry,
    commits: [registry],
    backups: [{ root: gone.root, folder: folderOf(gone) }],
    made: 100,
  };
}
