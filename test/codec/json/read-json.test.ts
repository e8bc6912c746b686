import { describe, expect, it } from 'vitest';
import { jsonClassOf } from '../../../src/codec/json/json-class.js';
import { JSON_BUDGETS, readJson } from '../../../src/codec/json/read-json.js';
import { bytesOf, codesOf, documentOf, faultsOf } from './support.js';

const utf16 = (text: string, littleEndian: boolean): number[] =>
  Array.from(text).flatMap((character) => {
    const unit = character.charCodeAt(0);
    return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  });

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('hard cases, bytes and JSON', () => {
  it.each(['', ' ', '\r\n\t  \n'])('B1: empty or white space only %j', (text) => {
    expect(faultsOf(text)).toEqual([{ code: 'JSON_EMPTY', offset: 0, length: text.length, pointer: '', data: {}, related: [] }]);
  });

  it('B2: a byte order mark', () => {
    const [fault, ...others] = faultsOf(bytesOf([0xef, 0xbb, 0xbf], '{}'));
    expect(fault).toMatchObject({ code: 'JSON_BOM', offset: 0, length: 3 });
    expect(others).toEqual([]);
    expect(codesOf(bytesOf([0xef, 0xbb, 0xbf]))).toEqual(['JSON_BOM']);
    expect(codesOf(bytesOf([0xef, 0xbb, 0xbf], '{'))).toEqual(['JSON_BOM']);
    expect(codesOf(bytesOf([0xef, 0xbb, 0xbf], '"', [0xff], '"'))).toEqual(['JSON_BOM', 'JSON_NOT_UTF8']);
  });

  it.each([
    ['utf-16le', 1, utf16('{"a":1}', true)],
    ['utf-16be', 0, utf16('{"a":1}', false)],
    ['utf-16le', 0, [0xff, 0xfe, ...utf16('{"a":1}', true)]],
    ['utf-16be', 0, [0xfe, 0xff, ...utf16('{"a":1}', false)]],
    ['utf-16le', 4, utf16('["ü"]', true)],
    ['utf-32le', 0, [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0, 0x7d, 0, 0, 0]],
    ['utf-32be', 2, [0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b]],
    ['utf-32be', 0, [0, 0, 0, 0x7b, 0, 0, 0, 0x7d]],
    ['utf-32le', 1, [0x7b, 0, 0, 0, 0x7d, 0, 0, 0]],
  ] as const)('B3: %s, first wrong byte at %i', (hint, offset, bytes) => {
    expect(faultsOf(Uint8Array.from(bytes))).toMatchObject([{ code: 'JSON_NOT_UTF8', offset, data: { hint, byte: bytes[offset] } }]);
  });

  it.each([
    ['lone continuation', [0x80], 1],
    ['overlong', [0xc0, 0xaf], 1],
    ['overlong in three bytes', [0xe0, 0x80, 0xaf], 1],
    ['surrogate D800', [0xed, 0xa0, 0x80], 1],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 1],
    ['a cut sequence', [0x61, 0xe2, 0x82], 2],
    ['a byte that never occurs', [0xff], 1],
  ])('B4: invalid UTF-8: %s', (_, bad, offset) => {
    const [fault, ...others] = faultsOf(bytesOf('"', bad, '"'));
    expect(fault).toMatchObject({ code: 'JSON_NOT_UTF8', offset, length: 1, data: { byte: bad[offset - 1], hint: null } });
    expect(others).toEqual([]);
  });

  it('B4: invalid UTF-8, cut off at the end of the text', () => {
    expect(faultsOf(bytesOf('"', [0xf0, 0x9f, 0x98]))).toMatchObject([{ code: 'JSON_NOT_UTF8', offset: 1, data: { byte: 0xf0 } }]);
  });

  it('B5: NUL, raw and escaped', () => {
    expect(faultsOf('{"a":"x\u0000"}')).toMatchObject([
      { code: 'JSON_SYNTAX', offset: 7, pointer: '/a', data: { found: '\u0000', expected: ['string character'] } },
    ]);
    expect(codesOf('\u0000{}')).toEqual(['JSON_SYNTAX']);
    expect(documentOf('"\\u0000"')).toMatchObject({ value: '\u0000', valueFaults: [] });
  });

  it('B6: a lone surrogate is told of, and judged later', () => {
    const text = '{"name":"\\ud800x","\\uDC00":1,"pair":"\\ud83d\\ude39","both":"\\ud83d\\ude39\\ud83d","turned":"\\ude39\\ud83d"}';
    const { value, valueFaults } = documentOf(text);
    expect(value).toEqual(JSON.parse(text));
    expect(valueFaults.map(({ pointer, data }) => [pointer, data])).toEqual([
      ['/name', { escape: '\\ud800', part: 'value', total: 4 }],
      ['/\udc00', { escape: '\\uDC00', part: 'key', total: 4 }],
      ['/both', { escape: '\\ud83d', part: 'value', total: 4 }],
      ['/turned', { escape: '\\ude39', part: 'value', total: 4 }],
    ]);
    expect(documentOf('["\\\\ud800","\\ud83d\\ude39"]').valueFaults).toEqual([]);
  });

  it('B7: duplicate keys, also by escape, with both places', () => {
    expect(faultsOf('{"id":1,"id":2}')).toEqual([
      {
        code: 'JSON_DUPLICATE_KEY',
        offset: 8,
        length: 4,
        pointer: '/id',
        data: { key: 'id', total: 1 },
        related: [{ offset: 1, length: 4 }],
      },
    ]);
    expect(faultsOf('{"a":{"id":1,"\\u0069d":2}}')).toMatchObject([
      { code: 'JSON_DUPLICATE_KEY', offset: 13, length: 9, pointer: '/a/id', related: [{ offset: 6, length: 4 }] },
    ]);
    expect(faultsOf('[{"é":1},{"é":1,"é":2,"\\u00e9":3}]')).toMatchObject([
      { pointer: '/1/é', data: { total: 2 }, related: [{ offset: 11, length: 4 }] },
      { pointer: '/1/é', data: { total: 2 }, related: [{ offset: 11, length: 4 }] },
    ]);
    expect(documentOf('{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}').valueFaults).toEqual([]);
  });

  it('B7: of very many duplicates 50 are listed, and all are counted', () => {
    const faults = faultsOf(`{${'"a":1,'.repeat(1000)}"b":1}`);
    expect(faults).toHaveLength(50);
    expect(faults.every(({ data }) => 'total' in data && data.total === 999)).toBe(true);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('B8: the reserved key %s, wherever and however it stands', (key) => {
    const escaped = Array.from(key, (character) => `\\u00${character.charCodeAt(0).toString(16)}`).join('');
    for (const written of [key, escaped]) {
      expect(faultsOf(`{"a":[{"${written}":{"x":1}}]}`)).toMatchObject([
        { code: 'JSON_RESERVED_KEY', offset: 7, length: written.length + 2, pointer: `/a/0/${key}`, data: { key, total: 1 } },
      ]);
    }
    expect(documentOf(`{"a":"${key}"}`).value).toEqual({ a: key });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('B9: keys like toString are ordinary', () => {
    const text = '{"toString":1,"hasOwnProperty":2,"length":3,"valueOf":4}';
    expect(documentOf(text).value).toEqual(JSON.parse(text));
  });

  it.each([65, 500, 5000, 100_000, 1_000_000])('B10: %i levels', (levels) => {
    expect(faultsOf(nested(levels))).toMatchObject([
      { code: 'JSON_TOO_DEEP', offset: 64, length: 1, pointer: '/0'.repeat(64), data: { limit: 64, found: levels } },
    ]);
    expect(codesOf('['.repeat(levels))).toEqual(['JSON_SYNTAX']);
    expect(codesOf('{"a":'.repeat(levels))).toEqual(['JSON_SYNTAX']);
  });

  it('B10: 64 levels are allowed', () => {
    expect(JSON.stringify(documentOf(nested(64)).value)).toBe(nested(64));
  });

  it('B11: more bytes than allowed', () => {
    const options = { maxBytes: 10 };
    expect(documentOf('"12345678"', options).value).toBe('12345678');
    expect(faultsOf('"123456789"', options)).toEqual([
      { code: 'JSON_TOO_LARGE', offset: 10, length: 1, pointer: '', data: { limit: 10, found: 11 }, related: [] },
    ]);
    expect(codesOf('not JSON at all', options)).toEqual(['JSON_TOO_LARGE']);
  });

  it('B12: one array of 1e6 items is read, and 1e6 faults in it are counted', () => {
    expect(documentOf(`[${'1,'.repeat(999_999)}1]`).value).toHaveLength(1_000_000);
    const { valueFaults } = documentOf(`[${'1e999,'.repeat(999_999)}1e999]`);
    expect(valueFaults).toHaveLength(50);
    expect(valueFaults[49]).toMatchObject({ pointer: '/49', data: { token: '1e999', total: 1_000_000 } });
  });

  it.each([
    ['1e400', 'Infinity', 'not-finite'],
    ['-1e400', '-Infinity', 'not-finite'],
    ['9007199254740993', '9007199254740992', 'integer-range'],
    ['12345678901234567890', '12345678901234567000', 'integer-range'],
  ] as const)('B13, B14: the number %s is told of, and judged later', (token, becomes, rule) => {
    const { valueFaults, plainNumbers } = documentOf(`{"a":[1,${token}]}`);
    expect(plainNumbers).toBe(false);
    expect(valueFaults).toEqual([
      {
        code: 'JSON_NUMBER_RANGE',
        offset: 8,
        length: token.length,
        pointer: '/a/1',
        data: { token, becomes, rule, total: 1 },
        related: [],
      },
    ]);
  });

  it.each(['-0', '1.0', '1e2', '1E+2', '0e5', '0.10'])('B15: %s is allowed here, and seen in the token', (token) => {
    const document = documentOf(`{"a":${token}}`);
    expect(document).toMatchObject({ plainNumbers: false, valueFaults: [] });
    expect(document.topLevelToken('a')).toBe(token);
    expect(document.tokenAt('/a')).toBe(token);
  });

  it.each(['"1"', 'true', 'null', '[]', '[1]', '"\\u0031"'])('B16: the token %s is shown as it stands', (token) => {
    expect(documentOf(`{"a": ${token} }`).topLevelToken('a')).toBe(token);
  });

  it.each([
    ['{} x', 'JSON_TRAILING_TEXT', 3],
    ['{}{}', 'JSON_TRAILING_TEXT', 2],
    ['{},', 'JSON_TRAILING_TEXT', 2],
    ['{/*a*/}', 'JSON_COMMENT', 1],
    ['{}//a', 'JSON_COMMENT', 2],
    ['[1,]', 'JSON_TRAILING_COMMA', 2],
    ['{"a":1 , }', 'JSON_TRAILING_COMMA', 7],
    ["{'a':1}", 'JSON_SYNTAX', 1],
    ['{"a":NaN}', 'JSON_SYNTAX', 5],
    ['[Infinity]', 'JSON_SYNTAX', 1],
    ['[+1]', 'JSON_SYNTAX', 1],
    ['[01]', 'JSON_SYNTAX', 2],
    ['[1.]', 'JSON_SYNTAX', 3],
    ['["\\x"]', 'JSON_SYNTAX', 3],
    ['["\\u00g0"]', 'JSON_SYNTAX', 6],
    ['["a\n"]', 'JSON_SYNTAX', 3],
    ['["a', 'JSON_SYNTAX', 3],
    ['[1 2]', 'JSON_SYNTAX', 3],
    ['{"a" 1}', 'JSON_SYNTAX', 5],
    ['{1:1}', 'JSON_SYNTAX', 1],
    ['{"a":}', 'JSON_SYNTAX', 5],
    ['[,1]', 'JSON_SYNTAX', 1],
    ['[1,,2]', 'JSON_SYNTAX', 3],
    ['{,}', 'JSON_SYNTAX', 1],
    ['[1}', 'JSON_SYNTAX', 2],
    ['[', 'JSON_SYNTAX', 1],
    ['[\u00a01]', 'JSON_SYNTAX', 1],
  ] as const)('B17: %j is refused by %s at byte %i', (text, code, offset) => {
    expect(faultsOf(text)).toMatchObject([{ code, offset }]);
  });

  it('B17: comments and trailing commas do not hide what follows them', () => {
    const text = '{ // one\n "a": [1, 2,], /* two */ "b": tru }';
    expect(faultsOf(text).map(({ code, offset, length, pointer }) => [code, text.slice(offset, offset + length), pointer])).toEqual([
      ['JSON_COMMENT', '// one', ''],
      ['JSON_TRAILING_COMMA', ',', '/a/1'],
      ['JSON_COMMENT', '/* two */', '/a'],
      ['JSON_SYNTAX', 't', '/b'],
    ]);
    expect(codesOf('[1] /* open')).toEqual(['JSON_COMMENT']);
    expect(codesOf('[1, /* open')).toEqual(['JSON_COMMENT', 'JSON_SYNTAX']);
  });

  it.each([
    ['[tru]', 'tru', ['value', ']']],
    ['[1 "a"]', '"', [',', ']']],
    ['{"a":1', '', [',', '}']],
    ['{"a":1,é', 'é', ['key']],
    ['{"a"', '', [':']],
    ['[1,', '', ['value']],
    ['-', '', ['digit']],
    ['1e', '', ['digit']],
    ['"\\', '', ['"']],
    ['"\\q"', 'q', ['escape sequence']],
    ['"', '', ['"']],
  ] as const)('B17: %j tells what was found and expected', (text, found, expected) => {
    expect(faultsOf(text)).toMatchObject([{ code: 'JSON_SYNTAX', data: { found, expected } }]);
  });

  it('B18, B19: unknown fields, CRLF, tabs, odd order and no final newline are kept as they are', () => {
    const text = '{\r\n\t"z" : 1,\r\n\t"10": {"b":2,"2":[ ]},\t"a":null }';
    const document = documentOf(text);
    expect(document.text).toBe(text);
    expect(document.value).toEqual(JSON.parse(text));
  });

  it('B20: bidi controls, ANSI escapes and newlines in strings are for their own checks', () => {
    expect(documentOf('"\\u202e\\u001b[31m\\n\u202e"').value).toBe('\u202e\u001b[31m\n\u202e');
  });

  it('B21: a string or key over the limit', () => {
    const long = 'x'.repeat(JSON_BUDGETS.maxStringBytes);
    expect(documentOf(`{"name":"${long}"}`).value).toEqual({ name: long });
    const data = { limit: long.length, found: long.length + 1, total: 1 };
    expect(faultsOf(`{"name":"${long}x"}`)).toMatchObject([{ code: 'JSON_STRING_TOO_LONG', pointer: '/name', data }]);
    expect(faultsOf(`{"a":{"${long}x":1}}`)).toMatchObject([{ code: 'JSON_STRING_TOO_LONG', pointer: '/a', data }]);
    expect(codesOf('"ééé"', { maxStringBytes: 5 })).toEqual(['JSON_STRING_TOO_LONG']);
    expect(documentOf('"ééé"', { maxStringBytes: 6 }).value).toBe('ééé');
  });

  it('B22: merge conflict markers', () => {
    const text = '{\n<<<<<<< HEAD\n  "a": 1\n||||||| base\n=======\r\n  "a": 2\n>>>>>>> theirs\n}\n';
    const [fault, ...others] = faultsOf(text);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'JSON_MERGE_CONFLICT', offset: 2, length: 7, data: { markers: 4 } });
    expect(fault?.related.map(({ offset }) => text.slice(offset, offset + 7))).toEqual(['|||||||', '=======', '>>>>>>>']);
    expect(codesOf('{"a":"<<<<<<< HEAD"}x')).toEqual(['JSON_TRAILING_TEXT']);
    expect(codesOf('title\n=======\n')).toEqual(['JSON_SYNTAX']);
    expect(codesOf('<<<<<<<<\n')).toEqual(['JSON_SYNTAX']);
  });

  it('B22: a git LFS pointer', () => {
    const oid = `sha256:${'4d'.repeat(32)}`;
    const text = `version https://git-lfs.github.com/spec/v1\noid ${oid}\nsize 12345\n`;
    expect(faultsOf(text)).toMatchObject([{ code: 'JSON_LFS_POINTER', offset: 0, length: text.length, data: { oid } }]);
    expect(faultsOf('version https://git-lfs.github.com/spec/v2\n')).toMatchObject([{ code: 'JSON_LFS_POINTER', data: { oid: null } }]);
  });

  it.each([
    ['[]', 'array'],
    ['"a"', 'string'],
    ['1', 'number'],
    ['-1', 'number'],
    ['true', 'boolean'],
    ['false', 'boolean'],
    ['null', 'null'],
  ] as const)('B23: the top level %s', (text, found) => {
    expect(readJson(bytesOf(' ', text, '\n'))._unsafeUnwrapErr()).toEqual([
      { code: 'JSON_WRONG_ROOT', offset: 1, length: text.length, pointer: '', data: { found, expected: 'object' }, related: [] },
    ]);
    expect(documentOf(text).value).toEqual(JSON.parse(text));
  });
});

describe('classes', () => {
  const all = '[{"__proto__":1,"a":1,"a":[[1e999]]}]';
  const classOf = (text: string | Uint8Array, options = {}): readonly string[] => {
    const faults = readJson(typeof text === 'string' ? bytesOf(text) : text, options)._unsafeUnwrapErr();
    return [...new Set(faults.map(({ code }) => jsonClassOf(code)))];
  };

  it('are judged in order, and only the first is reported', () => {
    expect(classOf(`<<<<<<< a\n${all},`, { maxBytes: 1, maxDepth: 1 })).toEqual(['over-budget']);
    expect(classOf(bytesOf([0xff], `\n<<<<<<< a\n${all},`), { maxDepth: 1 })).toEqual(['encoding']);
    expect(classOf(`<<<<<<< a\n${all},`, { maxDepth: 1 })).toEqual(['merge-conflict']);
    expect(classOf(`${all},`, { maxDepth: 1 })).toEqual(['malformed-json']);
    expect(classOf(all, { maxDepth: 1 })).toEqual(['over-budget']);
    expect(classOf(all, { maxNodes: 4 })).toEqual(['over-budget']);
    expect(classOf(all, { maxStringBytes: 8 })).toEqual(['over-budget']);
    expect(classOf(all)).toEqual(['wrong-root']);
    expect(classOf(all.slice(1, -1))).toEqual(['duplicate-key']);
    expect(classOf('{"__proto__":1,"a":[[1e999]]}')).toEqual(['reserved-key']);
    expect(documentOf('{"a":[[1e999]]}').valueFaults.map(({ code }) => jsonClassOf(code))).toEqual(['values']);
  });
});

describe('budgets', () => {
  it('counts values, not keys', () => {
    const text = '{"a":[1,"b",null,{},[]],"c":true}';
    expect(documentOf(text, { maxNodes: 8 }).value).toEqual(JSON.parse(text));
    expect(faultsOf(text, { maxNodes: 7 })).toMatchObject([
      { code: 'JSON_TOO_MANY_NODES', offset: 28, pointer: '/c', data: { limit: 7, found: 8 } },
    ]);
    expect(faultsOf(text, { maxNodes: 2 })).toMatchObject([{ offset: 6, pointer: '/a/0', data: { limit: 2, found: 8 } }]);
  });

  it('takes the defaults for what is not given', () => {
    const options = { maxBytes: undefined, maxDepth: undefined, maxNodes: undefined, maxStringBytes: undefined, root: undefined };
    expect(codesOf(nested(65), options as object)).toEqual(['JSON_TOO_DEEP']);
  });

  it('has the documented defaults', () => {
    expect(JSON_BUDGETS).toEqual({ maxBytes: 67_108_864, maxDepth: 64, maxNodes: 5_000_000, maxStringBytes: 1_048_576 });
  });
});

describe('memory', () => {
  it('is not shared with the bytes that were read', () => {
    const bytes = bytesOf('{"a": 1.0, "b": 9007199254740993}');
    const document = documentOf(bytes);
    bytes.fill(0x20);
    expect(document.topLevelToken('a')).toBe('1.0');
    expect(document.locate('/b', 'value').start.offset).toBe(16);
  });

  it('reads a view into a larger buffer', () => {
    const buffer = bytesOf('xx{"a":1,"a":2}xx');
    expect(faultsOf(buffer.subarray(2, 15))).toMatchObject([{ code: 'JSON_DUPLICATE_KEY', offset: 7 }]);
  });
});

describe('a host that put a key on every object', () => {
  it('does not hide a duplicate', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype['polluted'] = 1;
    try {
      expect(codesOf('{"a":1,"a":2}')).toEqual(['JSON_DUPLICATE_KEY']);
      expect(documentOf('{"a":1}').value).toEqual({ a: 1 });
    } finally {
      delete prototype['polluted'];
    }
  });
});
