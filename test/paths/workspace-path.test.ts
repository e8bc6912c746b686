import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathFaultKind } from '../../src/paths/path-fault.js';
import {
  appendPath,
  isInside,
  joinPath,
  nameOf,
  parentOf,
  parseWorkspacePath,
  WORKSPACE_ROOT,
  type WorkspacePath,
} from '../../src/paths/workspace-path.js';
import { isPortablePath } from './portable-oracle.js';

const path = (text: string): WorkspacePath => parseWorkspacePath(text)._unsafeUnwrap();

const pieces = ['a', 'B', '.', '..', '/', '/', '\\', ' ', ':', '%2e', '~', '$', 'con', 'NUL', 'com', '1', '¹', 'é', '水', '😀'];
const hostile = ['\u0000', '\u007f', '\u0085', '\ud800', '\udc00', '\ufffd', '*', 'a'.repeat(100), '水'.repeat(85)];
const textOf = (units: readonly string[]): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...units), maxLength: 14 });
const anyText = fc.oneof(textOf(pieces), textOf([...pieces, ...hostile]), fc.string({ unit: 'binary', maxLength: 30 }));
const validPath = textOf(['a', 'b', '.c', '/', 'é', '😀', 'x'.repeat(90)])
  .filter(isPortablePath)
  .map(path);

const refused: readonly (readonly [text: string, kind: PathFaultKind, segment: string, index: number])[] = [
  // P1
  ['../x', 'parent-segment', '..', 0],
  ['a/../../x', 'parent-segment', '..', 2],
  ['a/..', 'parent-segment', '..', 2],
  ['..', 'parent-segment', '..', 0],
  // P2
  ['..\\x', 'backslash', '..\\x', 2],
  ['a\\..\\..\\x', 'backslash', 'a\\..\\..\\x', 1],
  ['a/b\\c', 'backslash', 'b\\c', 3],
  // P3, P4, P5
  ['/etc/x', 'absolute', '/', 0],
  ['\\x', 'absolute', '\\', 0],
  ['\\??\\x', 'absolute', '\\', 0],
  ['//server/share', 'unc', '//', 0],
  ['////x', 'unc', '//', 0],
  ['\\\\server\\share', 'unc', '\\\\', 0],
  ['\\\\?\\C:\\x', 'unc', '\\\\', 0],
  ['\\\\.\\pipe\\x', 'unc', '\\\\', 0],
  ['C:\\x', 'drive', 'C:', 0],
  ['C:x', 'drive', 'C:', 0],
  ['c:../x', 'drive', 'c:', 0],
  ['C:', 'drive', 'C:', 0],
  // P6
  ['file:///x', 'scheme', 'file:/', 0],
  ['http://x', 'scheme', 'http:/', 0],
  ['ab:c', 'reserved-character', 'ab:c', 2],
  // P7
  ['', 'empty', '', 0],
  ['.', 'dot-segment', '.', 0],
  ['./', 'dot-segment', '.', 0],
  ['a//b', 'empty-segment', '', 2],
  ['a/./b', 'dot-segment', '.', 2],
  ['a/', 'empty-segment', '', 2],
  // P8, P9, P10, P11, B6
  ['a/b\u0000', 'control-character', 'b\u0000', 3],
  ['a/nul.txt/b', 'reserved-name', 'nul.txt', 2],
  ['CON:..\\x', 'reserved-character', 'CON:..\\x', 3],
  ['a./b', 'trailing-dot-or-space', 'a.', 1],
  ['a/ b', 'leading-space', ' b', 2],
  ['a/b*', 'reserved-character', 'b*', 3],
  ['a/\ud800x', 'lone-surrogate', '\ud800x', 2],
  // P12
  [`a/${'b'.repeat(256)}`, 'segment-too-long', 'b'.repeat(256), 2],
  [`${'a/'.repeat(512)}b`, 'path-too-long', `${'a/'.repeat(512)}b`, 0],
  [`${'level/'.repeat(200)}x`, 'path-too-long', `${'level/'.repeat(200)}x`, 0],
  [`../${'水'.repeat(341)}`, 'path-too-long', `../${'水'.repeat(341)}`, 0],
];

