import type { WorkspacePath } from './workspace-path.js';

function owned(path: string): WorkspacePath {
  return path as WorkspacePath; // a test parses every one of them
}

/** The folder that holds all assets. */
export const ASSETS_FOLDER = owned('assets');

/** The folder of the registry and of all control files. */
export const CONTROL_FOLDER = owned('assets/.prometeu');

/** The registry: identity and build membership. */
export const REGISTRY_PATH = owned('assets/.prometeu/index.json');

/** The cache. */
export const CACHE_PATH = owned('assets/.prometeu/cache.json');

/** The journal of a plan being applied. */
export const JOURNAL_PATH = owned('assets/.prometeu/journal.json');

/** The lock of whoever is writing. */
export const LOCK_PATH = owned('assets/.prometeu/lock');

/** The folder of before-bytes for one undo. */
export const UNDO_FOLDER = owned('assets/.prometeu/undo');

/** Tells git which control files to leave out. */
export const GITIGNORE_PATH = owned('assets/.prometeu/.gitignore');

/** The folder of build outputs. */
export const BUILD_FOLDER = owned('build');

/** The archive. */
export const ARCHIVE_PATH = owned('build/assets.pa');

/** Companion of the archive: its asset table. */
export const ASSET_TABLE_PATH = owned('build/asset_table.json');

/** Companion of the archive: its preload table. */
export const PRELOAD_PATH = owned('build/preload.json');

/** Companion of the archive: where each asset and input came from. */
export const ASSET_METADATA_PATH = owned('build/asset_table_metadata.json');
