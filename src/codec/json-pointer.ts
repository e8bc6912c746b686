/** An RFC 6901 pointer from the keys and indices that lead to a value; the empty path is the whole document. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;

/** The steps of an RFC 6901 pointer; null where the text is none. */
export function parseJsonPointer(pointer: string): readonly string[] | null {
  if (!POINTER.test(pointer)) return null;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
