import { describe, expect, it } from 'vitest';
import { editJsonText } from '../../../src/codec/edit-json-text/edit-json-text.js';
import type { EditJsonOptions } from '../../../src/codec/edit-json-text/edit-json-options.js';
import { findJsonTextEdits } from '../../../src/codec/edit-json-text/find-json-text-edits.js';
import { jsonEquals } from '../../../src/codec/json-equals.js';
import { changedLines } from '../changed-lines.js';
import { PLAIN_HAND, type HandStyle, writeByHand } from '../hand-written-json.js';
import { longDeclaration } from '../long-declaration.js';

/** A text after an edit, for which JSON.parse stands surety. */
function edited(text: string, after: unknown, newKeyAfter?: (pointer: string, key: string) => string | null | undefined): string {
  const result = editJsonText(text, after, newKeyAfter === undefined ? {} : { newKeyAfter });
  expect(JSON.parse(result)).toEqual(after);
  return result;
}

function migrated(value: Record<string, unknown>): Record<string, unknown> {
  return { ...value, schema_version: 4, asset_uuid: '2ed6657d-e927-568b-95e1-2665a8aea6a2', preload: { enabled: value['preload'] } };
}

const afterVersion = (pointer: string): string | undefined => (pointer === '' ? 'schema_version' : undefined);

const HERO = `{
    "schema_version": 2,

    "name"  : "h\\u0065ro",
    "inputs": { "main": "a.png",  "mask": ["b.png"] },
    "output": {
        "format": "png", "codec": "none"
    },
    "scale": 1.0e1,
    "preload": true
}
`;

