import { type Diagnostic, parsePolicy, parseWorkspacePath } from 'prometeu-packer';
import { ciAnnotations, escapeText, jsonReport, lspDiagnostics, renderText, sarifReport } from 'prometeu-packer/report';
import { describe, it } from 'vitest';
import { editJsonText } from '../../src/codec/edit-json-text/edit-json-text.js';
import { diffJson } from '../../src/codec/diff-json.js';
import { diagnoseJson } from '../../src/codec/json/diagnose-json.js';
import { readJson } from '../../src/codec/json/read-json.js';
import { quote } from '../../src/diagnostics/quote.js';
import { nodeCompute } from '../../src/node/node-compute.js';
import { collisionKey } from '../../src/paths/collision-key.js';
import { diagnosePath } from '../../src/paths/diagnose-path.js';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { makePlan } from '../../src/plans/make-plan.js';
import { textDiff } from '../../src/plans/text-diff.js';
import { verifyPlanShape } from '../../src/plans/verify-plan-shape.js';
import { replaceUnsafe } from '../../src/report/replace-unsafe.js';
import { expectLinear, LITTLE } from './expect-linear.js';
import { encode, repeated, repeatedText } from './repeated-text.js';

const lines = (bytes: number, word: string): string => repeatedText(bytes, '', (index) => `${word} ${index}\n`, '');
const keys = (bytes: number, from: number): Record<string, number> => {
  const members = Array.from({ length: bytes / 14 }, (_, index) => [`key${index + from}`, index] as const);
  return Object.fromEntries(members);
};

/** A text in one line, with many faults near its end. */
function faultyLine(bytes: number): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const text = `{"a":"${'é'.repeat(bytes / 2)}",${'"b":0,'.repeat(50)}"b":0}`;
  const source = encode(text);
  const read = readJson(source, { maxStringBytes: 2 ** 28 });
  return { text, diagnostics: read.isErr() ? diagnoseJson(read.error, { artifact: 'asset', file: 'f', bytes: source }) : [] };
}

function planOf(bytes: number, edits: (index: number) => readonly [string, string | null, string | null]): unknown {
  const listed = [];
  for (let length = 0, index = 0; length < bytes; index++) {
    const [path, before, after] = edits(index);
    const edit = createTextEdit(path, before, after);
    listed.push(edit);
    length += JSON.stringify(edit).length;
  }
  return makePlan({
    kind: 'fix',
    edits: listed,
    identityChanges: [],
    preconditions: { projectUuid: null, files: [], heads: [], folders: [] },
  });
}

const path = (text: string): unknown =>
  parseWorkspacePath(text).match<unknown>(
    (value) => value,
    (fault) => diagnosePath(fault, { artifact: 'asset', location: { kind: 'file', file: 'f' }, text }),
  );

interface Case {
  readonly name: string;
  readonly hold: () => void;
}
const named = <T>(name: string, make: (bytes: number) => T, run: (input: T) => unknown, bytes?: number): Case => ({
  name,
  hold: () => expectLinear({ make, run, ...(bytes === undefined ? {} : { bytes }) }),
});

const edits: readonly Case[] = [
  named(
    'editing a text: all keys change',
    (bytes) => ({ text: JSON.stringify(keys(bytes, 0), null, 2), after: keys(bytes, 7) }),
    ({ text, after }) => editJsonText(text, after),
    LITTLE,
  ),
  named(
    'editing a text: another list',
    (bytes) => [`[${'1, '.repeat(bytes / 3)}1]`, Array.from({ length: bytes / 4 }, () => 2)] as const,
    ([text, after]) => editJsonText(text, after),
    LITTLE,
  ),
  named(
    'editing a text: one line, and a key at its end',
    (bytes) => `{"a":"${'x'.repeat(bytes)}"}`,
    (text) => editJsonText(text, { b: 1 }),
  ),
  named(
    'comparing values',
    (bytes) => [keys(bytes, 0), keys(bytes, 7)] as const,
    ([before, after]) => diffJson(before, after),
    LITTLE,
  ),
  named(
    'a diff of other lines',
    (bytes) => [lines(bytes / 2, 'a'), lines(bytes / 2, 'b')] as const,
    ([before, after]) => textDiff('f', before, after),
  ),
  named(
    'a diff of lines that are alike',
    (bytes) => ['a\n'.repeat(bytes / 4), 'a\n'.repeat(bytes / 4 - 1000)] as const,
    ([before, after]) => textDiff('f', before, after),
  ),
  named(
    'a diff of one line',
    (bytes) => ['a'.repeat(bytes / 2), 'b'.repeat(bytes / 2)] as const,
    ([before, after]) => textDiff('f', before, after),
  ),
];

