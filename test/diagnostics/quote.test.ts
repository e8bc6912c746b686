import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { quote } from '../../src/diagnostics/quote.js';

describe('quote', () => {
  it.each([
    ['plain', '"plain"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['line\nbreak', '"line\\u000abreak"'],
    ['\u001b[31mred', '"\\u001b[31mred"'],
    ['\u202etxt.exe', '"\\u202etxt.exe"'],
    ['\ud800x', '"\\ud800x"'],
    ['日本 😀', '"日本 😀"'],
  ])('B20: %j', (text, expected) => {
    expect(quote(text)).toBe(expected);
  });

  it('cuts long text', () => {
    expect(quote('x'.repeat(1000))).toBe(`"${'x'.repeat(120)}…"`);
  });

  it('never lets through what could forge a line or turn the reading direction', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(quote(text)),
      ),
    );
  });
});
