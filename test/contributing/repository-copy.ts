import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What the recipes and the tests that they name read. */
const PARTS = ['src', 'etc', 'test', 'fixtures', 'docs', 'package.json', 'tsconfig.json', 'README.md'] as const;

/** How a command ended. */
export interface CommandRun {
  /** The exit code. */
  readonly code: number | null;
  /** What it wrote to both streams. */
  readonly output: string;
}

/** A copy of this repository, to be changed at will. */
export interface RepositoryCopy {
  /** Runs a line of shell in it. */
  readonly run: (command: string) => CommandRun;
  /** The text of a file. */
  readonly read: (path: string) => string;
  /** Writes a file. */
  readonly write: (path: string, text: string) => void;
  /** Puts a text in place of another that stands there. */
  readonly replace: (path: string, found: string | RegExp, replacement: string) => void;
  /** Takes it away. */
  readonly dispose: () => void;
}

/** Copies this repository, without what is made in it; packages are shared. */
export function copyRepository(): RepositoryCopy {
  const folder = mkdtempSync(join(tmpdir(), 'contributing-'));
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  // The runner that a command starts is nobody's worker.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TINYPOOL|UPDATE_FIXTURES)/.test(name)));
  return {
    run(command) {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26 });
      return { code: status, output: stdout + stderr };
    },
    read,
    write,
    replace(path, found, replacement) {
      const before = read(path);
      const after = before.replace(found, () => replacement);
      if (after === before) throw new Error(`${path} holds no ${String(found)}`);
      write(path, after);
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
