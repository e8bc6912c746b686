import { lstatSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isSameFile } from './look-at.js';

function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // only a hint is lost
  }
}

/**
 * Whether the disk of a workspace tells `A` from `a`, found out by looking for what exists under another case, without
 * writing. Where nothing with letters exists, the platform's habit counts.
 */
export function detectCaseSensitivity(root: string): boolean {
  for (const path of [join(root, 'assets'), root]) {
    const swapped = join(dirname(path), swapCase(basename(path)));
    const known = statOf(path);
    if (known === undefined || swapped === path) continue;
    const other = statOf(swapped);
    return other === undefined || !isSameFile(known, other);
  }
  return process.platform !== 'win32' && process.platform !== 'darwin';
}
