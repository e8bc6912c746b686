import type { Inspecting, WrittenToken } from './inspecting.js';
import { loneSurrogate } from './lone-surrogate.js';
import { placedSpan } from './placed-span.js';

/** Judges a string or key by what its own token tells: JSON_STRING_TOO_LONG, JSON_LONE_SURROGATE. */
export function checkString(token: WrittenToken, part: 'key' | 'value', { limits, log, open }: Inspecting): void {
  const limit = limits.maxStringBytes;
  const found = token.length - 2;
  if (found > limit) log.add('JSON_STRING_TOO_LONG', () => ({ ...placedSpan(token, open), data: { limit, found } }));
  const escape = loneSurrogate(token.text);
  if (escape !== undefined) log.add('JSON_LONE_SURROGATE', () => ({ ...placedSpan(token, open), data: { escape, part } }));
}
