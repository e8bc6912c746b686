import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStagedName, isStagingToken, stagedName } from '../../src/paths/staged-names.js';
import { joinPath, WORKSPACE_ROOT } from '../../src/paths/workspace-path.js';

const token = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 32 });
const name = fc
  .string({ unit: fc.constantFrom('a', '.', 'é', '水', '😀', 'x'.repeat(60)), minLength: 1, maxLength: 12 })
  .filter((text) => joinPath(WORKSPACE_ROOT, text).isOk());

describe('stagedName', () => {
  it('puts the token between name and suffix', () => {
    expect(stagedName('asset.json', '0123abcd')).toBe('.asset.json.0123abcd.prometeu.tmp');
  });

  it('is always a portable name, recognised as staged', () => {
    fc.assert(
      fc.property(name, token, (target, staging) => {
        const staged = stagedName(target, staging);
        expect(joinPath(WORKSPACE_ROOT, staged).isOk()).toBe(true);
        expect(isStagedName(staged)).toBe(true);
      }),
    );
  });

  it('keeps two long names apart', () => {
    const long = '水'.repeat(84);
    const [one, other] = [stagedName(`${long}a`, '0123abcd'), stagedName(`${long}b`, '0123abcd')];
    expect(one).not.toBe(other);
    expect([Buffer.byteLength(one) <= 255, Buffer.byteLength(other) <= 255]).toEqual([true, true]);
  });

  it('cuts only what does not fit', () => {
    const longest = 'a'.repeat(255 - '.'.length - '.0123abcd.prometeu.tmp'.length);
    expect(stagedName(longest, '0123abcd')).toBe(`.${longest}.0123abcd.prometeu.tmp`);
    expect(stagedName(`${longest}a`, '0123abcd')).toHaveLength(255);
  });
});

describe('isStagedName', () => {
  it.each([
    ['.asset.json.0123abcd.prometeu.tmp', true],
    ['.a.0123456789abcdef0123456789abcdef.prometeu.tmp', true],
    ['asset.json.0123abcd.prometeu.tmp', false],
    ['.asset.json.0123ABCD.prometeu.tmp', false],
    ['.asset.json.0123abc.prometeu.tmp', false],
    ['.a.0123456789abcdef0123456789abcdef0.prometeu.tmp', false],
    ['.0123abcd.prometeu.tmp', false],
    ['..0123abcd.prometeu.tmp', false],
    ['.asset.json.0123abcd.prometeu.tmp~', false],
    ['.asset.json.prometeu.tmp', false],
    ['.prometeu', false],
  ])('%s: %s', (text, expected) => {
    expect(isStagedName(text)).toBe(expected);
  });
});

describe('isStagingToken', () => {
  it.each([
    ['0123abcd', true],
    ['f'.repeat(32), true],
    ['f'.repeat(33), false],
    ['f'.repeat(7), false],
    ['0123ABCD', false],
    ['0123abcd\n', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isStagingToken(text)).toBe(expected);
  });
});
