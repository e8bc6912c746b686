import { isStagedName } from 'prometeu-packer';
import type { CrashImage } from 'prometeu-packer/testing';

/** Files by path, with what is in them. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The registry. */
export const REGISTRY = 'assets/.prometeu/index.json';

/** The lock. */
export const LOCK = 'assets/.prometeu/lock';

/** The journal. */
export const JOURNAL = 'assets/.prometeu/journal.json';

const PASSING: ReadonlySet<string> = new Set([LOCK, JOURNAL]);

/** Whether a file comes and goes with the packer's own work: lock, journal, or staged. */
function isPassing(path: string): boolean {
  return PASSING.has(path) || isStagedName(path.slice(path.lastIndexOf('/') + 1));
}

/** What a plan changes or leaves alone, the record for an undo included: everything but what comes and goes. */
export function visibleFiles({ files }: Pick<CrashImage, 'files'>): Files {
  return new Map([...files].filter(([path]) => !isPassing(path)));
}

/** What comes and goes. */
export function passingFiles({ files }: Pick<CrashImage, 'files'>): readonly string[] {
  return [...files.keys()].filter(isPassing);
}

/** Whether two contents are the same. */
export function isSameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Buffer.compare(a, b) === 0);
}

/** The files in which two workspaces differ. */
export function differingFiles(a: Files, b: Files): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => !isSameBytes(a.get(path), b.get(path)));
}
