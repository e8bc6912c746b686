import { describe, expect, it } from 'vitest';
import { journalConflicts } from '../../../src/plans/recover/journal-conflicts.js';
import { sha256 } from '../bench.js';
import { stagedFor, TOKEN } from '../staging.js';
import { HERO, hero, level, OLD, old, PRELOAD, preload } from './journals.js';

const absent = { kind: 'absent' } as const;
const symlink = { kind: 'symlink' } as const;
const text = (content: string) => ({ kind: 'file', sha256: sha256(content), length: content.length }) as const;

describe('journalConflicts', () => {
  it('passes over what is done or ready', () => {
    const verdicts = ['done', 'ready'] as const;
    expect(
      journalConflicts(
        verdicts.map((verdict) => ({ entry: hero, found: absent, staged: absent, verdict })),
        TOKEN,
      ),
    ).toEqual([]);
  });

  it('tells of each conflict what was, what should be, and what is', () => {
    const conflicts = journalConflicts(
      [
        { entry: level, found: symlink, staged: absent, verdict: 'conflict' },
        { entry: hero, found: symlink, staged: text('x'), verdict: 'conflict' },
        { entry: old, found: symlink, staged: null, verdict: 'conflict' },
        { entry: preload, found: symlink, staged: absent, verdict: 'conflict' },
      ],
      TOKEN,
    );
    expect(conflicts.map(({ data }) => data)).toEqual([
      {
        ...{ path: 'assets/maps/one', before: absent, after: { kind: 'folder', listing: null }, found: symlink },
        ...{ staged: 'assets/level', stagedFound: absent },
      },
      {
        ...{ path: HERO, before: { ...text('hero'), length: null }, after: text('new hero'), found: symlink },
        ...{ staged: stagedFor(HERO), stagedFound: text('x') },
      },
      { path: OLD, before: { ...text('old'), length: null }, after: absent, found: symlink, staged: null, stagedFound: null },
      { path: PRELOAD, before: null, after: text('new preload'), found: symlink, staged: stagedFor(PRELOAD), stagedFound: absent },
    ]);
    for (const { code, artifact, location, data } of conflicts) {
      expect({ code, artifact, location }).toEqual({
        code: 'PLAN_RECOVERY_CONFLICT',
        artifact: 'plan',
        location: { kind: 'file', file: (data as { readonly path: string }).path },
      });
    }
  });
});
