import type { JsonExpectation } from '../../diagnostics/catalogue/json-codes.js';
import {
  ASTERISK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SLASH,
  SPACE,
  isBlank,
} from './ascii.js';
import { scalarEnd, stringEnd } from './scalar-end.js';

/** Told of each token of a JSON text, in order. Offsets are in bytes; ends are exclusive. */
export interface JsonVisitor {
  /** An array or object begins. */
  open(kind: 'array' | 'object', start: number): void;
  /** The innermost open array or object ends. */
  close(end: number): void;
  /** A key, with its quotes. */
  key(start: number, end: number): void;
  /** A string (with its quotes), number, boolean or null. */
  scalar(start: number, end: number): void;
  /** A comment, which JSON does not have; the walk goes on after it. */
  comment(start: number, end: number): void;
  /** A comma before the end of an array or object; the walk goes on after it. */
  trailingComma(at: number): void;
  /** The text is not JSON from here on; the walk ends. */
  unexpected(at: number, expected: readonly JsonExpectation[]): void;
}

/** Where in the grammar the walk stands. */
type Place = 'value' | 'first item' | 'next item' | 'first key' | 'next key' | 'colon' | 'after item' | 'after member' | 'end';

const EXPECTED: Readonly<Record<Place, readonly JsonExpectation[]>> = {
  value: ['value'],
  'first item': ['value', ']'],
  'next item': ['value'],
  'first key': ['key', '}'],
  'next key': ['key'],
  colon: [':'],
  'after item': [',', ']'],
  'after member': [',', '}'],
  end: ['end of text'],
};

function commentEnd(bytes: Uint8Array, start: number): number {
  let at = start + 2;
  if (bytes[start + 1] === SLASH) {
    while (at < bytes.length && bytes[at] !== LINE_FEED) at += 1;
    return at;
  }
  while (at < bytes.length && !(bytes[at] === ASTERISK && bytes[at + 1] === SLASH)) at += 1;
  return Math.min(at + 2, bytes.length);
}

function expectedInside(bytes: Uint8Array, start: number, at: number, place: Place): readonly JsonExpectation[] {
  if (at === start) return EXPECTED[place];
  if (bytes[start] !== QUOTE) return ['digit'];
  if (at === bytes.length) return ['"'];
  return (bytes[at] ?? 0) < SPACE ? ['string character'] : ['escape sequence'];
}

/**
 * Walks through a text by the grammar of JSON (RFC 8259) up to its first error, to find out where things stand; what the
 * text means is for `JSON.parse` to say. Takes time and memory in proportion to the text, however deep it is nested.
 */
export function walkJson(bytes: Uint8Array, visitor: JsonVisitor): void {
  const isObject = new Uint8Array(bytes.length); // the stack of open arrays (0) and objects (1)
  let depth = 0;
  let at = 0;
  let lastComma = 0;

  const refuse = (offset: number, expected: readonly JsonExpectation[]): 'stop' => {
    visitor.unexpected(offset, expected);
    return 'stop';
  };
  const afterValue = (): Place => (depth === 0 ? 'end' : isObject[depth - 1] === 1 ? 'after member' : 'after item');
  const open = (kind: 'array' | 'object'): Place => {
    visitor.open(kind, at);
    isObject[depth] = kind === 'object' ? 1 : 0;
    depth += 1;
    at += 1;
    return kind === 'object' ? 'first key' : 'first item';
  };
  const close = (place: Place): Place => {
    if (place === 'next item' || place === 'next key') visitor.trailingComma(lastComma);
    depth -= 1;
    at += 1;
    visitor.close(at);
    return afterValue();
  };
  const token = (end: number, place: Place, tell: 'key' | 'scalar', next: () => Place): Place | 'stop' => {
    if (end < 0) return refuse(~end, expectedInside(bytes, at, ~end, place));
    visitor[tell](at, end);
    at = end;
    return next();
  };
  const step = (place: Place): Place | 'stop' => {
    const byte = bytes[at];
    switch (place) {
      case 'first item':
      case 'next item':
        if (byte === CLOSE_BRACKET) return close(place);
        break;
      case 'first key':
      case 'next key':
        if (byte === CLOSE_BRACE) return close(place);
        return byte === QUOTE ? token(stringEnd(bytes, at), place, 'key', () => 'colon') : refuse(at, EXPECTED[place]);
      case 'colon':
        if (byte !== COLON) return refuse(at, EXPECTED[place]);
        at += 1;
        return 'value';
      case 'after item':
      case 'after member':
        if (byte === (place === 'after item' ? CLOSE_BRACKET : CLOSE_BRACE)) return close(place);
        if (byte !== COMMA) return refuse(at, EXPECTED[place]);
        lastComma = at;
        at += 1;
        return place === 'after item' ? 'next item' : 'next key';
      case 'end':
        return byte === undefined ? 'stop' : refuse(at, EXPECTED[place]);
      case 'value':
    }
    if (byte === OPEN_BRACKET) return open('array');
    return byte === OPEN_BRACE ? open('object') : token(scalarEnd(bytes, at), place, 'scalar', afterValue);
  };

  for (let place: Place | 'stop' = 'value'; place !== 'stop';) {
    while (isBlank(bytes[at])) at += 1;
    if (bytes[at] === SLASH && (bytes[at + 1] === SLASH || bytes[at + 1] === ASTERISK)) {
      const end = commentEnd(bytes, at);
      visitor.comment(at, end);
      at = end;
    } else place = step(place);
  }
}
