import type { Told } from './file-findings.js';

/** What somebody tells, by the file that it is told of. */
export type ToldByFile = ReadonlyMap<string, readonly Told[]>;

const NOTHING: ToldByFile = new Map(); // most folders and roots have nothing to tell

/** Sorts what is told by the file that it is told of, in the order in which it comes. */
export function toldByFile(told: readonly Told[]): ToldByFile {
  if (told.length === 0) return NOTHING;
  const files = new Map<string, Told[]>();
  for (const one of told) {
    const known = files.get(one.file);
    if (known === undefined) files.set(one.file, [one]);
    else known.push(one);
  }
  return files;
}
