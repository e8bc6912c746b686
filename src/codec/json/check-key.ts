import { excerpt } from './excerpt.js';
import type { Inspecting, WrittenToken } from './inspecting.js';
import type { ByteSpan } from './json-fault.js';
import { placedSpan } from './placed-span.js';
import { isReservedKey } from './reserved-keys.js';

/** Judges a key against those before it and against the reserved ones: JSON_DUPLICATE_KEY, JSON_RESERVED_KEY. */
export function checkKey(token: WrittenToken, key: string, keys: Map<string, ByteSpan>, { log, open }: Inspecting): void {
  const first = keys.get(key);
  if (first === undefined) keys.set(key, { offset: token.offset, length: token.length });
  else log.add('JSON_DUPLICATE_KEY', () => ({ ...placedSpan(token, open), data: { key: excerpt(key) }, related: [first] }));
  if (isReservedKey(key)) log.add('JSON_RESERVED_KEY', () => ({ ...placedSpan(token, open), data: { key } }));
}
