import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDistinctSpans } from '../../../src/codec/json/distinct-spans.js';
import { viewOf } from './support.js';

/** What is answered of each of these strings, one after the other, in a text that holds them in quotes. */
function answers(strings: readonly string[], most = strings.length): readonly boolean[] {
  const spans = createDistinctSpans(viewOf(strings.map((text) => `"${text}"`).join('')), most);
  let at = 0;
  return strings.map((text) => {
    const start = at + 1;
    at = start + text.length + 1;
    return spans.add(start, text.length);
  });
}

const all = (count: number, answer: boolean): readonly boolean[] => Array.from({ length: count }, () => answer);

describe('createDistinctSpans', () => {
  it('takes in what is new, and nothing twice', () => {
    expect(answers(['abc', 'abd', 'abc', '', 'ab', '', 'ab', 'abd'])).toEqual([true, true, false, true, true, false, false, false]);
  });

  it.each([
    ['that differ in the last bytes alone', (index: number) => `same${String(index).padStart(3, '0')}`],
    ['that differ in the middle', (index: number) => `${String(index).padStart(8, '0')}-all-alike`],
    ['of every length up to 100', (index: number) => 'x'.repeat(index % 100) + String(index)],
  ])('takes in a thousand %s, and none of them again', (_, make) => {
    const strings = Array.from({ length: 1000 }, (_unused, index) => make(index));
    expect(new Set(strings).size).toBe(1000);
    expect(answers([...strings, ...strings], 1000)).toEqual([...all(1000, true), ...all(1000, false)]);
  });

  it('tells strings apart that meet in one place: beginnings of each other, and of one length', () => {
    const beginnings = Array.from({ length: 8 }, (_, index) => 'abcdefgh'.slice(0, 8 - index));
    expect(answers(beginnings, 2)).toEqual(all(8, true)); // a table of eight places, in the end full
    expect(answers([...beginnings, ...beginnings], 2)).toEqual([...all(8, true), ...all(8, false)]);
    expect(answers([...beginnings].reverse(), 2)).toEqual(all(8, true));
    expect(answers(['ab', 'ba', 'bb', 'aa', 'ac', 'ca', 'cb', 'bc'], 2)).toEqual(all(8, true));
  });

  it('gives up where there is no place left', () => {
    expect(answers(['ab', 'cd'], 0)).toEqual([true, false]);
  });

  it.each(['a', 'abc', 'abcd', 'abcdefg'])('looks at nothing behind the end of a text that ends with the string: %s', (text) => {
    const spans = createDistinctSpans(viewOf(`"${text}"${text}`), 4);
    expect([spans.add(1, text.length), spans.add(text.length + 2, text.length)]).toEqual([true, false]);
  });

  it('says what a set says', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (strings) => {
        expect(answers(strings)).toEqual(strings.map((each, index) => strings.indexOf(each) === index));
      }),
    );
  });
});
