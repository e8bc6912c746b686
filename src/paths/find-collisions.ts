import { compareStrings } from '../base/compare-strings.js';
import { collisionKey } from './collision-key.js';

/**
 * Groups the names of one folder that some file system may take for one. A name given twice is still one name.
 *
 * @returns groups of two or more names, names and groups in code-unit order whatever the order they came in.
 */
export function findCollisions(names: Iterable<string>): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>();
  for (const name of names) {
    const key = collisionKey(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Set([name]));
    else group.add(name);
  }
  return [...groups.values()]
    .filter((group) => group.size > 1)
    .map((group) => [...group].sort(compareStrings))
    .sort(([a = ''], [b = '']) => compareStrings(a, b));
}
