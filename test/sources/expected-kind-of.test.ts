import { describe, expect, it } from 'vitest';
import { expectedKindOf } from '../../src/sources/expected-kind-of.js';

describe('expectedKindOf', () => {
  it.each([
    ['tile.png', 'png'],
    ['TILE.Png', 'png'],
    ['.png', 'png'],
    ['jump.wav', 'wav'],
    ['jump.wave', 'other'],
    ['png', 'other'],
    ['tile.png.txt', 'other'],
    ['a.png/wav', 'other'],
    ['', 'other'],
  ])('%s: %s', (name, kind) => {
    expect(expectedKindOf(name)).toBe(kind);
  });
});
