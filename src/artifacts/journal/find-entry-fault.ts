import { collisionKey } from '../../paths/collision-key.js';
import { ARCHIVE_PATH } from '../../paths/owned-paths.js';
import { stagedName } from '../../paths/staged-names.js';
import { nameOf, parseWorkspacePath } from '../../paths/workspace-path.js';
import { findOverlap } from './find-overlap.js';
import { isMovableFolder } from './is-movable-folder.js';
import type { Journal, JournalFileEntry } from './model.js';
import { targetClass } from './target-class.js';

/** What is wrong with an entry of a journal, and where. */
export interface EntryFault {
  /** Which rule it breaks. */
  readonly fault: 'target' | 'staged-name' | 'structure';
  /** RFC 6901 pointer into the journal. */
  readonly pointer: string;
}

function statesAgree({ op, class: guard, before, after, target }: JournalFileEntry): boolean {
  const isOurs = guard === 'derived' || guard === 'control';
  if (isOurs !== (before.kind === 'any')) return false;
  if (op === 'remove') return before.kind === 'sha256' && after.kind === 'absent';
  return target === ARCHIVE_PATH ? after.kind === 'archive' : after.kind === 'sha256';
}

function isMovable(text: string): boolean {
  return parseWorkspacePath(text).match(isMovableFolder, () => false);
}

/** Folders move before any file changes, apart from each other and from the files, and never without the registry. */
function findMoveFault({ entries }: Journal): EntryFault | null {
  const moves = entries.flatMap((entry) => (entry.op === 'move' ? [entry] : []));
  if (moves.length === 0) return null;
  for (const [index, entry] of entries.entries()) {
    if (entry.op !== 'move') continue;
    if (index >= moves.length) return { fault: 'structure', pointer: `/entries/${index}/op` };
    const wrong = (['target', 'from'] as const).find((key) => !isMovable(entry[key]));
    if (wrong !== undefined) return { fault: 'target', pointer: `/entries/${index}/${wrong}` };
  }
  const files = entries.slice(moves.length).map(({ target }) => target);
  const overlap = findOverlap(moves, files);
  if (overlap !== null) {
    const index = overlap.of === 'move' ? overlap.index : moves.length + overlap.index;
    return { fault: 'target', pointer: `/entries/${index}/target` };
  }
  const last = entries.at(-1);
  return last?.op === 'replace' && last.class === 'registry' ? null : { fault: 'structure', pointer: '/entries' };
}

/**
 * Holds the entries of a journal against what plans may do. A journal is untrusted: a target must be one that plans may
 * change, named once, in its class; staged content must be the staged file of the journal's token beside its target;
 * operation, before and after must agree; the registry is last. Folders that move stand first, below `assets/` before and
 * afterwards, apart from everything else that changes, and the registry changes with them.
 *
 * @returns the first fault, or null.
 */
export function findEntryFault(journal: Journal): EntryFault | null {
  const { token, entries } = journal;
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    if (entry.op === 'move') continue;
    const { target, op, class: guard, staged } = entry;
    const at = (fault: EntryFault['fault'], key: string): EntryFault => ({ fault, pointer: `/entries/${index}/${key}` });
    const path = parseWorkspacePath(target);
    if (path.isErr() || targetClass(path.value) !== guard || seen.has(collisionKey(target))) return at('target', 'target');
    if (staged !== (op === 'remove' ? null : stagedName(nameOf(path.value), token))) return at('staged-name', 'staged');
    if (!statesAgree(entry)) return at('structure', 'before');
    if (guard === 'registry' && index !== entries.length - 1) return at('structure', 'target');
    seen.add(collisionKey(target));
  }
  return findMoveFault(journal);
}
