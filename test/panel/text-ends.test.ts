import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textEndsOf, withoutTextEnds, withTextEnds } from '../../src/panel/text-ends.js';

describe('text ends', () => {
  it.each(['\n', '\r\n', '\r'] as const)('come back as they were: %j', (end) => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '\t', '{') }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(lines, (found) => {
        const text = found.join(end);
        expect(textEndsOf(text)).toBe(end);
        expect(withoutTextEnds(text)).toBe(found.join('\n'));
        expect(withTextEnds(withoutTextEnds(text), end)).toBe(text);
      }),
    );
  });

  it('are told where a text has several', () => {
    expect(textEndsOf('a\r\nb\nc')).toBe('mixed');
    expect(textEndsOf('one line')).toBe('\n');
  });
});
