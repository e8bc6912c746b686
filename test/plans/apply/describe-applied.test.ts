import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/artifacts/journal/model.js';
import { describeApplied } from '../../../src/plans/apply/describe-applied.js';
import { path } from '../bench.js';

const replaced = (target: string, rest: Partial<JournalEntry> = {}): JournalEntry =>
  ({
    target: path(target),
    op: 'replace',
    class: 'authored',
    before: { kind: 'any' },
    after: { kind: 'sha256', sha256: '', length: 0 },
    staged: '',
    ...rest,
  }) as JournalEntry;

const moved = (from: string, target: string): JournalEntry => ({ op: 'move', from: path(from), target: path(target) });

it('tells files and folders by path, whatever the order of the journal, and not the record for an undo', () => {
  const entries = [
    moved('assets/x', 'assets/z'),
    moved('assets/y', 'assets/a'),
    moved('assets/w', 'assets/m'),
    replaced('assets/b/asset.json'),
    replaced('assets/a/asset.json'),
    replaced('assets/d/asset.json', { op: 'remove', after: { kind: 'absent' } }),
    replaced('assets/c/asset.json', { op: 'remove', after: { kind: 'absent' } }),
    replaced('build/assets.pa', { class: 'derived', after: { kind: 'archive', length: 7, archive_digest: 'abc' } }),
    replaced('assets/.prometeu/undo/last.json', { class: 'control' }),
  ];
  expect(describeApplied('pending', { plan_digest: 'digest', entries })).toEqual({
    state: 'pending',
    digest: 'digest',
    written: ['assets/a/asset.json', 'assets/b/asset.json', 'build/assets.pa'],
    removed: ['assets/c/asset.json', 'assets/d/asset.json'],
    moved: [
      { from: 'assets/y', path: 'assets/a' },
      { from: 'assets/w', path: 'assets/m' },
      { from: 'assets/x', path: 'assets/z' },
    ],
    archive: { length: 7, archiveDigest: 'abc' },
  });
});
