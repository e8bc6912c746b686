import { createHash } from 'node:crypto';
import { compareStrings } from 'prometeu-packer';

/** `fixtures/frozen/lock.json`: by version, whether it is released, and the SHA-256 of each of its files. */
export type FrozenLock = Readonly<Record<string, LockedVersion>>;

/** What the lock says of a version. */
export interface LockedVersion {
  /** Once true, no file of the version changes any more. */
  readonly released: boolean;
  readonly files: Readonly<Record<string, string>>;
}

/** The digests of files, by path. */
export function digestsOf(files: ReadonlyMap<string, Uint8Array>): LockedVersion['files'] {
  const digests = [...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')] as const);
  return Object.fromEntries(digests.sort(([a], [b]) => compareStrings(a, b)));
}

/** What is wrong with the folder of a version: each file that is changed, missing, or not in the lock. */
export function lockFaults({ files }: Pick<LockedVersion, 'files'>, found: LockedVersion['files']): readonly string[] {
  const paths = [...new Set([...Object.keys(files), ...Object.keys(found)])].sort(compareStrings);
  return paths.flatMap((path) => {
    const [locked, there] = [files[path], found[path]];
    if (locked === there) return [];
    return [`${locked === undefined ? 'not in the lock' : there === undefined ? 'missing' : 'changed'}: ${path}`];
  });
}

/** The folder of what is not released yet, once this version is. It holds `superseded.json` alone. */
export const NEXT = 'next';

/**
 * The folder that may be written: that of a version until it is released, then `next`. A version that has a tag in git and is not
 * sealed has none: what was released is not known to be what stands there.
 */
export function freezeTarget(
  lock: FrozenLock,
  version: string,
  tags: readonly string[],
): { readonly folder: string } | { readonly refused: string } {
  if (lock[version]?.released === true) return { folder: NEXT };
  if (!tags.includes(`v${version}`)) return { folder: version };
  return { refused: `There is a tag v${version}, so that its folder stays as it is: seal it.` };
}
