type Method = (this: unknown, ...given: unknown[]) => unknown;

const KINDS = [Array.prototype, Map.prototype, Set.prototype] as const;

function lengthOf(collection: unknown): number {
  if (Array.isArray(collection)) return collection.length;
  return collection instanceof Map || collection instanceof Set ? collection.size : 0;
}

/** Methods that look at one element, or at the end alone: each counts as one. The others count what the collection holds. */
const SHORT: ReadonlySet<PropertyKey> = new Set(['get', 'set', 'has', 'add', 'delete', 'push', 'pop', 'at', 'shift']);

/**
 * Counts what is asked of lists, maps and sets while something runs, each walk by the length of what is walked: a measure of
 * work that is the same on every machine. Copies, spreads and loops over them are walks too.
 */
export async function countWork(run: () => Promise<unknown>): Promise<number> {
  let work = 0;
  const undo: (() => void)[] = [];
  for (const prototype of KINDS) {
    for (const key of Reflect.ownKeys(prototype)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(prototype, key);
      const method: unknown = descriptor?.value;
      if (key === 'constructor' || typeof method !== 'function' || descriptor === undefined) continue;
      const isShort = SHORT.has(key); // asked now: it is counted later
      const counted: Method = function (...given) {
        work += isShort ? 1 : 1 + lengthOf(this);
        return (method as Method).apply(this, given);
      };
      undo.push(() => Reflect.defineProperty(prototype, key, descriptor));
      Reflect.defineProperty(prototype, key, { ...descriptor, value: counted });
    }
  }
  try {
    await run();
  } finally {
    const found = work;
    for (const restore of undo) restore();
    work = found;
  }
  return work;
}
