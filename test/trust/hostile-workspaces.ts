import type { MemoryEditor } from 'prometeu-packer/memory';
import type { Journal } from '../../src/artifacts/journal/model.js';
import { serializeJournal } from '../../src/artifacts/journal/serialize-journal.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { serializeUndoRecord, type UndoRecord } from '../../src/plans/stage/undo-record.js';
import { heroDeclaration, smallRegistry, smallWorkspace, uuidOf } from '../e2e/small-workspace.js';

/** What is done to the small workspace. */
type Spoil = (editor: MemoryEditor) => void;

const A = 'a'.repeat(64);
const TOKEN = '0123456789abcdef';
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Paths that lead, or might lead, out of any root. */
export const LEADING_OUT = [
  ...['../outside', '../../outside/secret.bin', 'hero/../../../outside', '..', './../outside', '..\\outside', 'hero\\..\\..\\outside'],
  ...['/etc/passwd', '//server/share', '\\\\server\\share', 'C:\\outside', 'c:outside', 'file:///etc/passwd', '\\\\?\\C:\\x'],
  ...['hero/\u0000', 'nul', 'hero/con.png', 'hero/x:stream', 'hero. '],
] as const;

const withInputs = (paths: readonly string[]): string => json({ ...heroDeclaration, inputs: { main: paths } });

const withRoots = (roots: readonly string[]): string => {
  const more = roots.map((root, index) => ({
    asset_id: 20 + index,
    asset_uuid: uuidOf(1).replace(/^0{6}/, `${100_000 + index}`),
    root,
    included_in_build: true,
  }));
  return json({ ...smallRegistry, next_asset_id: 100, assets: [...smallRegistry.assets, ...more] });
};

const journalWith = (entry: unknown): string => {
  const journal: unknown = { plan_digest: A, token: TOKEN, entries: [entry] };
  return serializeJournal(journal as Journal, portableCompute); // with the right checksum: only its paths are wrong
};

const replaced = (target: string, staged = `.x.${TOKEN}.prometeu.tmp`): unknown => ({
  ...{ target, op: 'replace', class: 'authored', before: { kind: 'any' }, after: { kind: 'sha256', sha256: A, length: 3 }, staged },
});

const undoWith = (paths: object): string => {
  const record = { schema_version: 1, plan_digest: A, plan_kind: 'mutate', files: [], moves: [], ...paths };
  return serializeUndoRecord(record as UndoRecord, portableCompute);
};

const JOURNAL = 'assets/.prometeu/journal.json';
const UNDO = 'assets/.prometeu/undo/last.json';
const HERO = 'assets/hero/asset.json';
const REGISTRY = 'assets/.prometeu/index.json';

