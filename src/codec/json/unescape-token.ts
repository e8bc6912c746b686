/** The key or string that a token of valid JSON stands for. */
export function unescapeToken(token: string): string {
  return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
}
