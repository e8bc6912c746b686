import { describe, expect, it } from 'vitest';
import { changelogSections, readChangelog, withSections } from './changelog.js';
import type { Verdict } from './examine-case.js';
import { caseOfFiles, filesOfCase } from './frozen-case.js';
import { freezeTarget, lockFaults, NEXT } from './frozen-lock.js';
import type { ReleaseFacts } from './release-facts.js';
import { lostAbilities, recordThatHolds } from './superseded.js';

const ability = (can: boolean) => ({ can, decidedBy: [] });
const verdict = (read: boolean, build = read): Verdict =>
  ({ verdict: { read: ability(read), mutate: ability(true), build: ability(build) } }) as unknown as Verdict;

describe('the lock', () => {
  it('tells what is changed, missing and not in it', () => {
    expect(lockFaults({ files: { a: '1', b: '2', c: '3' } }, { a: '1', b: 'x', d: '4' })).toEqual([
      'changed: b',
      'missing: c',
      'not in the lock: d',
    ]);
  });

  it('keeps the folder of a released version, by its own word or by a tag', () => {
    const lock = { '0.1.0': { released: true, files: {} }, '0.2.0': { released: false, files: {} } };
    expect(freezeTarget(lock, '0.2.0', ['v0.1.0'])).toEqual({ folder: '0.2.0' });
    expect(freezeTarget(lock, '0.3.0', [])).toEqual({ folder: '0.3.0' });
    expect(freezeTarget(lock, '0.1.0', ['v0.1.0'])).toEqual({ folder: NEXT });
    expect(freezeTarget(lock, '0.2.0', ['v0.2.0'])).toHaveProperty('refused');
  });
});

describe('a later record', () => {
  const records = { version: '0.1.0', expected: verdict(true), later: { '0.9.0': verdict(true, false), '0.10.0': verdict(true) } };

  it('holds, the latest of all by version, not by text', () => {
    expect(recordThatHolds(records)).toBe(records.later['0.10.0']);
    expect(recordThatHolds({ ...records, later: {} })).toBe(records.expected);
    const next = verdict(false);
    expect(recordThatHolds({ ...records, later: { ...records.later, [NEXT]: next } })).toBe(next);
  });

  it('takes no ability away, but in a major release', () => {
    expect(lostAbilities(records)).toEqual(['0.9.0: build']);
    expect(lostAbilities({ ...records, later: { '1.0.0': verdict(false), [NEXT]: verdict(false) } })).toEqual([]);
  });
});

describe('the files of a case', () => {
  const frozen = {
    ...{ name: 'x', about: 'Something.' },
    workspace: new Map([
      ['assets/a/asset.json', Uint8Array.of(1)],
      ['assets/.prometeu/.gitignore', Uint8Array.of(2)],
      ['assets/Ünï code/two words.bin', Uint8Array.of(255)],
    ]),
    papers: new Map([['policy.json', '{}\n']]),
  };

  it('give the case again, names that not every disk takes included', () => {
    const files = filesOfCase(frozen);
    expect([...files.keys()].sort()).toEqual(['case.json', 'papers/policy.json', 'workspace/assets/a/asset.json']);
    expect(caseOfFiles('x', files)).toEqual({ frozen, unread: [] });
  });

  it('are unread where nothing looks at them', () => {
    const more = ['notes.md', 'papers/other.json', 'case.json.bak'];
    const files = new Map([...filesOfCase(frozen), ...more.map((path) => [path, new Uint8Array()] as const)]);
    expect(caseOfFiles('x', files).unread).toEqual(more);
  });
});

describe('the sections of the change log', () => {
  const first: ReleaseFacts = {
    codes: { a: ['A_ONE', 'A_TWO'], b: ['B_ONE'] },
    deprecated_codes: [],
    versions: [
      { surface: 'asset', reads: [2, 3], migrates: [2], writes: [3], retired: [1], deprecated: [{ version: 2, removedIn: '2.0.0' }] },
    ],
  };
  const second: ReleaseFacts = { ...first, codes: { a: ['A_TWO', 'A_NEW'] }, deprecated_codes: ['A_TWO'] };

  it('count the first codes, then name those that come, leave and go', () => {
    expect(changelogSections(first, null)).toContain('- Added: 3 codes, the first ones: a 2, b 1.\n- Deprecated: none.\n');
    expect(changelogSections(second, first)).toContain('- Added: `A_NEW`.\n- Deprecated: `A_TWO`.\n- Gone: `A_ONE`, `B_ONE`.\n');
    expect(changelogSections(second, first)).toContain('| `asset` | 2, 3 | 2 | 3 | 2 | 1 |\n');
  });

  it('are written below what people wrote, once, and nowhere else', () => {
    const changelog = '# p\n\n## 0.2.0\n\n### Minor Changes\n\n- More.\n\n## 0.1.0\n\nFirst.\n';
    const [newer, older] = [changelogSections(second, first), changelogSections(first, null)];
    const once = withSections(withSections(changelog, '0.2.0', newer), '0.1.0', older);
    expect(once).toBe(`# p\n\n## 0.2.0\n\n### Minor Changes\n\n- More.\n\n${newer}\n## 0.1.0\n\nFirst.\n\n${older}`);
    expect(withSections(withSections(once, '0.1.0', older), '0.2.0', newer)).toBe(once);
    expect([...readChangelog(once).keys()]).toEqual(['0.2.0', '0.1.0']);
    expect(() => withSections(once, '0.3.0', newer)).toThrow();
  });
});
