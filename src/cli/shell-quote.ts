/** A word as a POSIX shell takes it: as it is where that is safe, else in single quotes. */
export function shellQuote(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
