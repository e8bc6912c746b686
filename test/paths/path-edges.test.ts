import { describe, expect, it } from 'vitest';
import { collisionKey, pathCollisionKey } from '../../src/paths/collision-key.js';
import { createPathParser } from '../../src/paths/create-path-parser.js';
import { findSegmentFault } from '../../src/paths/find-segment-fault.js';
import { isPlainPath, plainPathEnd } from '../../src/paths/plain-path.js';
import { fitsUtf8, utf8Length } from '../../src/paths/utf8-length.js';
import { parseWorkspacePath, type WorkspacePath } from '../../src/paths/workspace-path.js';

describe('createPathParser, in a folder that it knows', () => {
  it.each([
    'a/..',
    'a/.',
    'a/',
    'a/con',
    'a/b\\c',
    'a/b ',
    'a/\ud800',
    `a/${'x'.repeat(256)}`,
    'a',
    '/b',
    '..',
    'b/..',
    '',
    `a${'/b'.repeat(600)}`,
  ])('judges %j as ever', (text) => {
    const parse = createPathParser();
    for (const known of ['a/b', 'a/bb/c', 'x', 'a/b']) expect(parse(known)._unsafeUnwrap()).toBe(known);
    expect(parse(text)).toEqual(parseWorkspacePath(text));
    expect(parse('a/d')._unsafeUnwrap()).toBe('a/d');
  });
});

describe('plainPathEnd', () => {
  it.each<readonly [text: string, start: number, end: number]>([
    ['a/b-c_1.png', 0, 11],
    ['a/b"', 0, 3],
    ['"a/b"', 1, 4],
    ['con', 0, -1],
    ['"con"', 1, -1],
    ['a/con.x', 0, -1],
    ['conx', 0, 4],
    ['com1', 0, -1],
    ['com', 0, 3],
    ['assets.pa', 0, -1],
    ['"assets.pa"', 1, -1],
    ['assets.pas', 0, 10],
    ['nine_long', 0, 9],
    ['', 0, -1],
    ['a//b', 0, -1],
    ['.a', 0, -1],
    ['a.', 0, -1],
    ['a..b', 0, -1],
    ['a/', 0, -1],
    ['a'.repeat(255), 0, 255],
    ['a'.repeat(256), 0, -1],
    [`"${'a'.repeat(255)}"`, 1, 256],
    [`"${'a'.repeat(256)}"`, 1, -1],
  ])('of %j from %i is %i', (text, start, end) => {
    expect(plainPathEnd(text, start)).toBe(end);
    if (start === 0) expect(isPlainPath(text)).toBe(end === text.length);
  });
});

describe('utf8Length', () => {
  it.each<readonly [text: string, bytes: number]>([
    ['', 0],
    ['\u007f', 1],
    ['\u0080', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['\uffff', 3],
    ['\u{10000}', 4],
    ['\u{10ffff}', 4],
    ['a\u{10000}b', 6],
  ])('of %j is %i', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
    expect([fitsUtf8(text, bytes), fitsUtf8(text, bytes - 1)]).toEqual([true, false]);
  });
});

describe('collisionKey', () => {
  it('is the name itself where no disk takes the name', () => {
    const long = 'É'.repeat(1025);
    expect(collisionKey(long)).toBe(long);
    expect(collisionKey('É'.repeat(1024))).toBe('e\u0301'.repeat(1024));
  });

  it('keeps the names of a path apart', () => {
    const keyOf = (path: string): string => pathCollisionKey(path as WorkspacePath);
    expect(keyOf('ab/c')).not.toBe(keyOf('a/bc'));
    expect(keyOf('A/É')).toBe(keyOf('a/e\u0301'));
  });
});

describe('findSegmentFault', () => {
  it('takes a space inside of a name, and nothing below it', () => {
    expect(findSegmentFault('a b', 0)).toBeNull();
    expect(findSegmentFault('a\u001fb', 0)?.kind).toBe('control-character');
  });
});
