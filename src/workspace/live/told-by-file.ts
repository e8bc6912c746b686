import { groupPairs } from '../../base/group-pairs.js';
import type { Told, Telling } from './file-findings.js';

/** What somebody tells, by the file that it is told of. */
export type ToldByFile = ReadonlyMap<string, readonly Told[]>;

const NOTHING: ToldByFile = new Map(); // most folders and roots have nothing to tell

/** Sorts what is told by the file that it is told of, in the order in which it comes. */
export function toldByFile(told: readonly Telling[]): ToldByFile {
  if (told.length === 0) return NOTHING;
  return groupPairs(told.map((one, order) => [one.file, { ...one, order }] as const));
}
