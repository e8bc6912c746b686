import { createTextEdit } from '../../../src/plans/create-text-edit.js';
import { identityChangesOf } from '../../../src/plans/identity-changes.js';
import { makePlan } from '../../../src/plans/make-plan.js';
import type { Edit, Plan } from '../../../src/plans/plan.js';
import { type MemoryWorkspace } from 'prometeu-packer/memory';
import { preconditionsOf, textOf } from '../bench.js';

const uuidOf = (id: number): string => `0000000${id}-0000-4000-8000-00000000000${id}`;

/** Declarations as people write them: none of them is what a program would print, and each has its `name` line. */
export const declarations: Readonly<Record<string, string>> = {
  tabs: `{\n\t"schema_version":4,\n\t"asset_uuid":"${uuidOf(1)}",\n\t"name":"tabs",\n\t"type":"data_bank",\n\t"inputs":{"main":["a.bin"]},\n\t"output":{"format":"raw","codec":"none"}\n}\n`,
  crlf: `{\r\n    "schema_version" : 4,\r\n    "asset_uuid" : "${uuidOf(2)}",\r\n    "name" : "crlf",\r\n    "type" : "data_bank",\r\n    "inputs" : { "main" : [ "a.bin" ] },\r\n    "output" : { "format" : "raw", "codec" : "none" }\r\n}`,
  'one-line': `{"name":"one-line","type":"data_bank","schema_version":4,"output":{"codec":"none","format":"raw"},"inputs":{"main":["a.bin"]},"asset_uuid":"${uuidOf(3)}"}`,
  'blank-lines': `\n\n{\n  "schema_version": 4,\n\n  "asset_uuid": "${uuidOf(4)}",\n  "name": "blank-lines",\n\n\n  "type": "data_bank",\n  "inputs": {\n    "main": [\n      "a.bin"\n    ]\n  },\n  "output": {"format": "raw",   "codec": "none"}\n}\n\n \n`,
  escapes: `{ "schema_version": 4, "asset_uuid": "${uuidOf(5)}", "name": "escapes", "type": "\\u0064ata_bank",\r  "inputs": {"main": ["a.bin"]},\r  "output": {"format": "raw", "codec": "none", "metadata": {"t\\u00eftle": "\\ud83d\\ude00 \\/ é 😀"}},\r  "extensions": {"n": [1.50, 1e2, -0.0], "10": 1, "9": 2}\r}\r`,
  strange: `{  "x-note" : "kept", "schema_version": 4, "asset_uuid": "${uuidOf(6)}",\n     "name":\n        "strange"\n  , "type": "data_bank"  ,"inputs":{"main":["a.bin"]},"output":{"format":"raw","codec":"none"}   }`,
};

/** A hand-edited registry that records them, with keys in another order and a retired identity. */
const registry = `{ "retired" : [ {"asset_uuid":"${uuidOf(9)}", "asset_id":9 } ],\r\n\t"assets":[\r\n${Object.keys(declarations)
  .map((root, index) => `\t\t{"root":"${root}","asset_id":${index + 1}, "included_in_build": true, "asset_uuid":"${uuidOf(index + 1)}"}`)
  .join(',\r\n')}\r\n ],"next_asset_id": 10,\r\n "project_uuid":"${uuidOf(8)}", "schema_version":4 }`;

export const REGISTRY = 'assets/.prometeu/index.json';

/** The files of a workspace of them, with two folders besides that nobody declares yet. */
export const handFormatted: Readonly<Record<string, string>> = {
  [REGISTRY]: registry,
  'assets/.prometeu/.gitignore': '# ours\r\nlock\r\n',
  ...Object.fromEntries(
    Object.entries(declarations).flatMap(([root, text]) => [
      [`assets/${root}/asset.json`, text],
      [`assets/${root}/a.bin`, `bytes of ${root}`],
    ]),
  ),
  'assets/new/one/x.bin': '1',
  'assets/new/two/y.bin': '2',
};

/** One change that a person asks for. */
export type Change =
  | { readonly kind: 'rename'; readonly root: string; readonly name: string }
  | { readonly kind: 'remove'; readonly root: string; readonly deleteDeclaration: boolean }
  | { readonly kind: 'exclude'; readonly root: string };

const recordOf = (root: string): RegExp => new RegExp(`\\t\\t\\{"root":"${root}".*?\\}(?:,\\r\\n)?`);

/** Makes a plan that moves the folder of an asset to a place where nothing stands, and its record with it. */
export async function planRelocation(workspace: MemoryWorkspace, root: string, to: string): Promise<Plan> {
  const index = textOf(workspace, REGISTRY) ?? '';
  const edits: readonly Edit[] = [
    { kind: 'move-folder', from: `assets/${root}`, path: `assets/${to}` },
    createTextEdit(REGISTRY, index, index.replace(new RegExp(`("root": ?)"${root}"`), `$1"${to}"`)),
  ];
  const above = to.split('/').map((_, depth, names) => ['assets', ...names.slice(0, depth + 1)].join('/'));
  const preconditions = await preconditionsOf(workspace, { folders: ['assets', `assets/${root}`, ...above] });
  return makePlan({ kind: 'mutate', edits, identityChanges: identityChangesOf(edits), preconditions });
}

/** Makes a plan of changes, each by the smallest edit of the texts as they stand. */
export async function planChanges(workspace: MemoryWorkspace, changes: readonly Change[]): Promise<Plan> {
  const after = new Map<string, string | null>();
  const textNow = (file: string): string | null => (after.has(file) ? (after.get(file) ?? null) : textOf(workspace, file));
  for (const change of changes) {
    const file = `assets/${change.root}/asset.json`;
    const index = textNow(REGISTRY) ?? '';
    if (change.kind === 'rename') after.set(file, textNow(file)?.replace(/("name"\s*:\s*)"[^"]*"/, `$1"${change.name}"`) ?? null);
    if (change.kind === 'exclude') {
      after.set(
        REGISTRY,
        index.replace(recordOf(change.root), (line) => line.replace('"included_in_build": true', '"included_in_build": false')),
      );
    }
    if (change.kind !== 'remove' || !recordOf(change.root).test(index)) continue;
    const id = Object.keys(declarations).indexOf(change.root) + 1;
    const retired = index.replace('"retired" : [', `"retired" : [ {"asset_uuid":"${uuidOf(id)}", "asset_id":${id}},`);
    after.set(REGISTRY, retired.replace(recordOf(change.root), '').replace(/,\s*(\r\n \])/, '$1'));
    if (change.deleteDeclaration) after.set(file, null);
  }
  const edits = [...after].map(([file, text]) => createTextEdit(file, textOf(workspace, file), text));
  const real = edits.filter((edit) => edit.before !== edit.after);
  return makePlan({
    kind: 'mutate',
    edits: real,
    identityChanges: identityChangesOf(real),
    preconditions: await preconditionsOf(workspace),
  });
}
