import type { Dirent, Stats } from 'node:fs';
import type { EntryKind, EntryStat } from 'prometeu-packer';

/** What an entry is, in the port's words. */
export function entryKind(entry: Pick<Stats | Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'symlink' : 'other';
}

/** A stat in the port's words. */
export function entryStat(stat: Stats): EntryStat {
  const kind = entryKind(stat);
  return { kind, size: kind === 'file' ? stat.size : 0, modifiedMs: stat.mtimeMs };
}