describe('editJsonText', () => {
  it('changes a declaration as a person would', () => {
    const after = {
      schema_version: 4,
      asset_uuid: 'u',
      name: 'hero',
      inputs: { main: ['a.png'], mask: ['b.png', 'c.png'] },
      output: { format: 'png', codec: 'none', metadata: { a: 1 } },
      scale: 10,
      preload: { enabled: true },
      extensions: { tool: { zoom: [1, 2], on: {} }, list: [] },
    };
    expect(edited(HERO, after, (pointer, key) => (pointer === '' && key === 'asset_uuid' ? 'schema_version' : undefined))).toBe(`{
    "schema_version": 4,
    "asset_uuid": "u",

    "name"  : "h\\u0065ro",
    "inputs": { "main": ["a.png"],  "mask": ["b.png", "c.png"] },
    "output": {
        "format": "png", "codec": "none", "metadata": { "a": 1 }
    },
    "scale": 1.0e1,
    "preload": { "enabled": true },
    "extensions": {
        "tool": {
            "zoom": [1, 2],
            "on": {}
        },
        "list": []
    }
}
`);
  });

  it.each<[name: string, before: string, after: unknown, text: string, place?: null]>([
    ['minified', '{"a":2,"b":true}', { a: 3, b: { on: true }, c: [1, 2] }, '{"a":3,"b":{"on":true},"c":[1,2]}'],
    [
      'CRLF and tabs',
      '{\r\n\t"a": 1,\r\n\t"b": 2\r\n}',
      { b: 2, c: { d: { e: 1 } } },
      '{\r\n\t"b": 2,\r\n\t"c": {\r\n\t\t"d": { "e": 1 }\r\n\t}\r\n}',
    ],
    ['CR', '{\r "a": 1\r}', { a: 1, b: 2 }, '{\r "a": 1,\r "b": 2\r}'],
    ['mixed endings', '{\n "a": 1,\r\n "b": 2,\n "c": 3\n}', { a: 1, c: 3, d: 4 }, '{\n "a": 1,\r\n "c": 3,\n "d": 4\n}'],
    ['no colon space', '{\n "a":1\n}', { a: 1, b: { c: 2, d: 3 } }, '{\n "a":1,\n "b":{"c": 2,"d": 3}\n}'.replaceAll(': ', ':')],
    ['the first of a line each', '{\n  "a": 1,\n\n  "b": 2\n}', { b: 2 }, '{\n\n  "b": 2\n}'],
    ['the middle', '{\n  "a": 1,\n  "b": 2,\n\n  "c": 3\n}', { a: 1, c: 3 }, '{\n  "a": 1,\n\n  "c": 3\n}'],
    ['the last', '{\n  "a": 1,\n  "b": [\n    1\n  ]\n}', { a: 1 }, '{\n  "a": 1\n}'],
    ['the only one', '{\n  "a": 1\n}', {}, '{}'],
    ['the first in one line', '{ "a": 1, "b": 2 }', { b: 2 }, '{ "b": 2 }'],
    ['the middle in one line', '[1, 2, 3]', [1, 3], '[1, 3]'],
    ['the last in one line', '{"a": 1, "b": 2}', { a: 1 }, '{"a": 1}'],
    ['all but the middle', '[\n  1,\n  2,\n  3\n]', [2], '[\n  2\n]'],
    ['of several in a line', '[1, 2,\n 3, 4]', [1, 3, 4], '[1,\n 3, 4]'],
    ['the first of a line', '[1, 2,\n 3, 4]', [1, 2, 4], '[1, 2,\n 4]'],
    ['one more in a line', '[1, 2,\n 3, 4]', [1, 2, 3, 4, 5], '[1, 2,\n 3, 4, 5]'],
    ['one in front', '[\n  1,\n  2\n]', [0, 1, 2], '[\n  0,\n  1,\n  2\n]'],
    ['one in front, in one line', '[ 1,2 ]', [0, 1, 2], '[ 0,1,2 ]'],
    ['into nothing', '{\n  "a": {},\n  "b": []\n}', { a: { x: 1 }, b: [1] }, '{\n  "a": { "x": 1 },\n  "b": [1]\n}'],
    ['into nothing over lines', '{\n    "a": {\n    }\n}', { a: { x: 1 } }, '{\n    "a": {\n        "x": 1\n    }\n}'],
    ['commas first', '{\n    "a": 1\n  , "b": 2\n  , "c": 3\n}', { a: 1, c: 3, d: 4 }, '{\n    "a": 1\n  , "c": 3\n  , "d": 4\n}'],
    ['one for another', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', { a: 1, d: 4, c: 3 }, '{\n  "a": 1,\n  "c": 3,\n  "d": 4\n}'],
    ['another type over lines', '{\n  "a": {\n    "b": 1\n  }\n}', { a: [1] }, '{\n  "a": [1]\n}'],
    ['the whole', ' 1 \n', { a: [1] }, ' { "a": [1] } \n'],
    ['commas first, one in front', '{\n    "a": 1\n  , "b": 2\n}', { c: 0, a: 1, b: 2 }, '{\n    "c": 0\n  , "a": 1\n  , "b": 2\n}', null],
    [
      'like those beside it',
      '{ "l": [1, 2], "m": [3,4], "n": { "b":1 } }',
      { l: [1, 2], m: [0, 3, 4], n: { b: 1, c: 2 } },
      '{ "l": [1, 2], "m": [0,3,4], "n": { "b":1, "c":2 } }',
    ],
    ['not like what is odd', '[1, 2,   3]', [1, 2, 3, 4], '[1, 2,   3, 4]'],
    [
      'over lines for another type, in a line begun elsewhere',
      '{\n  "a": [{\n    "b": 1\n  }]\n}',
      { a: [[[1], [2]]] },
      '{\n  "a": [[\n    [1],\n    [2]\n  ]]\n}',
    ],
    [
      'over lines beside another',
      '{\n    "a": 1, "b": {\n        "c": 1\n    }\n}',
      { a: 1, b: [[1], [2]] },
      '{\n    "a": 1, "b": [\n        [1],\n        [2]\n    ]\n}',
    ],
    [
      'all of it indented',
      '  {\n    "a": 1\n  }',
      { a: 1, b: { c: { d: 1 } } },
      '  {\n    "a": 1,\n    "b": {\n      "c": { "d": 1 }\n    }\n  }',
    ],
    ['a sign', '[-0, -0.0]', [0, -0], '[0, -0.0]'],
    ['a sign put in', '[1]', [-0], '[-0]'],
    ['a key that objects have', '{"a":1}', { toString: 1, a: 1 }, '{"a":1,"toString":1}'],
    [
      'records',
      '[\n  { "id": 1 },\n  { "id": 2 }\n]',
      [
        { id: 1, on: true },
        { id: 2, on: true },
      ],
      '[\n  { "id": 1, "on": true },\n  { "id": 2, "on": true }\n]',
    ],
  ])('%s', (_, before, after, text, place) => {
    expect(edited(before, after, () => place)).toBe(text);
  });

  it('puts several new keys after one in the order of the new value, and new ones after new ones', () => {
    const after = { a: 1, b: 2, x: 3, y: 4, z: 5, w: 6, v: 7 };
    const place = (_: string, key: string): string | null => ({ x: 'a', y: 'a', z: 'x', w: null, v: 'x' })[key] ?? null;
    expect(edited('{\n  "a": 1,\n  "b": 2\n}', after, place)).toBe(
      '{\n  "w": 6,\n  "a": 1,\n  "x": 3,\n  "z": 5,\n  "v": 7,\n  "y": 4,\n  "b": 2\n}',
    );
  });

  it('puts a new key in the place of the one before it that goes', () => {
    expect(edited('{\n  "a": 1,\n\n  "old" : 2,\n  "c": 3\n}', { a: 1, new: 2, c: 3 }, () => 'old')).toBe(
      '{\n  "a": 1,\n\n  "new": 2,\n  "c": 3\n}',
    );
  });

  it('asks where new keys go by the pointer of their object', () => {
    const asked: string[] = [];
    edited('{"a/b": [{}, {"~": 1}]}', { 'a/b': [{ x: 1 }, { '~': 1, y: 2 }] }, (pointer, key) => {
      asked.push(`${pointer} ${key}`);
      return undefined;
    });
    expect(asked).toEqual(['/a~1b/0 x', '/a~1b/1 y']);
  });

  it('gives edits in UTF-16 code units', () => {
    expect(findJsonTextEdits('{"\u{1f600}é": 1}', { '\u{1f600}é': 2 })).toEqual([{ start: 8, end: 9, newText: '2' }]);
  });

  it('writes what takes the place of a scalar in its line, unless it is wide and deep', () => {
    const text = '{\n  "a": 1,\n  "b": 2\n}';
    const wide = Array.from({ length: 40 }, (_, index) => index);
    expect(edited(text, { a: wide, b: 2 })).toBe(`{\n  "a": [${wide.join(', ')}],\n  "b": 2\n}`);
    expect(edited(text, { a: { c: [1] }, b: 2 })).toBe('{\n  "a": { "c": [1] },\n  "b": 2\n}');
    expect(edited(text, { a: { c: wide }, b: 2 }).split('\n').length).toBe(4 + 43);
  });

  const hands: readonly [string, Partial<HandStyle>][] = [
    ['four spaces', { indent: '    ' }],
    ['tabs and CRLF', { indent: '\t', eols: ['\r\n'], finalNewline: false }],
    ['odd spacing, blank lines and spelling', { indent: '   ', odd: 10, blankLines: 10, spelled: 100, colon: ' : ' }],
    ['mixed line endings', { eols: ['\n', '\r\n'], blankLines: 10 }],
  ];
  it.each(hands)('changes three lines of a thousand: %s', (_, hand) => {
    const before = longDeclaration(1000);
    const text = writeByHand(before, { ...PLAIN_HAND, ...hand });
    const { removed, added } = changedLines(text, edited(text, migrated(before), afterVersion));
    expect(removed).toHaveLength(2);
    expect(added).toHaveLength(3);
    expect(text.split(/\r\n|\r|\n/).length).toBeGreaterThan(1000);
  });

  it('is quick with thousands of entries, whatever happens to them', () => {
    const means = (before: string, after: unknown, options: EditJsonOptions = {}): void =>
      expect(jsonEquals(JSON.parse(editJsonText(before, after, options)), after)).toBe(true);
    const records = Array.from({ length: 20_000 }, (_, index) => ({ asset_id: index + 1, root: `folder/${index}` }));
    const text = writeByHand({ assets: records }, { ...PLAIN_HAND, inline: 50 });
    means(text, { assets: records.map((record) => ({ ...record, included_in_build: true })) }, { newKeyAfter: () => 'asset_id' });
    const some = records.slice(0, 10_000);
    const members = Object.fromEntries(some.map(({ root }, index) => [root, index]));
    const object = writeByHand(members, PLAIN_HAND);
    means(
      writeByHand(some, PLAIN_HAND),
      some.filter((_, index) => index % 2 === 0),
    );
    means(object, Object.fromEntries(Object.entries(members).filter(([, index]) => index % 3 > 0)));
    const more = Object.fromEntries(some.map(({ asset_id }) => [`n${asset_id}`, 1]));
    const chain = (_: string, key: string): string => (key === 'n1' ? 'folder/5' : `n${Number(key.slice(1)) - 1}`);
    means(object, { ...members, ...more }, { newKeyAfter: chain });
    means('{}', members);
  });

  it('puts blanks before a comma where its neighbours have them', () => {
    const by = (text: string, after: object): string => edited(text, after, () => 'a');
    expect(by('{\n  "a": 1 ,\n  "c": 3\n}', { a: 1, b: 2, c: 3 })).toBe('{\n  "a": 1 ,\n  "b": 2 ,\n  "c": 3\n}');
    expect(edited('{\n  "a": 1 ,\n  "b": 2\n}', { a: 1, b: 2, c: 3 })).toBe('{\n  "a": 1 ,\n  "b": 2 ,\n  "c": 3\n}');
    expect(edited('{\n  "a": 1 ,\n  "b": 2\n}', { z: 0, a: 1, b: 2 }, () => null)).toBe('{\n  "z": 0 ,\n  "a": 1 ,\n  "b": 2\n}');
  });

  it('goes as deep as texts may be nested', () => {
    const nest = (value: unknown): unknown => Array.from({ length: 63 }).reduce((inner) => ({ a: inner }), value);
    expect(edited(JSON.stringify(nest([1]), null, 1), nest([1, 2]))).toBe(JSON.stringify(nest([1, 2]), null, 1));
  });
});
