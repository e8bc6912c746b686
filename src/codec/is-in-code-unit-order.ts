/** Deeper values are left to the long way, which knows cycles. */
const MOST_DEPTH = 200;

/** At each depth, keys in order: those of the last object there, as far as they were in order. */
type KnownKeys = string[][];

function areMembersInOrder(members: Readonly<Record<string, unknown>>, known: KnownKeys, depth: number): boolean {
  const keys = (known[depth] ??= []);
  let place = 0;
  for (const key in members) {
    if (keys[place] !== key) {
      const previous = keys[place - 1];
      if (previous !== undefined && key < previous) return false;
      keys[place] = key;
      keys.length = place + 1; // what followed here followed another key
    }
    place += 1;
    const value = members[key];
    if (typeof value !== 'string' && !isValueInOrder(value, known, depth)) return false;
  }
  return true;
}

function isValueInOrder(value: unknown, known: KnownKeys, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value !== 'object' || depth > MOST_DEPTH || 'toJSON' in value) return false;
  if (!Array.isArray(value)) {
    return Object.getPrototypeOf(value) === Object.prototype && areMembersInOrder(value as Record<string, unknown>, known, depth + 1);
  }
  const items: readonly unknown[] = value;
  for (let index = 0; index < items.length; index += 1) if (!isValueInOrder(items[index], known, depth + 1)) return false;
  return true;
}

/**
 * Whether a value is plain data whose keys stand by code units already, at every depth: what `inKeyOrder` gives back as it is.
 * False also where that would take longer to tell. Equal, because both look at every member: that keys are in order is known of an
 * object whose keys are, one by one, those of an earlier one at its depth, and objects of a list mostly are alike.
 */
export function isInCodeUnitOrder(value: unknown): boolean {
  return isValueInOrder(value, [], 0);
}
