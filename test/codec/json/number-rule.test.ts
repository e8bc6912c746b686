import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberRuleBroken } from '../../../src/codec/json/number-rule.js';

/** The exact value of a decimal as an integer over a power of ten, compared with big integers. */
function isSameDecimal(a: string, b: string): boolean {
  const scaled = (token: string): { readonly digits: bigint; readonly exponent: number } => {
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
    return { digits: BigInt(sign + whole + fraction), exponent: Number(exponent) - fraction.length };
  };
  const left = scaled(a);
  const right = scaled(b);
  const least = Math.min(left.exponent, right.exponent);
  return left.digits * 10n ** BigInt(left.exponent - least) === right.digits * 10n ** BigInt(right.exponent - least);
}

describe('numberRuleBroken', () => {
  it.each([
    ...[
      '0',
      '-0',
      '0.0',
      '-0.0e-5',
      '0e999999999',
      '1',
      '-1',
      '95',
      '-99',
      '999999999999999',
      '9007199254740991',
      '-9007199254740991',
      '1.0',
      '1e2',
      '100e-2',
    ],
    ...['0.1', '0.10', '1E22', '123e65', '123.456e78', '1.7976931348623157e308', '5e-324', '0.30000000000000004'],
    `0.${'0'.repeat(300)}1`,
    `1${'0'.repeat(300)}.0`,
    `0.${'0'.repeat(1000)}1e1000`,
    `1${'0'.repeat(1000)}e-1000`,
  ])('keeps %s', (token) => {
    expect(numberRuleBroken(token)).toBeUndefined();
  });

  it.each([
    ['9007199254740992', 'integer-range'],
    ['-9007199254740992', 'integer-range'],
    ['-9223372036854775808', 'integer-range'],
    ['9007199254740993', 'integer-range'],
    ['10000000000000000', 'integer-range'],
    ['1e309', 'not-finite'],
    ['-1e99999999999999999999999', 'not-finite'],
    ['1.8e308', 'not-finite'],
    ['1e-400', 'underflow'],
    ['-1e-99999999999999999999999', 'underflow'],
    ['0.1000000000000000055511151231257827', 'inexact'],
    ['9007199254740993.0', 'inexact'],
    ['9007199254740993e0', 'inexact'],
    ['0.30000000000000003', 'inexact'],
    ['1.00000000000000001', 'inexact'],
    ['3e-324', 'inexact'],
  ] as const)('refuses %s: %s', (token, rule) => {
    expect(numberRuleBroken(token)).toBe(rule);
  });

  it('takes long tokens', () => {
    expect(numberRuleBroken('1'.repeat(4_000_000))).toBe('integer-range');
    expect(numberRuleBroken(`0.${'0'.repeat(4_000_000)}`)).toBeUndefined();
    expect(numberRuleBroken(`0.${'10'.repeat(2_000_000)}`)).toBe('inexact');
    expect(numberRuleBroken(`1e${'9'.repeat(4_000_000)}`)).toBe('not-finite');
  });

  it('keeps every double as JavaScript prints it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        const token = String(double).replace('e+', 'e');
        const isBigInteger = /^-?\d+$/.test(token) && !Number.isSafeInteger(double);
        expect(numberRuleBroken(token)).toBe(isBigInteger ? 'integer-range' : undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with exact arithmetic on decimals', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 20n), fc.integer({ min: 0, max: 20 }), fc.integer({ min: -30, max: 30 }))
      .map(([negative, digits, point, exponent]) => {
        const text = String(digits).padStart(point + 1, '0');
        const fraction = point === 0 ? '.0' : `.${text.slice(-point)}`;
        return `${negative ? '-' : ''}${text.slice(0, text.length - point)}${fraction}e${exponent}`;
      });
    fc.assert(
      fc.property(decimal, (token) => {
        const kept = isSameDecimal(token, String(Number(token)));
        expect(numberRuleBroken(token) === undefined).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});
