/**
 * Where a path leads once a folder is moved.
 *
 * @param path - counted from the same place as the folders.
 * @returns null where it neither is the folder nor stands in it.
 */
export function rebasePath<Path extends string>(path: Path, from: Path, to: Path): Path | null {
  return path === from || path.startsWith(`${from}/`) ? ((to + path.slice(from.length)) as Path) : null;
}
