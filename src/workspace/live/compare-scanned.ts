import { compareStrings } from '../../base/compare-strings.js';

function depthOf(path: string): number {
  let depth = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) depth += 1;
  return depth;
}

/** The order in which folders are scanned, level by level: that of roots is the same, since they stand in one folder. */
export function compareScanned(a: string, b: string): number {
  return depthOf(a) - depthOf(b) || compareStrings(a, b);
}
