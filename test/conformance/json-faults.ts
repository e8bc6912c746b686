import { aroundHeader, inHeader, wholeHeader, type KitFault, type Splice } from './kit-fault.js';

const fault = (rule: string, name: string, golden: string, code: string, splice: Splice): KitFault => ({
  ...{ rule, name, golden, splices: [splice], code },
});
const changed = (golden: string, code: string, rule: string, name: string, from: string, to: string | Uint8Array): KitFault =>
  fault(rule, name, golden, code, inHeader(golden, from, to));

const notUtf8 = (name: string, latin1: string): KitFault =>
  changed('unicode', 'JSON_NOT_UTF8', 'json.utf8', name, 'Zo\u00eb', Buffer.from(latin1, 'latin1'));
const syntax = (name: string, from: string, to: string, code = 'JSON_SYNTAX'): KitFault =>
  changed('one-asset', code, 'json.syntax', name, from, to);
const around = (rule: string, name: string, code: string, where: 'before' | 'after', put: string): KitFault =>
  fault(rule, name, 'one-asset', code, aroundHeader('one-asset', where, put));
const whole = (rule: string, name: string, code: string, put: string): KitFault =>
  fault(rule, name, 'empty', code, wholeHeader('empty', put));
const twice = (name: string, from: string, to: string): KitFault =>
  changed('one-asset', 'JSON_DUPLICATE_KEY', 'json.unique-keys', name, from, to);
const surrogate = (name: string, from: string, to: string): KitFault =>
  changed('unicode', 'JSON_LONE_SURROGATE', 'json.unicode', name, from, to);
const spelled = (name: string, from: string, to: string, golden = 'one-asset'): KitFault =>
  changed(golden, 'ARCHIVE_HEADER_NOT_CANONICAL', 'json.canonical', name, from, to);

/** Files whose header is no canonical JSON; lengths, checksum and padding are right. */
export const jsonFaults: readonly KitFault[] = [
  whole('prelude.headerLength', 'no header', 'ARCHIVE_HEADER_LENGTH', ''),
  around('json.utf8', 'a byte order mark', 'JSON_BOM', 'before', '\ufeff'),
  notUtf8('a lone continuation byte', 'Zo\x80'),
  notUtf8('latin 1', 'Zo\xeb'),
  notUtf8('an overlong slash', 'Zo\xc0\xaf'),
  notUtf8('a surrogate in three bytes', 'Zo\xed\xa0\x80'),
  whole('json.syntax', 'white space only', 'JSON_EMPTY', ' \n'),
  syntax('a misspelled literal', '"wide":true', '"wide":trve'),
  syntax('single quotes', '"TILES"', "'TILES'"),
  syntax('cut off', '"preload":[]}', '"preload":[]'),
  syntax('a trailing comma', '"wide":true', '"wide":true,', 'JSON_TRAILING_COMMA'),
  syntax('a comment', '"preload":[]', '"preload":/**/[]', 'JSON_COMMENT'),
  around('json.syntax', 'a second value', 'JSON_TRAILING_TEXT', 'after', '{}'),
  around('json.syntax', 'a zero after it', 'JSON_TRAILING_TEXT', 'after', '\0'),
  whole('json.object', 'a list', 'JSON_WRONG_ROOT', '[]'),
  whole('json.object', 'null', 'JSON_WRONG_ROOT', 'null'),
  twice('the version twice', '"header_version":1', '"header_version":1,"header_version":1'),
  twice('once escaped', '"wide":true', '"wide":true,"wid\\u0065":true'),
  surrogate('a high one in a text', 'Zo\u00eb', 'Zo\\ud800'),
  surrogate('a low one in a key', '"accented"', '"accente\\udc64"'),
  spelled('a space', ',"preload"', ', "preload"'),
  around('json.canonical', 'a final newline', 'ARCHIVE_HEADER_NOT_CANONICAL', 'after', '\n'),
  spelled('an integer with a fraction of zero', '"size":5}', '"size":5.0}'),
  spelled('an integer with an exponent', '"size":5}', '"size":5e0}'),
  spelled('an escape that is not needed', '"hero"', '"h\\u0065ro"'),
  spelled('an escaped slash', '\\\\/', '\\\\\\/', 'unicode'),
  spelled('a long escape where there is a short one', '"\\b\\t', '"\\u0008\\t', 'unicode'),
  spelled('capitals in an escape', '\\u001f', '\\u001F', 'unicode'),
  spelled('keys against their order', '"header_version":1,"preload":[]}', '"preload":[],"header_version":1}'),
  spelled('keys in the order of numbers', '"10":1,"9":"nine"', '"9":"nine","10":1', 'three-assets'),
  spelled(
    ...([
      'keys in the order of code points',
      '"\ud83d\ude00":"astral: before U+FB33 by UTF-16 code unit, after it by code point","\ufb33":"dalet with dagesh"',
    ] as const),
    ...([
      '"\ufb33":"dalet with dagesh","\ud83d\ude00":"astral: before U+FB33 by UTF-16 code unit, after it by code point"',
      'unicode',
    ] as const),
  ),
];
