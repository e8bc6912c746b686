import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathCollisionKey } from '../../src/paths/collision-key.js';
import { findOwnedSegment } from '../../src/paths/owned-names.js';
import { isPlainPath, plainPathEnd } from '../../src/paths/plain-path.js';
import { parseWorkspacePath } from '../../src/paths/workspace-path.js';

/** Letters and names that the policy has something to say about, and such as it has not. */
const piece = fc.constantFrom(
  ...['a', 'b', '0', '-', '_', '.', '..', '/', '//', ' ', 'A', 'é', '\\', ':', '"', '\u0000', '\ud800', '~', '$', '%'],
  ...['con', 'prn', 'aux', 'nul', 'com1', 'lpt9', 'com0', 'conin', 'assets.pa', 'assets.par', '.prometeu', '.a.01234567.prometeu.tmp'],
  ...['asset.json', 'group-1', 'hero', 'x'.repeat(100)],
);
const path = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

describe('isPlainPath', () => {
  it.each(['a', 'hero/idle.png', 'group-1/asset_1', 'a.b.c', '0', 'com', 'com10', 'cons', 'a/con-1', 'x'.repeat(255)])(
    'takes %s',
    (text) => {
      expect(isPlainPath(text)).toBe(true);
    },
  );

  it.each([
    ...['', '/', 'a/', '/a', 'a//b', '.', '..', '.a', 'a.', 'a..b', 'a/.b', 'a./b', 'A', 'a b', 'é', 'a\\b', 'a:b', 'a"', 'ſ'],
    ...['con', 'a/nul', 'com1.txt', 'a/lpt9/b', 'aux.b.c', 'assets.pa', 'a/assets.pa', 'assets.pa/a', 'x'.repeat(256)],
  ])('says nothing of %j', (text) => {
    expect(isPlainPath(text)).toBe(false);
  });

  it('takes only paths that pass the policy, are not owned, and are their own key', () => {
    let taken = 0;
    fc.assert(
      fc.property(path, (text) => {
        if (!isPlainPath(text)) return;
        taken += 1;
        const parsed = parseWorkspacePath(text)._unsafeUnwrap();
        expect(findOwnedSegment(parsed)).toBe(null);
        expect(pathCollisionKey(parsed)).toBe(text.replaceAll('/', '\u0000'));
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});

describe('plainPathEnd', () => {
  it('stops at the first character that no plain path has', () => {
    expect(plainPathEnd('"root": "a/b.c",', 9)).toBe(14);
    expect(plainPathEnd('ab', 1)).toBe(2);
    expect(plainPathEnd('a/"', 0)).toBe(-1);
    expect(plainPathEnd('""', 1)).toBe(-1);
  });
});
