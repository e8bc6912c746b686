import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format } from 'prettier';

const root = resolve(import.meta.dirname, '..');

function removeFile(path) {
  rmSync(path);
  if (readdirSync(dirname(path)).length === 0) rmdirSync(dirname(path));
}

/** Stands in every text that a person has to write. test/contributing refuses a tree that still holds one. */
export const placeholder = 'SCAFFOLD:';

/** Files as a scaffold changes them: read and changed in memory first, so that a scaffold writes all of its files or none. */
export function scaffoldFiles() {
  const texts = new Map();
  const read = (path) => texts.get(path) ?? readFileSync(join(root, path), 'utf8');
  const replace = (path, found, replacement) => {
    const text = read(path);
    const parts = text.split(found);
    if (parts.length !== 2)
      throw new Error(`${path}: ${JSON.stringify(String(found))} stands there ${parts.length - 1} times; expected once`);
    texts.set(path, parts.join(replacement));
  };
  return {
    read,
    replace,
    /** Adds a file, which must not be there. */
    add(path, text) {
      if (existsSync(join(root, path))) throw new Error(`${path} exists`);
      texts.set(path, text);
    },
    /** Takes a file away. */
    remove(path) {
      texts.set(path, null);
    },
    /** Changes the whole text of a file. */
    change(path, rewrite) {
      const before = read(path);
      const after = rewrite(before);
      if (after === before) throw new Error(`${path}: nothing to change`);
      texts.set(path, after);
    },
    /** Puts text before the end of the block that begins with `head` at the start of a line and ends with `end` on one of its own. */
    appendTo(path, head, end, addition) {
      const text = read(path);
      const start = text.indexOf(`\n${head}`);
      const close = text.indexOf(`\n${end}\n`, start);
      if (start < 0 || close < 0) throw new Error(`${path}: no block ${JSON.stringify(head)}`);
      texts.set(path, `${text.slice(0, close)}\n${addition}${text.slice(close)}`);
    },
    /** Writes all, formatted as the repository is. */
    async write() {
      const options = JSON.parse(readFileSync(join(root, 'etc/prettier.json'), 'utf8'));
      for (const [path, text] of texts) {
        if (text === null) {
          removeFile(join(root, path));
          continue;
        }
        const isFormatted = path.endsWith('.ts') || path.startsWith('etc/');
        const formatted = isFormatted ? await format(text, { ...options, filepath: path }) : text;
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), formatted);
      }
      return [...texts.keys()].sort();
    },
  };
}
