import type { NumberRule } from '../../diagnostics/catalogue/json-codes.js';
import { MINUS, ZERO } from './ascii.js';

const LARGEST_INTEGER = String(Number.MAX_SAFE_INTEGER);

/** A decimal without superfluous zeros: `digits` × 10^`exponent`, whatever its sign. Zero has no digits. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

function decimalOf(token: string): Decimal {
  const [mantissa = '', exponent = '0'] = token.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  let start = digits.charCodeAt(0) === MINUS ? 1 : 0;
  let end = digits.length;
  while (digits.charCodeAt(start) === ZERO) start += 1;
  while (end > start && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  return { digits: digits.slice(start, end), exponent: Number(exponent) - fraction.length + (digits.length - end) };
}

function isBeyondIntegers(token: string): boolean {
  const digits = token.length - (token.startsWith('-') ? 1 : 0);
  return digits > LARGEST_INTEGER.length || (digits === LARGEST_INTEGER.length && token.slice(-digits) > LARGEST_INTEGER);
}

/**
 * How JavaScript would change the number that a JSON token stands for (CONTRACT section 4); undefined where it keeps it.
 * Decimals are compared exactly, in time proportional to the token.
 */
export function numberRuleBroken(token: string): NumberRule | undefined {
  const isInteger = !/[.eE]/.test(token);
  if (isInteger) return isBeyondIntegers(token) ? 'integer-range' : undefined;
  const double = Number(token);
  if (!Number.isFinite(double)) return 'not-finite';
  const written = decimalOf(token);
  if (double === 0) return written.digits === '' ? undefined : 'underflow';
  const kept = decimalOf(String(double));
  return written.digits === kept.digits && written.exponent === kept.exponent ? undefined : 'inexact';
}
