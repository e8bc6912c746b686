import { expect, it } from 'vitest';
import { compareCompanionFiles } from '../../../src/operations/compare/compare-companion-files.js';
import type { WorkspacePath } from '../../../src/paths/workspace-path.js';

const bytes = (text: string | null): Uint8Array | null => (text === null ? null : new TextEncoder().encode(text));
const files = (entries: Readonly<Record<string, string | null>>) =>
  new Map(Object.entries(entries).map(([path, text]) => [path as WorkspacePath, bytes(text)]));

it.each<readonly [a: string | null, b: string | null, state: string, pointer: string | null]>([
  [null, null, 'absent', null],
  ['1', null, 'only-a', null],
  [null, '1', 'only-b', null],
  ['{"a":1}', '{"a":1}', 'equal', null],
  ['{"a":1}', '{"a":2}', 'changed', '/a'],
  ['{"a":[1,2]}', '{"a":[1,3]}', 'changed', '/a/1'],
  ['{"a":1}', '{ "a": 1 }', 'changed', null], // nothing but its layout
  ['{"a":1}', 'no json', 'changed', null],
  ['no json', '{"a":1}', 'changed', null],
  ['{"a":1}', '{"b":1}', 'changed', '/a'],
])('%j against %j is %s, at %j', (a, b, state, pointer) => {
  expect(compareCompanionFiles(files({ x: a }), files({ x: b }))).toEqual([{ path: 'x', state, pointer }]);
});

it('compares what only one of the two has, by path', () => {
  const compared = compareCompanionFiles(files({ b: '1', a: '1' }), files({ c: '1' }));
  expect(compared.map(({ path, state }) => [path, state])).toEqual([
    ['a', 'only-a'],
    ['b', 'only-a'],
    ['c', 'only-b'],
  ]);
});