describe('parseWorkspacePath', () => {
  it.each(refused)('refuses %j: %s', (text, kind, segment, index) => {
    expect(parseWorkspacePath(text)._unsafeUnwrapErr()).toEqual({ kind, segment, index });
  });

  it.each(['assets/hero/idle.png', '~/x', '$HOME/x', '%2e%2e/x', '..;/x', `${'a/'.repeat(511)}bc`, `${'水'.repeat(85)}/a`])(
    'takes %j as it is',
    (text) => {
      expect(parseWorkspacePath(text)._unsafeUnwrap()).toBe(text);
    },
  );

  it('accepts exactly what is portable by an independent reading of the policy', () => {
    const seen = { accepted: 0, refused: 0 };
    const check = (text: string): void => {
      const accepted = parseWorkspacePath(text).isOk();
      seen[accepted ? 'accepted' : 'refused'] += 1;
      expect(accepted, JSON.stringify(text)).toBe(isPortablePath(text));
    };
    fc.assert(fc.property(anyText, check), { numRuns: 20_000 });
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(2_000);
  });

  it('points a fault into the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const fault = parseWorkspacePath(text).match(
          () => null,
          (found) => found,
        );
        if (fault === null) return;
        expect(text.includes(fault.segment)).toBe(true);
        expect(fault.index).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('joinPath', () => {
  it('accepts what parseWorkspacePath accepts, names only', () => {
    const anyFolder = fc.oneof(validPath, fc.constant(WORKSPACE_ROOT));
    fc.assert(
      fc.property(anyFolder, anyText, (folder, name) => {
        const text = folder === WORKSPACE_ROOT ? name : `${folder}/${name}`;
        const parsed = parseWorkspacePath(text);
        expect(joinPath(folder, name).unwrapOr(null)).toBe(name.includes('/') ? null : parsed.unwrapOr(null));
      }),
      { numRuns: 10_000 },
    );
  });

  it('counts the index of a fault from the root', () => {
    const fault = joinPath(path('assets/hero'), 'a:b')._unsafeUnwrapErr();
    expect(fault).toEqual({ kind: 'reserved-character', segment: 'a:b', index: 13 });
  });

  it('refuses what makes the whole path too long', () => {
    const folder = path('a/'.repeat(511) + 'b');
    expect(joinPath(folder, 'c')._unsafeUnwrapErr()).toEqual({ kind: 'path-too-long', segment: `${folder}/c`, index: 0 });
  });
});

describe('appendPath', () => {
  it('gives what the joined text parses to', () => {
    fc.assert(
      fc.property(validPath, validPath, (folder, relative) => {
        expect(appendPath(folder, relative)).toEqual(parseWorkspacePath(`${folder}/${relative}`));
      }),
    );
  });

  it('leaves a path as it is at the root', () => {
    expect(appendPath(WORKSPACE_ROOT, path('a/b'))._unsafeUnwrap()).toBe('a/b');
    expect(appendPath(path('a/b'), WORKSPACE_ROOT)._unsafeUnwrap()).toBe('a/b');
  });
});

describe('parentOf and nameOf', () => {
  it('take a path apart', () => {
    expect([parentOf(path('a/b/c')), nameOf(path('a/b/c'))]).toEqual(['a/b', 'c']);
    expect([parentOf(path('a')), nameOf(path('a'))]).toEqual([WORKSPACE_ROOT, 'a']);
    expect([parentOf(WORKSPACE_ROOT), nameOf(WORKSPACE_ROOT)]).toEqual([null, '']);
  });

  it('undo joinPath', () => {
    fc.assert(
      fc.property(validPath, (whole) => {
        expect(joinPath(parentOf(whole) ?? WORKSPACE_ROOT, nameOf(whole))._unsafeUnwrap()).toBe(whole);
      }),
    );
  });
});

describe('isInside', () => {
  it.each([
    ['game/x', 'game', true],
    ['game/x/y', 'game', true],
    ['game-evil/x', 'game', false], // P26
    ['game', 'game', false],
    ['game', 'game/x', false],
  ])('%s inside %s: %s', (inner, folder, expected) => {
    expect(isInside(path(inner), path(folder))).toBe(expected);
  });

  it('puts everything but the root inside the root', () => {
    expect([isInside(path('a'), WORKSPACE_ROOT), isInside(WORKSPACE_ROOT, WORKSPACE_ROOT)]).toEqual([true, false]);
    expect(isInside(WORKSPACE_ROOT, path('a'))).toBe(false);
  });
});

describe('what is no text, as programs without types may have it', () => {
  it.each([null, undefined, 5, {}, []])('%o is as good as an empty text', (given) => {
    const text = given as string;
    expect(parseWorkspacePath(text)._unsafeUnwrapErr()).toEqual({ kind: 'empty', segment: '', index: 0 });
    expect(joinPath(text as WorkspacePath, 'a')._unsafeUnwrapErr()).toEqual({ kind: 'empty', segment: '', index: 0 });
    expect(joinPath(path('assets'), text)._unsafeUnwrapErr()).toEqual({ kind: 'empty-segment', segment: '', index: 7 });
  });
});
