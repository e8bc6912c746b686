import { v5 } from 'uuid';

/**
 * A name-based uuid (RFC 9562, version 5): the same for the same namespace and name, on every machine. Never throws for
 * what it asks for.
 *
 * @param namespace - a uuid for which `isCanonicalUuid` holds.
 * @param name - any text without half a surrogate pair; hashed as UTF-8.
 * @returns in canonical form.
 */
export function nameUuid(namespace: string, name: string): string {
  return v5(name, namespace);
}
