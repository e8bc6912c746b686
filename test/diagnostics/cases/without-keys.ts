/** A copy of an object without some of its keys. */
export function withoutKeys<T extends object, Key extends string>(value: T, keys: readonly Key[]): Omit<T, Key> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !(keys as readonly string[]).includes(key))) as Omit<T, Key>;
}
