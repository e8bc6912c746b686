const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is a uuid (RFC 9562, versions 1 to 8) in canonical lower case. Nil and max are not. */
export function isCanonicalUuid(text: string): boolean {
  return CANONICAL.test(text);
}

/**
 * The canonical form of a uuid that is only spelled otherwise: upper case, in braces, or as `urn:uuid:`.
 *
 * @returns null where the text is no uuid however it is spelled.
 */
export function canonicalUuid(text: string): string | null {
  if (text.length > 48) return null;
  const lower = text.toLowerCase();
  const bare = lower.startsWith('urn:uuid:') ? lower.slice(9) : lower.startsWith('{') && lower.endsWith('}') ? lower.slice(1, -1) : lower;
  return isCanonicalUuid(bare) ? bare : null;
}
