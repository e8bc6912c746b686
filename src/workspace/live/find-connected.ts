/** What connects roots: each has keys, and each key leads to roots. */
export interface RootLinks {
  /** What a root is found by. */
  readonly keysOf: (root: string) => Iterable<string>;
  /** Who is found by a key. */
  readonly rootsOf: (key: string) => Iterable<string>;
}

/** Finds every root that shares a key with one of some roots, or is found by one of some keys, and so on from these. */
export function findConnected(roots: Iterable<string>, keys: Iterable<string>, { keysOf, rootsOf }: RootLinks): ReadonlySet<string> {
  const found = new Set<string>();
  const followed = new Set<string>();
  const toVisit = [...roots];
  const follow = (key: string): void => {
    if (followed.has(key)) return;
    followed.add(key);
    for (const root of rootsOf(key)) toVisit.push(root);
  };
  for (const key of keys) follow(key);
  for (let root = toVisit.pop(); root !== undefined; root = toVisit.pop()) {
    if (found.has(root)) continue;
    found.add(root);
    for (const key of keysOf(root)) follow(key);
  }
  return found;
}
