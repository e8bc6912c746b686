import { isDeepStrictEqual } from 'node:util';
import { editJsonText } from '../../../src/codec/edit-json-text/edit-json-text.js';
import { findJsonTextEdits } from '../../../src/codec/edit-json-text/find-json-text-edits.js';
import { readJson } from '../../../src/codec/json/read-json.js';
import { type Boundary, holds } from '../boundary.js';
import { decode, encode, fixturesOf } from '../seeds.js';

const SPLIT = '\u0000';

const seeds = [
  ['{\n    "a": 1.0,\n    "b": true\n}\n', '{"a":1,"b":{"on":true}}'],
  ['[1, 2, 3]', '[1,2,[3,4],5]'],
  ['{"a":{"b":{"c":[]}}}', '{"a":{"b":{"c":[1],"d":{}}}}'],
  ['{ "x": "y"\r\n,\t"z": [ ] }', '{"z":[{}]}'],
];

/** Changing a text by hand, as it were: the text, a zero byte, and what it is to say. */
export const editTextBoundary: Boundary = {
  name: 'edit-json-text',
  extension: 'txt',
  words: [SPLIT, '\r\n', '\r', '\t', '    ', '"a":1,', ',', '\n\n', '"\\u0061"'],
  seeds: () => [
    ...seeds.map((pair) => encode(pair.join(SPLIT))),
    ...fixturesOf('versions/asset/v3', 'in.json').map((bytes) =>
      encode(`${decode(bytes)}${SPLIT}{"schema_version":4,"name":"x","preload":{"enabled":true}}`),
    ),
  ],
  run: (bytes) => {
    const at = bytes.indexOf(0);
    const before = readJson(bytes.subarray(0, Math.max(0, at)), { root: 'any' });
    const after = readJson(bytes.subarray(at + 1), { root: 'any' });
    if (at < 0 || before.isErr() || after.isErr()) return { value: null, diagnostics: [] };
    const { text } = before.value;
    const edits = findJsonTextEdits(text, after.value.value);
    return { value: { text, after: after.value.value, edited: editJsonText(text, after.value.value), edits }, diagnostics: [] };
  },
  check: ({ value }) => {
    if (value === null) return;
    const { text, after, edited, edits } = value as {
      text: string;
      after: unknown;
      edited: string;
      edits: readonly { start: number; end: number; newText: string }[];
    };
    holds(readJson(encode(edited), { root: 'any', maxDepth: 200 }).isOk(), 'an edited text is JSON', edited);
    const meant: unknown = JSON.parse(edited);
    holds(
      isDeepStrictEqual(meant, JSON.parse(JSON.stringify(after))) || isDeepStrictEqual(meant, after),
      'an edited text means what it is to say',
      edited,
      after,
    );
    holds(editJsonText(edited, after) === edited, 'a text that says it already is left alone', edited);
    let at = 0;
    for (const { start, end, newText } of edits) {
      holds(
        start >= at && end >= start && end <= text.length && newText !== text.slice(start, end),
        'edits stand in order and change something',
        edits,
      );
      at = end;
    }
  },
};
