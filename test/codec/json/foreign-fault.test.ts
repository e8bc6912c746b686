import { describe, expect, it } from 'vitest';
import { foreignFault } from '../../../src/codec/json/foreign-fault.js';
import { bytesOf } from './support.js';

const faultOf = (text: string) => foreignFault(bytesOf(text));

describe('merge conflict markers', () => {
  it.each<readonly [text: string, offsets: readonly number[]]>([
    ['<<<<<<< a\n-------\n>>>>>>> b\n', [0, 18]],
    ['aaaaaaa\n<<<<<<<\n', [8]],
    ['<<<<<<<', [0]],
    ['>>>>>>> b', [0]],
    ['\n\n=======\n>>>>>>>\tb', [2, 10]],
    ['<<<<<<<\r\n|||||||\r\n', [0, 9]],
  ])('of %j stand at %j', (text, [first = 0, ...others]) => {
    expect(faultOf(text)).toEqual({
      code: 'JSON_MERGE_CONFLICT',
      offset: first,
      length: 7,
      pointer: '',
      data: { markers: others.length + 1 },
      related: others.map((offset) => ({ offset, length: 7 })),
    });
  });

  it.each([
    ['six signs', '<<<<<< a\n'],
    ['eight signs', '<<<<<<<< a\n'],
    ['one sign, and a blank where a marker has one', '<bcdefg h\n'],
    ['a last sign that is another', '<<<<<<> a\n'],
    ['a marker inside a line', '{} <<<<<<< a\n'],
    ['neither side', '=======\n|||||||\n'],
    ['seven of any other sign', 'aaaaaaa\n#######\n'],
    ['nothing', ''],
  ])('are not %s', (_, text) => {
    expect(faultOf(text)).toBeUndefined();
  });

  it.each([50, 51, 80])('are listed up to 50, and counted: %i', (markers) => {
    const found = faultOf('<<<<<<<\n'.repeat(markers));
    expect(found?.data).toEqual({ markers });
    expect(found?.related.map(({ offset }) => offset)).toEqual(Array.from({ length: 49 }, (_, index) => 8 * (index + 1)));
  });
});

describe('a git LFS pointer', () => {
  const start = 'version https://git-lfs.github.com/spec/v1\n';
  const ofLength = (length: number): string => start + 'x'.repeat(length - start.length);

  it('is the whole file, of less than 1024 bytes', () => {
    expect(faultOf(ofLength(1023))).toEqual({
      code: 'JSON_LFS_POINTER',
      offset: 0,
      length: 1023,
      pointer: '',
      data: { oid: null },
      related: [],
    });
    expect([faultOf(ofLength(1024)), faultOf(ofLength(2000)), faultOf(`\n${start}`)]).toEqual([undefined, undefined, undefined]);
  });
});
