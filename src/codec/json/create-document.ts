import { passed } from '../../base/passed.js';
import { jsonPointer } from '../json-pointer.js';
import { createLocator } from './create-locator.js';
import { createTextRanges } from './create-text-ranges.js';
import type { DecodedText } from './decoded-text.js';
import type { JsonDocument, JsonValueFault } from './json-document.js';
import { encodeUtf8, textBetween } from './utf8.js';

function lookThrough(text: string) {
  const bytes = encodeUtf8(text);
  return { bytes, find: createLocator(bytes), rangeOf: createTextRanges(bytes) };
}

/** Makes a document of a text that was read: what it can be asked for besides is only worked out when it is. */
export function createDocument(
  value: unknown,
  { text }: DecodedText,
  plainNumbers: boolean,
  valueFaults: readonly JsonValueFault[],
  recognised = false,
): JsonDocument {
  let places: ReturnType<typeof lookThrough> | undefined;
  const tokenAt = (pointer: string, part: 'value' | 'key' = 'value'): string | undefined => {
    const { bytes, find } = (places ??= lookThrough(text));
    const { value: span, key, exact } = find(pointer);
    const token = part === 'key' ? key : span;
    return exact && token !== null ? textBetween(bytes, token.offset, token.offset + token.length) : undefined;
  };
  return passed<JsonDocument>({
    value,
    text,
    plainNumbers,
    recognised,
    valueFaults,
    tokenAt,
    locate(pointer, part) {
      const { find, rangeOf } = (places ??= lookThrough(text));
      const { value: span, key, exact } = find(pointer);
      return rangeOf(part === 'key' && exact ? (key ?? span) : span);
    },
    topLevelToken(key) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      const member = (value as Readonly<Record<string, unknown>>)[key];
      return plainNumbers && typeof member === 'number' ? String(member) : tokenAt(jsonPointer([key]));
    },
  });
}
