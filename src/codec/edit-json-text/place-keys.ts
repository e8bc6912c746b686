import type { EditJsonOptions } from './edit-json-options.js';

/** New keys by the place they come in at: -1 for before the first old key, else the index of the old key they come after. */
export type PlacedKeys = ReadonlyMap<number, readonly string[]>;

/**
 * Decides where the new keys of an object go.
 *
 * @param oldKeys - the keys that the text has, those that are removed included.
 * @param newKeys - in the order of the new value.
 */
export function placeKeys(
  oldKeys: readonly string[],
  newKeys: readonly string[],
  objectPointer: string,
  { newKeyAfter }: EditJsonOptions,
): PlacedKeys {
  const followers = new Map<string | null, string[]>([[null, []], ...oldKeys.map((key): [string, string[]] => [key, []])]);
  const last: string[] = [];
  for (const key of newKeys) {
    const anchor = newKeyAfter?.(objectPointer, key);
    (anchor === undefined ? last : (followers.get(anchor) ?? last)).push(key);
    followers.set(key, []);
  }
  const spread = (keys: readonly string[]): readonly string[] => {
    const placed: string[] = [];
    const waiting = keys.toReversed();
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      placed.push(key);
      for (const follower of (followers.get(key) ?? []).toReversed()) waiting.push(follower);
    }
    return placed;
  };
  const placed = new Map<number, readonly string[]>();
  const place = (index: number, keys: readonly string[]): void => {
    if (keys.length > 0) placed.set(index, [...(placed.get(index) ?? []), ...spread(keys)]);
  };
  place(-1, followers.get(null) ?? []);
  for (const [index, key] of oldKeys.entries()) place(index, followers.get(key) ?? []);
  place(oldKeys.length - 1, last);
  return placed;
}
