const LONGEST_NAME = 64;

function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '-' || text[start] === '_') start += 1;
  while (text[end - 1] === '-') end -= 1;
  return text.slice(start, end);
}

/**
 * The name that registering gives to a folder: lower-case ASCII, every run of other characters one `-`, trimmed to begin
 * with a letter or digit, `asset` where nothing is left; never longer than 64.
 */
export function assetNameOf(folder: string): string {
  const plain = folder.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[^a-z0-9_-]+/g, '-');
  const name = trim(trim(plain).slice(0, LONGEST_NAME));
  return name === '' ? 'asset' : name;
}

/** Gives each name once: a name that is taken gets `-2`, `-3` and so on. */
export function createNameGiver(taken: Iterable<string>): (name: string) => string {
  const given = new Set(taken);
  const last = new Map<string, number>();
  return (name) => {
    let candidate = name;
    for (let number = last.get(name) ?? 2; given.has(candidate); number++) {
      const suffix = `-${number}`;
      candidate = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
      last.set(name, number + 1);
    }
    given.add(candidate);
    return candidate;
  };
}
