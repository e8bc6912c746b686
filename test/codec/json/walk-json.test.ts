import { describe, expect, it } from 'vitest';
import { walkJson } from '../../../src/codec/json/walk-json.js';
import { bytesOf } from './support.js';

/** All that is told of a text, in order. */
function told(text: string): readonly (readonly unknown[])[] {
  const events: (readonly unknown[])[] = [];
  const note =
    (name: string) =>
    (...given: readonly unknown[]): void =>
      void events.push([name, ...given]);
  walkJson(bytesOf(text), {
    open: note('open'),
    close: note('close'),
    key: note('key'),
    scalar: note('scalar'),
    comment: note('comment'),
    trailingComma: note('trailingComma'),
    unexpected: note('unexpected'),
  });
  return events;
}

describe('walkJson', () => {
  it.each([
    ['1//', [1, 3]],
    ['1//x', [1, 4]],
    ['1//x\n', [1, 4]],
    ['1/*', [1, 3]],
    ['1/*/', [1, 4]],
    ['1/*x', [1, 4]],
    ['1/* a * b / */ ', [1, 14]],
    ['1/***/', [1, 6]],
  ])('tells the comment in %s from its start to its end, also where that is the end of the text', (text, [start, end]) => {
    expect(told(text)).toEqual([
      ['scalar', 0, 1],
      ['comment', start, end],
    ]);
  });

  it.each<[string, number, readonly string[]]>([
    ['[/x]', 1, ['value', ']']],
    ['/', 0, ['value']],
    ['"\u0001"', 1, ['string character']],
    ['"\\ "', 2, ['escape sequence']],
    ['"\\u00g0"', 5, ['escape sequence']],
    ['"a', 2, ['"']],
    ['-', 1, ['digit']],
    ['1.x', 2, ['digit']],
    ['nul', 0, ['value']],
    ['', 0, ['value']],
  ])('%s is not as it must be at %i', (text, at, expected) => {
    expect(told(text).at(-1)).toEqual(['unexpected', at, expected]);
  });
});
