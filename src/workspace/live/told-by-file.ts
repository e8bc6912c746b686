import type { Told } from './file-findings.js';

/** What somebody tells, by the file that it is told of. */
export type ToldByFile = ReadonlyMap<string, readonly Told[]>;

const NOTHING: ToldByFile = new Map(); // most folders and roots have nothing to tell

/** Sorts what is told by the file that it is told of, in the order in which it comes. */
export function toldByFile(told: readonly Told[]): ToldByFile {
  if (told.length === 0) return NOTHING;
  const files = new Map<string, Told[]>();
  for (const [order, { code, file, phase, at, make }] of told.entries()) {
    const one: Told = { code, file, phase, at, order, make };
    const known = files.get(one.file);
    if (known === undefined) files.set(one.file, [one]);
    else known.push(one);
  }
  return files;
}
