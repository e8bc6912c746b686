import { describe, expect, it } from 'vitest';
import { findOwnedSegment, isOwnedName } from '../../src/paths/owned-names.js';
import { parseWorkspacePath } from '../../src/paths/workspace-path.js';

const ownedSegment = (text: string): string | null => findOwnedSegment(parseWorkspacePath(text)._unsafeUnwrap());

describe('isOwnedName', () => {
  it.each(['.prometeu', '.PROMETEU', '.ｐrometeu', 'assets.pa', 'Assets.PA', '.a.png.0123abcd.prometeu.tmp', '.A.0123ABCD.Prometeu.TMP'])(
    'owns %s',
    (name) => {
      expect(isOwnedName(name)).toBe(true);
    },
  );

  it.each(['prometeu', '.prometeu2', 'assets', 'assets.pak', 'preload.json', 'index.json', '.gitignore', 'a.tmp', '.prometeu.tmp'])(
    'does not own %s',
    (name) => {
      expect(isOwnedName(name)).toBe(false);
    },
  );
});

describe('findOwnedSegment', () => {
  it('finds an owned name at any depth', () => {
    expect(ownedSegment('.prometeu/index.json')).toBe('.prometeu');
    expect(ownedSegment('sub/.Prometeu/x')).toBe('.Prometeu');
    expect(ownedSegment('sub/assets.pa')).toBe('assets.pa');
    expect(ownedSegment('sub/.x.0123abcd.prometeu.tmp')).toBe('.x.0123abcd.prometeu.tmp');
  });

  it('finds none in ordinary paths', () => {
    expect(ownedSegment('sub/preload.json')).toBeNull();
  });
});
