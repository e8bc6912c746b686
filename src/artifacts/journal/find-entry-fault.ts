import { collisionKey } from '../../paths/collision-key.js';
import { ARCHIVE_PATH } from '../../paths/owned-paths.js';
import { stagedName } from '../../paths/staged-names.js';
import { nameOf, parseWorkspacePath } from '../../paths/workspace-path.js';
import type { Journal, JournalEntry } from './model.js';
import { targetClass } from './target-class.js';

/** What is wrong with an entry of a journal, and where. */
export interface EntryFault {
  /** Which rule it breaks. */
  readonly fault: 'target' | 'staged-name' | 'structure';
  /** RFC 6901 pointer into the journal. */
  readonly pointer: string;
}

function statesAgree({ op, class: guard, before, after, target }: JournalEntry): boolean {
  const isOurs = guard === 'derived' || guard === 'control';
  if (isOurs !== (before.kind === 'any')) return false;
  if (op === 'remove') return before.kind === 'sha256' && after.kind === 'absent';
  return target === ARCHIVE_PATH ? after.kind === 'archive' : after.kind === 'sha256';
}

/**
 * Holds the entries of a journal against what plans may do. A journal is untrusted: a target must be one that plans may
 * change, named once, in its class; staged content must be the staged file of the journal's token beside its target;
 * operation, before and after must agree; the registry is last.
 *
 * @returns the first fault, or null.
 */
export function findEntryFault({ token, entries }: Journal): EntryFault | null {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const { target, op, class: guard, staged } = entry;
    const at = (fault: EntryFault['fault'], key: string): EntryFault => ({ fault, pointer: `/entries/${index}/${key}` });
    const path = parseWorkspacePath(target);
    if (path.isErr() || targetClass(path.value) !== guard || seen.has(collisionKey(target))) return at('target', 'target');
    if (staged !== (op === 'remove' ? null : stagedName(nameOf(path.value), token))) return at('staged-name', 'staged');
    if (!statesAgree(entry)) return at('structure', 'before');
    if (guard === 'registry' && index !== entries.length - 1) return at('structure', 'target');
    seen.add(collisionKey(target));
  }
  return null;
}
