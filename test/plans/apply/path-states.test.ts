import { describe, expect, it } from 'vitest';
import type { AfterState, BeforeState, JournalFileEntry } from '../../../src/artifacts/journal/model.js';
import type { PathState } from '../../../src/diagnostics/catalogue/plan-codes.js';
import { asPathState, isSameState, lookFor } from '../../../src/plans/apply/path-states.js';
import { PORT_ERROR_KINDS } from '../../../src/ports/port-error.js';
import { stateOfError } from '../../../src/plans/apply/state-of-error.js';
import { failed } from '../staging.js';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

describe('isSameState', () => {
  /** No two of them are the same. */
  const states: readonly PathState[] = [
    { kind: 'absent' },
    { kind: 'symlink' },
    { kind: 'not-a-file' },
    { kind: 'not-a-folder' },
    { kind: 'file', sha256: A, length: 3 },
    { kind: 'file', sha256: A, length: 4 },
    { kind: 'file', sha256: B, length: 3 },
    { kind: 'head', sha256: A, length: 3 },
    { kind: 'head', sha256: A, length: 4 },
    { kind: 'head', sha256: B, length: 3 },
    { kind: 'archive', archiveDigest: A, length: 3 },
    { kind: 'archive', archiveDigest: A, length: 4 },
    { kind: 'archive', archiveDigest: B, length: 3 },
    { kind: 'folder', listing: A },
    { kind: 'folder', listing: B },
    { kind: 'folder', listing: null },
  ];

  it.each(states.map((wanted, index) => [index, wanted] as const))('%i is itself alone: %j', (index, wanted) => {
    expect(states.map((found) => isSameState(found, wanted))).toEqual(states.map((_, other) => other === index));
  });

  it('does not compare a length that is not known', () => {
    const wanted: PathState = { kind: 'file', sha256: A, length: null };
    expect(isSameState({ kind: 'file', sha256: A, length: 9 }, wanted)).toBe(true);
    expect(isSameState({ kind: 'file', sha256: B, length: 9 }, wanted)).toBe(false);
  });

  it('goes by the kind, whatever else stands there', () => {
    const everything = { sha256: A, archiveDigest: A, length: 3, listing: A };
    const kinds = ['file', 'head', 'archive', 'folder', 'absent', 'symlink'] as const;
    for (const wanted of kinds) {
      for (const found of kinds)
        expect(isSameState({ ...everything, kind: found }, { ...everything, kind: wanted })).toBe(found === wanted);
    }
  });
});

describe('asPathState', () => {
  it.each<readonly [BeforeState | AfterState, PathState | null]>([
    [{ kind: 'absent' }, { kind: 'absent' }],
    [{ kind: 'any' }, null],
    [
      { kind: 'sha256', sha256: A },
      { kind: 'file', sha256: A, length: null },
    ],
    [
      { kind: 'sha256', sha256: A, length: 3 },
      { kind: 'file', sha256: A, length: 3 },
    ],
    [
      { kind: 'archive', archive_digest: A, length: 3 },
      { kind: 'archive', archiveDigest: A, length: 3 },
    ],
  ])('%j is told as %j', (state, expected) => {
    expect(asPathState(state)).toEqual(expected);
  });
});

describe('lookFor', () => {
  it.each<readonly [AfterState, string]>([
    [{ kind: 'absent' }, 'file'],
    [{ kind: 'sha256', sha256: A, length: 3 }, 'file'],
    [{ kind: 'archive', archive_digest: A, length: 3 }, 'archive'],
  ])('%j is looked at as %s', (after, expected) => {
    expect(lookFor({ after } as JournalFileEntry)).toBe(expected);
  });
});

describe('stateOfError', () => {
  const states: Readonly<Partial<Record<string, PathState>>> = {
    'not-found': { kind: 'absent' },
    'not-a-folder': { kind: 'absent' },
    'not-a-file': { kind: 'not-a-file' },
    symlink: { kind: 'symlink' },
    'too-large': { kind: 'file', sha256: null, length: null },
    changed: { kind: 'file', sha256: null, length: null },
  };

  it.each(PORT_ERROR_KINDS)('%s is a state, or stays an error', (kind) => {
    const { error } = failed(kind, 'read', 'a');
    const state = stateOfError(error);
    expect(state.isOk() ? state.value : state.error).toEqual(states[kind] ?? error);
  });
});
