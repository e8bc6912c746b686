import { isBytes } from '../base/is-bytes.js';
import { hasMethods } from './has-methods.js';
import type { EntryKind, EntryStat, FileContent, FolderEntry, ReadHandle } from './read-port.js';

const ENTRY_KINDS: ReadonlySet<unknown> = new Set<EntryKind>(['file', 'folder', 'symlink', 'other']);

/** Whether a value is a stat. */
export function isEntryStat(value: unknown): value is EntryStat {
  if (!hasMethods<EntryStat>(value, [])) return false;
  const { kind, size, modifiedMs } = value;
  return ENTRY_KINDS.has(kind) && Number.isSafeInteger(size) && Number(size) >= 0 && typeof modifiedMs === 'number';
}

/** Whether a value is a file's content. */
export function isFileContent(value: unknown): value is FileContent {
  if (!hasMethods<FileContent>(value, [])) return false;
  return isBytes(value.bytes) && isEntryStat(value.stat);
}

function isFolderEntry(value: unknown): value is FolderEntry {
  return hasMethods<FolderEntry>(value, []) && typeof value.name === 'string' && ENTRY_KINDS.has(value.kind);
}

/** Whether a value is a folder's listing. */
export function isListing(value: unknown): value is readonly FolderEntry[] {
  return Array.isArray(value) && value.every(isFolderEntry);
}

/** Whether a value is a handle for reading. */
export function isReadHandle(value: unknown): value is ReadHandle {
  return hasMethods<ReadHandle>(value, ['read', 'close']) && isEntryStat(value.stat);
}
