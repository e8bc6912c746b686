/** The folders that a path stands in, the root first. None for the root. */
export function foldersAbove<Path extends string>(path: Path): readonly Path[] {
  if (path === '') return [];
  const above: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) above.push(path.slice(0, end));
  return ['', ...above.reverse()] as Path[];
}
