import type { SortedMap } from '../../base/sorted-map.js';

/** The character after a slash: what stands below a folder stands before it. */
const AFTER_SLASH = '0';

/** The entry of a folder or root itself, and those of all that stands below it. */
export function* entriesBelow<Value>(map: SortedMap<Value>, path: string): Generator<readonly [key: string, value: Value], void, void> {
  const own = map.get(path);
  if (own !== undefined) yield [path, own];
  yield* map.entries(`${path}/`, `${path}${AFTER_SLASH}`);
}
