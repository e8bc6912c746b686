import type { MemoryDifference } from 'prometeu-packer';

type Kind = 'changed' | 'added' | 'removed';

/** What two differences that follow each other come to; null where a path is as it was at first, as far as that is known. */
function merge(first: Kind | undefined, second: Kind): Kind | null {
  if (first === 'added') return second === 'removed' ? null : 'added';
  if (first === 'removed') return second === 'removed' ? 'removed' : 'changed';
  return second;
}

/** Two differences that follow each other, as one. */
export function mergeDifferences(first: MemoryDifference, second: MemoryDifference): MemoryDifference {
  const kinds = new Map<string, Kind>();
  for (const kind of ['changed', 'added', 'removed'] as const) for (const path of first[kind]) kinds.set(path, kind);
  for (const kind of ['changed', 'added', 'removed'] as const) {
    for (const path of second[kind]) {
      const merged = merge(kinds.get(path), kind);
      if (merged === null) kinds.delete(path);
      else kinds.set(path, merged);
    }
  }
  const pathsOf = (kind: Kind): readonly string[] => [...kinds].flatMap(([path, found]) => (found === kind ? [path] : [])).sort();
  return { changed: pathsOf('changed'), added: pathsOf('added'), removed: pathsOf('removed') };
}
