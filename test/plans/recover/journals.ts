import type { MemoryContent } from 'prometeu-packer/memory';
import type { Journal, JournalEntry, JournalFileEntry, JournalMoveEntry } from '../../../src/artifacts/journal/model.js';
import { serializeJournal } from '../../../src/artifacts/journal/serialize-journal.js';
import { stagedName } from '../../../src/paths/staged-names.js';
import { nameOf } from '../../../src/paths/workspace-path.js';
import type { ApplyContext } from '../../../src/plans/apply/apply-context.js';
import { benchWith, compute, path, REGISTRY, rewire, sha256 } from '../bench.js';
import { stagedFor, TOKEN } from '../staging.js';

export const JOURNAL = 'assets/.prometeu/journal.json';
export const HERO = 'assets/hero/asset.json';
export const OLD = 'assets/old/asset.json';
export const PRELOAD = 'build/preload.json';

const textState = (text: string) => ({ kind: 'sha256', sha256: sha256(text), length: text.length }) as const;

const stagedNameOf = (target: string): string => stagedName(nameOf(path(target)), TOKEN);

/** A file of people's that becomes another text. */
export const hero: JournalFileEntry = {
  ...({ target: path(HERO), op: 'replace', class: 'authored', before: { kind: 'sha256', sha256: sha256('hero') } } as const),
  ...{ after: textState('new hero'), staged: stagedNameOf(HERO) },
};

/** A file of people's that goes. */
export const old: JournalFileEntry = {
  ...({ target: path(OLD), op: 'remove', class: 'authored', before: { kind: 'sha256', sha256: sha256('old') } } as const),
  ...{ after: { kind: 'absent' }, staged: null },
};

/** A file that is built, whatever stands there. */
export const preload: JournalFileEntry = {
  ...({ target: path(PRELOAD), op: 'replace', class: 'derived', before: { kind: 'any' } } as const),
  ...{ after: textState('new preload'), staged: stagedNameOf(PRELOAD) },
};

/** What records identity. */
const registry: JournalFileEntry = {
  ...({ target: path(REGISTRY), op: 'replace', class: 'registry', before: { kind: 'sha256', sha256: sha256('{}') } } as const),
  ...{ after: textState('new registry'), staged: stagedNameOf(REGISTRY) },
};

/** A folder that moves below one that is still to be made. */
export const level: JournalMoveEntry = { op: 'move', from: path('assets/level'), target: path('assets/maps/one') };

export const journalOf = (...entries: readonly JournalEntry[]): Journal => ({ plan_digest: 'a'.repeat(64), token: TOKEN, entries });

export const journal = journalOf(level, hero, old, preload, registry);

/** Files as they stand right after the commit point. */
const COMMITTED: Readonly<Record<string, MemoryContent>> = {
  [REGISTRY]: '{}',
  [stagedFor(REGISTRY)]: 'new registry',
  [HERO]: 'hero',
  [stagedFor(HERO)]: 'new hero',
  [OLD]: 'old',
  [stagedFor(PRELOAD)]: 'new preload',
  'assets/level/x': 'x',
  'build/keep': '',
  [JOURNAL]: serializeJournal(journal, compute),
};

/** A workspace as it stands after the commit point, with other files where told; null for none. */
export function committedBench(change: Readonly<Record<string, string | null>> = {}) {
  const bench = benchWith(COMMITTED);
  for (const [file, content] of Object.entries(change)) {
    if (content === null) bench.workspace.delete(file);
    else bench.workspace.set(file, content);
  }
  rewire(bench.board);
  const context: ApplyContext = { read: bench.workspace.read, write: bench.workspace.write, compute };
  /** What was asked but reads. */
  const writes = (): readonly string[] =>
    bench.board.calls
      .filter(({ operation }) => operation !== 'read' && operation !== 'stat')
      .map(({ operation, path: at }) => `${operation} ${at.replace(`.${TOKEN}.prometeu.tmp`, '*')}`);
  return { ...bench, context, writes };
}
