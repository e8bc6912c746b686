/** Puts the values of each key together, keys and values in the order in which they come. */
export function groupPairs<Key, Value>(pairs: Iterable<readonly [key: Key, value: Value]>): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return groups;
}
