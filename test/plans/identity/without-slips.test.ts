import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSlips } from '../../../src/plans/identity/without-slips.js';

describe('withoutSlips', () => {
  it.each([
    ['\ufeff{}', '{}'],
    ['{"a": 1,}', '{"a": 1}'],
    ['[1, 2 ,\r\n\t ]', '[1, 2 \r\n\t ]'],
    ['{"a": [1,], "b": {"c": 2,},}', '{"a": [1], "b": {"c": 2}}'],
    ['["a,]", "\\",}", "\\\\",]', '["a,]", "\\",}", "\\\\"]'],
    ['[1,,]', '[1,]'],
    ['[1,', '[1,'],
    ['  ]', '  ]'],
    [',]', ']'],
    ['["', '["'],
    ['["\\', '["\\'],
    ['{}\ufeff', '{}\ufeff'],
    ['', ''],
  ])('makes %j of it', (text, expected) => {
    expect(withoutSlips(text)).toBe(expected);
  });

  it('leaves every JSON text as it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(withoutSlips(text)).toBe(text);
      }),
    );
  });

  it('takes away what was put in', () => {
    const nested = fc.json().filter((text) => /^[[{]./.test(text) && text.length > 2);
    fc.assert(
      fc.property(nested, fc.constantFrom('', ' ', '\n\t'), (text, blanks) => {
        expect(withoutSlips(`\ufeff${text.slice(0, -1)},${blanks}${text.slice(-1)}`)).toBe(text.slice(0, -1) + blanks + text.slice(-1));
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    expect(withoutSlips('"\\'.repeat(200_000))).toHaveLength(400_000);
    expect(withoutSlips(', '.repeat(200_000))).toHaveLength(400_000);
  });
});
