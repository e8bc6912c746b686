/** Edit distance of two short strings; two neighbours that changed places are one edit. */
function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : Infinity;
      current.push(Math.min(substitution, (last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, swapped));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? a.length;
}

/**
 * The known key that an unknown one was probably meant to be: equal but for case and separators, or at most two edits
 * away (one for keys of up to four letters).
 */
export function nearMiss(key: string, known: readonly string[]): string | null {
  if (key.length > 64) return null;
  const plain = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, '');
  const limit = key.length <= 4 ? 1 : 2;
  const scored = known
    .map((candidate) => ({ candidate, edits: plain(candidate) === plain(key) ? 0 : distance(key.toLowerCase(), candidate) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  return scored[0]?.candidate ?? null;
}
