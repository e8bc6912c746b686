import { describe, expect, it } from 'vitest';
import { findSegmentFault } from '../../src/paths/find-segment-fault.js';
import type { PathFaultKind } from '../../src/paths/path-fault.js';

type Row = readonly [name: string, kind: PathFaultKind, index: number];

function rows(kind: PathFaultKind, names: readonly string[], index = 0): readonly Row[] {
  return names.map((name) => [name, kind, index]);
}

const devices = ['con', 'CON', 'nul.txt', 'NUL.tar.gz', 'aux.c', 'Prn', 'com1', 'cOm9.x', 'com¹', 'COM².a', 'lpt³', 'LPT9.x'];

const faults: readonly Row[] = [
  ...rows('empty-segment', ['']),
  ...rows('dot-segment', ['.']),
  ...rows('parent-segment', ['..']),
  ...rows('slash', ['a/b'], 1),
  ...rows('backslash', ['a\\b'], 1),
  ...rows('control-character', ['a\u0000b', 'a\n', 'a\u007f', 'a\u0080', 'a\u009fb'], 1),
  ...rows('control-character', ['\u001b[31m']),
  ...rows(
    'reserved-character',
    [...'<>:"|?*'].map((character) => `ab${character}c`),
    2,
  ),
  ...rows('reserved-character', ['a:stream'], 1),
  ...rows('reserved-name', [...devices, 'CONIN$', 'conin$.txt', 'conout$', 'PRN ', 'nul .txt', 'aux.', 'CON . ']),
  ...rows('leading-space', [' a', ' ']),
  ...rows('trailing-dot-or-space', ['a ', 'a.'], 1),
  ...rows('trailing-dot-or-space', ['...'], 2),
  ...rows('replacement-character', ['caf\ufffd.png'], 3),
  ...rows('lone-surrogate', ['\udc00']),
  ...rows('lone-surrogate', ['a\ud800b', 'x\ud800\ud83d\ude00'], 1),
  ...rows('segment-too-long', ['a'.repeat(256), 'é'.repeat(128), `${'a'.repeat(252)}😀`]),
];

const fit: readonly string[] = [
  'a',
  'a b.png',
  '.hidden',
  '..a',
  'a..b',
  '~',
  '~root',
  '$HOME',
  '%2e%2e',
  '%00',
  'com0',
  'com10',
  'LPT10.txt',
  'con-fig',
  'console',
  'nulla',
  'xcon',
  'com¼',
  'conin',
  'dollar$',
  'résumé',
  're\u0301sume\u0301',
  '水.wav',
  '😀',
  'ＣＯＮ',
  'а', // Cyrillic
  "it's [fine] {really} (yes) #1 & + , ; = @ ^ ` !",
  'a'.repeat(255),
  `${'é'.repeat(127)}a`,
  `${'a'.repeat(251)}😀`,
];

describe('findSegmentFault', () => {
  it.each(faults)('refuses %j: %s', (segment, kind, index) => {
    expect(findSegmentFault(segment, 0)).toEqual({ kind, segment, index });
  });

  it.each(fit)('takes %j', (segment) => {
    expect(findSegmentFault(segment, 0)).toBeNull();
  });

  it('counts the index from the start of the whole path', () => {
    expect(findSegmentFault('a:b', 10)).toEqual({ kind: 'reserved-character', segment: 'a:b', index: 11 });
  });
});
