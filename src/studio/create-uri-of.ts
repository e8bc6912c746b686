/** Gives the URI of a file, from its path from the workspace root. */
export function createUriOf(rootUri: string): (file: string) => string {
  const root = rootUri.endsWith('/') ? rootUri : `${rootUri}/`;
  return (file) => root + file.split('/').map(encodeSegment).join('/');
}

/** A name that holds half a surrogate pair cannot be written in a URI: it gets U+FFFD. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