/** Workspaces that someone made to lead the packer astray, by what was done to them. */
export const HOSTILE: Readonly<Record<string, Spoil>> = {
  'inputs that lead outside': (editor) => editor.set(HERO, withInputs(['idle.png', ...LEADING_OUT])),
  'recorded roots that lead outside': (editor) => editor.set(REGISTRY, withRoots(LEADING_OUT)),
  ...Object.fromEntries(
    ['../outside', '/etc/passwd', 'C:\\outside', 'assets/../../outside'].flatMap((path): readonly (readonly [string, Spoil])[] => [
      [`a journal that replaces ${path}`, (editor) => editor.set(JOURNAL, journalWith(replaced(path)))],
      [
        `a journal that moves from ${path}`,
        (editor) => editor.set(JOURNAL, journalWith({ target: 'assets/stolen', op: 'move', from: path })),
      ],
      [`an undo record of ${path}`, (editor) => editor.set(UNDO, undoWith({ files: [{ path, before: 'eA==', after_sha256: null }] }))],
      [`an undo record that moves to ${path}`, (editor) => editor.set(UNDO, undoWith({ moves: [{ from: 'assets/hero', to: path }] }))],
    ]),
  ),
  'a journal whose staged file stands elsewhere': (editor) =>
    editor.set(JOURNAL, journalWith(replaced('assets/hero/asset.json', '../../outside'))),
  'a journal that replaces a source': (editor) => editor.set(JOURNAL, journalWith(replaced('assets/hero/idle.png'))),
  'a journal of a newer release': (editor) => editor.set(JOURNAL, json({ schema_version: 2, entries: [{ target: '../outside' }] })),
  'P19 a control folder that is a symlink': (editor) => editor.symlink('assets/.prometeu'),
  'P19 an assets folder that is a symlink': (editor) => editor.symlink('assets'),
  'P18 a folder of an asset that is a symlink': (editor) => editor.symlink('assets/hero'),
  'P17 a declaration that is a symlink': (editor) => editor.symlink(HERO),
  'P17 an input that is a symlink': (editor) => editor.symlink('assets/hero/idle.png'),
  'P18 a folder above inputs that is a symlink': (editor) => editor.symlink('assets/hero/walk'),
  'P18 a build folder that is a symlink': (editor) => editor.symlink('build'),
  'P17 an archive that is a symlink': (editor) => editor.symlink('build/assets.pa'),
  'P17 a registry that is a symlink': (editor) => editor.symlink(REGISTRY),
  'P17 a journal that is a symlink': (editor) => editor.symlink(JOURNAL),
  'P17 a lock that is a symlink': (editor) => editor.symlink('assets/.prometeu/lock'),
  'P18 an undo folder that is a symlink': (editor) => editor.symlink('assets/.prometeu/undo'),
  'P23 a declaration that is a pipe': (editor) => editor.special(HERO),
  'P23 an input that is a device': (editor) => editor.special('assets/hero/idle.png'),
  'P23 a registry that is a folder': (editor) => {
    editor.delete(REGISTRY);
    editor.folder(REGISTRY);
  },
  'names on disk that no path can hold': (editor) => {
    for (const name of ['..\\up', 'C:', 'nul', 'a\nb', 'x. ', '\ufffd']) editor.set(`assets/hero/${name}/idle.png`, 'x');
  },
  'C3 a cache whose paths lead outside': (editor) =>
    editor.set('assets/.prometeu/cache.json', json({ schema_version: 1, entries: [{ path: '../../outside/secret.bin', sha256: A }] })),
  'S9 text that looks like code': (editor) => {
    editor.set('assets/draft/draft.txt', '#!/bin/sh\nrm -rf /\n');
    editor.set('assets/hero/build.js', 'process.exit(1)');
  },
};

/** The small workspace with something done to it. */
export function layOutHostile(editor: MemoryEditor, spoil: Spoil): void {
  for (const [path, content] of Object.entries(smallWorkspace())) editor.set(path, content);
  spoil(editor);
}

/** What may not be gone through, of those whose harm is not in a text. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'P19 a control folder that is a symlink': ['assets/.prometeu'],
  'P19 an assets folder that is a symlink': ['assets'],
  'P18 a folder of an asset that is a symlink': ['assets/hero'],
  'P17 a declaration that is a symlink': ['assets/hero/asset.json'],
  'P17 an input that is a symlink': ['assets/hero/idle.png'],
  'P18 a folder above inputs that is a symlink': ['assets/hero/walk'],
  'P18 a build folder that is a symlink': ['build'],
  'P17 an archive that is a symlink': ['build/assets.pa'],
  'P17 a registry that is a symlink': ['assets/.prometeu/index.json'],
  'P17 a journal that is a symlink': ['assets/.prometeu/journal.json'],
  'P18 an undo folder that is a symlink': ['assets/.prometeu/undo'],
  'P23 a declaration that is a pipe': ['assets/hero/asset.json'],
  'P23 an input that is a device': ['assets/hero/idle.png'],
};

/** What may not be gone through in one of them. */
export function refusedIn(name: string): readonly string[] {
  return REFUSED[name] ?? [];
}
