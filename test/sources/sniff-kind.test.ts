import { describe, expect, it } from 'vitest';
import { sniffKind } from '../../src/sources/sniff-kind.js';
import { soundPng } from './png/png-builder.js';
import { soundWav } from './wav/wav-builder.js';

describe('sniffKind', () => {
  it.each([
    ['png', soundPng],
    ['png', soundPng.subarray(0, 8)],
    ['other', soundPng.subarray(0, 7)],
    ['other', Buffer.from('89504e470a1a0a00', 'hex')],
    ['wav', soundWav],
    ['wav', Buffer.from('RIFX....WAVE')],
    ['wav', Buffer.from('RF64....WAVE')],
    ['wav', Buffer.from('BW64....WAVE')],
    ['other', Buffer.from('RIFF....AVI ')],
    ['other', soundWav.subarray(0, 11)],
    ['other', Buffer.alloc(0)],
  ])('%s by %o', (kind, bytes) => {
    expect(sniffKind(bytes)).toBe(kind);
  });
});
