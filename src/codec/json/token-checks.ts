import { excerpt } from './excerpt.js';
import type { FaultLog } from './fault-log.js';
import type { ByteSpan } from './json-fault.js';
import type { JsonLimits } from './json-limits.js';
import { loneSurrogate } from './lone-surrogate.js';
import { numberRuleBroken } from './number-rule.js';
import { type OpenContainer, pointerTo } from './open-container.js';
import { isReservedKey } from './reserved-keys.js';

/** Where a walk through a text stands, and what it has found. */
export interface Inspecting {
  /** The limits that apply. */
  readonly limits: JsonLimits;
  /** Where faults go. */
  readonly log: FaultLog;
  /** The arrays and objects that are open, outermost first. */
  readonly open: readonly OpenContainer[];
}

/** A token: where it stands, and how it is written. */
export interface WrittenToken extends ByteSpan {
  /** Its text, with the quotes of a string. */
  readonly text: string;
}

/** A span with the pointer to where the walk stands. */
export function placed({ offset, length }: ByteSpan, open: readonly OpenContainer[]): ByteSpan & { readonly pointer: string } {
  return { offset, length, pointer: pointerTo(open) };
}

/** Judges a string or key by what its own token tells: JSON_STRING_TOO_LONG, JSON_LONE_SURROGATE. */
export function checkString(token: WrittenToken, part: 'key' | 'value', { limits, log, open }: Inspecting): void {
  const limit = limits.maxStringBytes;
  const found = token.length - 2;
  if (found > limit) log.add('JSON_STRING_TOO_LONG', () => ({ ...placed(token, open), data: { limit, found } }));
  const escape = loneSurrogate(token.text);
  if (escape !== undefined) log.add('JSON_LONE_SURROGATE', () => ({ ...placed(token, open), data: { escape, part } }));
}

/** Judges a number: JSON_NUMBER_RANGE. */
export function checkNumber(token: WrittenToken, { log, open }: Inspecting): void {
  const rule = numberRuleBroken(token.text);
  if (rule === undefined) return;
  const data = { token: excerpt(token.text), becomes: String(Number(token.text)), rule };
  log.add('JSON_NUMBER_RANGE', () => ({ ...placed(token, open), data }));
}

/** Judges a key against those before it and against the reserved ones: JSON_DUPLICATE_KEY, JSON_RESERVED_KEY. */
export function checkKey(token: WrittenToken, key: string, keys: Map<string, ByteSpan>, { log, open }: Inspecting): void {
  const first = keys.get(key);
  if (first === undefined) keys.set(key, { offset: token.offset, length: token.length });
  else log.add('JSON_DUPLICATE_KEY', () => ({ ...placed(token, open), data: { key: excerpt(key) }, related: [first] }));
  if (isReservedKey(key)) log.add('JSON_RESERVED_KEY', () => ({ ...placed(token, open), data: { key } }));
}
