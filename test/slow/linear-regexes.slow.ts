import { describe, expect, it } from 'vitest';
import { readSources } from '../architecture/read-sources.js';
import { regexLiteralsOf, regexOf } from '../architecture/regex-literals.js';
import { expectLinear } from './expect-linear.js';

/** What a text may go on and on with. */
const units = [
  ...[
    'a',
    'A',
    '0',
    '1',
    'f',
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '.',
    '-',
    '_',
    '/',
    '\\',
    ':',
    ',',
    '"',
    "'",
    '=',
    '~',
    '~0',
    '&',
    '<',
    'é',
    '\u0301',
  ],
  ...[
    '\ud800',
    '\u{1f600}',
    '\\u',
    '\\ud83d',
    '\\ud83d\\ude00',
    '\\"',
    'a/',
    '/a',
    '/~1',
    '//',
    '..',
    '.0123456789abcdef',
    'con',
    'com1 ',
    'e+',
    '1.',
    '-1',
  ],
  ...['true', 'T-a:1', '/asset_table/1', '\noid sha256:', '0123456789abcdef', '.prometeu.tmp', '[]{}', '00000000-0000-4000-8000-'],
];
/** Bytes of the smaller text: a square shows at sixteen times as many. */
const BYTES = 1024;

const heads = ['', '"', '.', '/', ' ', '\n', '-'];
const tails = ['', '!', '\n', '"'];

const regexes = regexLiteralsOf(readSources('src')).filter(
  ({ text }, index, all) => all.findIndex((other) => other.text === text) === index,
);

function attack(regex: RegExp, bytes: number): unknown {
  let found = 0;
  for (const unit of units) {
    const body = unit.repeat(bytes / unit.length);
    const [head, tail] = [heads[unit.length % heads.length] ?? '', tails[body.length % tails.length] ?? ''];
    for (const text of [body, `${head}${body}${tail}`]) found += (text.match(regex) ?? []).length;
  }
  return found;
}

describe('no regular expression takes more than its share of time', () => {
  it.each(regexes)('$text', (literal) => {
    const regex = regexOf(literal);
    expectLinear({ make: (bytes) => bytes, run: (bytes) => attack(regex, bytes), bytes: BYTES });
  });

  it.each([
    ['a', /a*b/],
    [' ', / +$/],
    ['"', /"[^']*'/],
  ])('one that did would be caught: %s, %s', (unit, regex) => {
    const run = (text: string): unknown => regex.test(text);
    expect(() => expectLinear({ make: (bytes) => `${unit.repeat(bytes)}!`, run, bytes: BYTES })).toThrow();
  });
});
