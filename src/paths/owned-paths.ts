import type { WorkspacePath } from './workspace-path.js';

// A test parses every one of them.

/** The folder that holds all assets. */
export const ASSETS_FOLDER = 'assets' as WorkspacePath;

/** The folder of the registry and of all control files. */
export const CONTROL_FOLDER = 'assets/.prometeu' as WorkspacePath;

/** The registry: identity and build membership. */
export const REGISTRY_PATH = 'assets/.prometeu/index.json' as WorkspacePath;

/** The cache. */
export const CACHE_PATH = 'assets/.prometeu/cache.json' as WorkspacePath;

/** The journal of a plan being applied. */
export const JOURNAL_PATH = 'assets/.prometeu/journal.json' as WorkspacePath;

/** The lock of whoever is writing. */
export const LOCK_PATH = 'assets/.prometeu/lock' as WorkspacePath;

/** The folder of before-bytes for one undo. */
export const UNDO_FOLDER = 'assets/.prometeu/undo' as WorkspacePath;

/** Tells git which control files to leave out. */
export const GITIGNORE_PATH = 'assets/.prometeu/.gitignore' as WorkspacePath;

/** The folder of build outputs. */
export const BUILD_FOLDER = 'build' as WorkspacePath;

/** The archive. */
export const ARCHIVE_PATH = 'build/assets.pa' as WorkspacePath;

/** Companion of the archive: its asset table. */
export const ASSET_TABLE_PATH = 'build/asset_table.json' as WorkspacePath;

/** Companion of the archive: its preload table. */
export const PRELOAD_PATH = 'build/preload.json' as WorkspacePath;

/** Companion of the archive: where each asset and input came from. */
export const ASSET_METADATA_PATH = 'build/asset_table_metadata.json' as WorkspacePath;
