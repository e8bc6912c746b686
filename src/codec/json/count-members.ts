import { isReservedKey } from './reserved-keys.js';

/**
 * Counts the members of all objects in a parsed value. Where the text has more of them, a key stood twice in an object and
 * `JSON.parse` kept only the last. Undefined where a key is reserved, or where the host makes it impossible to tell.
 */
export function countMembers(value: unknown): number | undefined {
  if (Object.keys(Object.prototype).length > 0) return undefined; // the host put keys there, which `for in` would count
  const pending: unknown[] = [value];
  let members = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (Array.isArray(next)) {
      for (const item of next as readonly unknown[]) if (typeof item === 'object' && item !== null) pending.push(item);
    } else if (typeof next === 'object' && next !== null) {
      const object = next as Readonly<Record<string, unknown>>;
      for (const key in object) {
        if (isReservedKey(key)) return undefined;
        members += 1;
        const member = object[key];
        if (typeof member === 'object' && member !== null) pending.push(member);
      }
    }
  }
  return members;
}
