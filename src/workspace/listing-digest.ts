import { compareStrings } from '../base/compare-strings.js';
import { sha256Hex } from '../codec/sha256-hex.js';
import { WORKSPACE_ROOT, type WorkspacePath } from '../paths/workspace-path.js';
import type { FolderEntry } from '../ports/read-port.js';
import { isControlEntry } from './is-control-entry.js';

/**
 * SHA-256 over the names in a folder and what kind of entry each is, in code-unit order whatever the order they came
 * in, as 64 lower-case hexadecimal digits. Entries that come and go with the packer's own work are left out
 * ({@link isControlEntry}), so that applying one plan does not make the next one stale.
 *
 * @param entries - the names exactly as the host gives them, also those that no path can hold.
 * @param folder - where they stand; only the control folder makes a difference.
 * @param digestOf - SHA-256 of a text, as 64 lower-case hexadecimal digits: for many folders, one that is native, or remembers.
 */
export function listingDigest(
  entries: readonly FolderEntry[],
  folder: WorkspacePath = WORKSPACE_ROOT,
  digestOf: (text: string) => string = (text) => sha256Hex(new TextEncoder().encode(text)),
): string {
  const listed: (readonly [kind: string, name: string])[] = [];
  for (const { name, kind } of entries) if (!isControlEntry(folder, name)) listed.push([kind, name]);
  listed.sort(([, a], [, b]) => compareStrings(a, b));
  return digestOf(JSON.stringify(listed)); // half a surrogate pair is escaped, so two names stay two
}
