/** A path as a relative URI: its segments percent-encoded as UTF-8. Half a surrogate pair, which UTF-8 has not, becomes U+FFFD. */
export function encodeUriPath(path: string): string {
  const wellFormed = path.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return wellFormed.split('/').map(encodeURIComponent).join('/');
}
