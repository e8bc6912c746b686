/** Where build puts the archive, from the workspace's folder. */
export const BUILT_ARCHIVE = 'build/assets.pa';