const plans: readonly Case[] = [
  named(
    'a plan of many edits',
    (bytes) => planOf(bytes, (index) => [`assets/${index}/asset.json`, null, '{}']),
    (plan) => verifyPlanShape(plan, nodeCompute),
    LITTLE,
  ),
  named(
    'a plan of large edits',
    (bytes) => planOf(bytes, () => ['assets/a/asset.json', lines(bytes / 2, 'a'), lines(bytes / 2, 'b')]),
    (plan) => verifyPlanShape(plan, nodeCompute),
  ),
  named(
    'a plan that is malformed throughout',
    (bytes) => ({ edits: Array.from({ length: bytes / 16 }, () => ({ kind: 'text' })) }),
    (plan) => verifyPlanShape(plan, nodeCompute),
    LITTLE,
  ),
];

const words: readonly Case[] = [
  named('a path of many folders', (bytes) => 'a/'.repeat(bytes / 2), path),
  named('a path that leaves the root', (bytes) => '../'.repeat(bytes / 3), path),
  named('a path of one name', (bytes) => 'C'.repeat(bytes), path),
  named('a path of marks', (bytes) => 'a\u0301'.repeat(bytes / 3), path),
  named('the key of a name', (bytes) => '\ufb01A\u0301'.repeat(bytes / 6), collisionKey),
  named('the key of a name of marks', (bytes) => `a${'\u0315\u0300'.repeat(bytes / 4)}`, collisionKey),
  named('a quote', (bytes) => '\u202e"\\'.repeat(bytes / 5), quote),
  named('an escaped text', (bytes) => '\u202e\u0000'.repeat(bytes / 4), escapeText),
  named(
    'a text with all that is unsafe replaced',
    (bytes) => '\ud800\u{e0001}'.repeat(bytes / 7),
    (text) => replaceUnsafe(text, () => '?'),
  ),
];

const policies: readonly Case[] = [
  named(
    'a policy of many rules',
    repeated('{"policy_version":1,"severities":{', (index) => `"CODE_${index}":"error"`, '}}', ','),
    (bytes) => parsePolicy(bytes, 'f'),
    LITTLE,
  ),
  named(
    'a policy of a long baseline',
    repeated('{"policy_version":1,"baseline":[', '{"fingerprint":"0","code":"A","file":"f"}', ']}', ','),
    (bytes) => parsePolicy(bytes, 'f'),
  ),
];

const renderings: readonly Case[] = [
  named('text', faultyLine, ({ text, diagnostics }) => renderText(diagnostics, { sourceText: () => text })),
  named('JSON', faultyLine, ({ diagnostics }) => jsonReport({ command: 'doctor', diagnostics })),
  named('SARIF', faultyLine, ({ text, diagnostics }) => sarifReport({ command: 'doctor', diagnostics, sourceText: () => text })),
  named('annotations', faultyLine, ({ diagnostics }) => ciAnnotations(diagnostics)),
  named('an editor', faultyLine, ({ diagnostics }) => lspDiagnostics(diagnostics, { uriOf: (file) => file, workspaceUri: 'w' })),
];

describe('what is made of texts takes time in proportion to them', () => {
  it.each([...edits, ...plans, ...words, ...policies])('$name', ({ hold }) => hold());
  it.each(renderings)('findings in one long line, as $name', ({ hold }) => hold());
});
