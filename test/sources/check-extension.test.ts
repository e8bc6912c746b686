import { describe, expect, it } from 'vitest';
import { checkExtension } from '../../src/sources/check-extension.js';
import { soundPng } from './png/png-builder.js';
import { soundWav } from './wav/wav-builder.js';

describe('checkExtension', () => {
  it.each([
    ['a/tile.png', soundPng],
    ['a/tile.PNG', soundPng],
    ['a/jump.wav', soundWav],
    ['a/tile.dat', soundPng],
    ['a/png', soundWav],
    ['a.png/raw', soundWav],
    ['', Buffer.alloc(0)],
  ])('takes %s', (file, bytes) => {
    expect(checkExtension(file, bytes)).toBeNull();
  });

  it.each([
    ['a/tile.png', soundWav, 'png', 'wav', 12],
    ['a/jump.WAV', soundPng, 'wav', 'png', 12],
    ['a/tile.old.png', Buffer.from('text'), 'png', 'other', 4],
    ['.wav', Buffer.alloc(0), 'wav', 'other', 0],
  ])('S9 refuses %s over other content', (file, bytes, expected, found, length) => {
    expect(checkExtension(file, bytes)).toMatchObject({
      code: 'SOURCE_EXTENSION_MISMATCH',
      severity: 'error',
      artifact: 'source',
      location: { kind: 'bytes', file, offset: 0, length },
      data: { expected, found },
    });
  });
});
