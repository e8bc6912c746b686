import { readdirSync, readFileSync } from 'node:fs';
import type { MemoryEditor } from 'prometeu-packer/memory';
import type { CaseFile, CodeCase } from './code-case.js';

const base = new URL('../../../fixtures/sound-workspace/', import.meta.url);

/** The files of the sound workspace, by path. */
function soundFiles(): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => `${parentPath}/${name}`.slice(base.pathname.length).replace(/^\//, ''));
  return new Map(paths.sort().map((path) => [path, Uint8Array.from(readFileSync(new URL(path, base)))]));
}

type Changed = Extract<CaseFile, { readonly from: string }>;

function changed({ from, replace = [], set = {}, cut, append = '' }: Changed, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const found = files.get(from);
  if (found === undefined) throw new Error(`there is no ${from} to change`);
  let bytes = Buffer.from(found);
  for (const [before, after] of replace) {
    const text = bytes.toString();
    if (!text.includes(before)) throw new Error(`${from} does not hold ${JSON.stringify(before)}`);
    bytes = Buffer.from(text.replace(before, () => after));
  }
  for (const [offset, hex] of Object.entries(set)) Buffer.from(hex, 'hex').copy(bytes, Number(offset));
  return Buffer.concat([bytes.subarray(0, cut ?? bytes.length), Buffer.from(append, 'hex')]);
}

/** Lays files over what stands in a workspace. */
export function layOut(editor: MemoryEditor, files: Readonly<Record<string, CaseFile>>): void {
  for (const [path, file] of Object.entries(files)) {
    if (file === null) editor.delete(path);
    else if (file === 'folder') editor.folder(path);
    else if (file === 'symlink') editor.symlink(path);
    else if (file === 'special') editor.special(path);
    else if (typeof file === 'string') throw new Error(`${path} is none of folder, symlink, special: ${String(file)}`);
    else if ('from' in file) editor.set(path, changed(file, editor.files()));
    else if ('text' in file) editor.set(path, file.text);
    else if ('hex' in file) editor.set(path, Buffer.from(file.hex.replaceAll(' ', ''), 'hex'));
    else if ('repeat' in file) editor.set(path, `${file.before ?? ''}${file.repeat.repeat(file.times)}${file.after ?? ''}`);
    else editor.set(path, file.map((line) => `${line}\n`).join(''));
  }
}

/** Lays out the workspace of a case. */
export function layOutCase(editor: MemoryEditor, { base: from = 'sound', files = {} }: CodeCase): void {
  if (from === 'sound') for (const [path, bytes] of soundFiles()) editor.set(path, bytes);
  layOut(editor, files);
}
