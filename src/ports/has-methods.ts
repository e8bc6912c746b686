/** What is known of an object's fields before they are looked at. */
export type Unknown<T> = Partial<Record<keyof T, unknown>>;

/** Whether a value is an object that can do all that is named. */
export function hasMethods<T>(value: unknown, names: readonly (keyof T & string)[]): value is Unknown<T> {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'function');
}
