/** The object or array that an RFC 6901 pointer leads to in a JSON value. */
export function at(value: unknown, pointer: string): Record<string, unknown> {
  let found = value;
  for (const step of pointer.split('/').slice(1)) found = (found as Record<string, unknown>)[step];
  return found as Record<string, unknown>;
}

/** A change of one member of a JSON value. */
export function put(pointer: string, key: string, member: unknown): (value: unknown) => void {
  return (value) => void Object.assign(at(value, pointer), { [key]: member });
}

/** The list that a pointer leads to. */
export function listAt(value: unknown, pointer: string): unknown[] {
  return at(value, pointer) as unknown as unknown[]; // the caller knows
}
