/** A pair, then a half that stands alone, then any other escape: tried in this order at each backslash, so linear. */
const ESCAPES = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\./g;

/**
 * The first escape in a JSON string, as written, that is half of a surrogate pair without the other half; undefined where
 * there is none. Unescaped halves cannot occur: the text was valid UTF-8.
 */
export function loneSurrogate(token: string): string | undefined {
  if (!token.includes('\\u')) return undefined;
  for (const [, lone] of token.matchAll(ESCAPES)) {
    if (lone !== undefined) return lone;
  }
  return undefined;
}
