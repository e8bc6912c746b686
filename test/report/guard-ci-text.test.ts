import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { guardCiText } from '../../src/report/guard-ci-text.js';

describe('guardCiText', () => {
  it('stands between the command that stops commands and the one that resumes them', () => {
    const [stop = '', ...rest] = guardCiText('::add-mask::a\n##[group]b\n').split('\n');
    const token = /^::stop-commands::([0-9a-f]{32})$/.exec(stop)?.[1];
    expect(rest).toEqual(['::add-mask::a', '##[group]b', `::${token ?? ''}::`, '']);
  });

  it('ends a text that has no line end', () => {
    expect(guardCiText('a').split('\n')).toMatchObject({ 1: 'a', length: 4 });
  });

  it('guards nothing where there is nothing', () => {
    expect(guardCiText('')).toBe('');
  });

  it('has no word that its text holds', () => {
    const guarded = guardCiText('x');
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tokens = [guarded, guardCiText(text + guarded)].map((each) => each.slice('::stop-commands::'.length, 49));
        expect(tokens[1]).not.toBe(tokens[0]);
        expect((text + guarded).includes(tokens[1] ?? '')).toBe(false);
      }),
    );
  });
});
