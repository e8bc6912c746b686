/** Copies a value that has a certain shape; undefined where it has not. */
export type CopyData<T> = (value: unknown) => T | undefined;

type Shape<T> = { readonly [Key in keyof T]-?: CopyData<T[Key]> };

/** A text. */
export const copyText: CopyData<string> = (value) => (typeof value === 'string' ? value : undefined);

/** A whole number from 0 to 2^53 - 1. */
export const copyCount: CopyData<number> = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined);

/** One of some texts. */
export function copyOneOf<const T extends string>(texts: readonly T[]): CopyData<T> {
  const known = new Map<unknown, T>(texts.map((text) => [text, text]));
  return (value) => known.get(value);
}

/** Null, or what a copier takes. */
export function copyNullable<T>(copy: CopyData<T>): CopyData<T | null> {
  return (value) => (value === null ? null : copy(value));
}

/** A list of what a copier takes. */
export function copyList<T>(copy: CopyData<T>): CopyData<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const list: T[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const copied = copy((value as readonly unknown[])[index]);
      if (copied === undefined) return undefined;
      list.push(copied);
    }
    return list;
  };
}

/** A plain object of any keys but `__proto__`, all of its values taken by one copier. */
export function copyRecord<T>(copy: CopyData<T>): CopyData<Readonly<Record<string, T>>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return undefined;
    const record: Record<string, T> = {};
    const keys = Object.keys(value);
    if (keys.length !== Reflect.ownKeys(value).length) return undefined; // symbols, and what is not seen
    for (const key of keys) {
      if (key === '__proto__') return undefined;
      const copied = copy((value as Readonly<Record<string, unknown>>)[key]);
      if (copied === undefined) return undefined;
      record[key] = copied;
    }
    return record;
  };
}

/** An object that has the keys of a shape and no others; the copy has them in the order of the shape. */
export function copyObject<T extends object>(shape: Shape<T>): CopyData<T> {
  const copiers = new Map<string, CopyData<unknown>>(Object.entries(shape));
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const keys = Object.keys(value);
    if (keys.length !== copiers.size || !keys.every((key) => copiers.has(key))) return undefined;
    for (const key in value) if (!copiers.has(key)) return undefined; // inherited ones too, as a schema looks
    const object: Record<string, unknown> = {};
    for (const [key, copy] of copiers) {
      const copied = copy((value as Readonly<Record<string, unknown>>)[key]);
      if (copied === undefined) return undefined;
      object[key] = copied;
    }
    return object as T;
  };
}
