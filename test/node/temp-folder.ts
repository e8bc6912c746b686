import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder, and how to remove it. */
export function makeTempFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'prometeu-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** How many files this process holds open, counted as Linux tells it. */
export function countOpenFiles(): number {
  return readdirSync('/proc/self/fd').length;
}
