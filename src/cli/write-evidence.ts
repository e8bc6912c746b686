import { lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { escapeText } from 'prometeu-packer/report';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Writes evidence to a file that the command line names, over one that stands there; but never among the assets, where it could
 * take the place of what somebody made.
 *
 * @param text - the evidence, as its file.
 * @returns null where it is written; else what is wrong, for people.
 */
export async function writeEvidence(
  name: string,
  text: string,
  { workspace }: Pick<Invocation, 'workspace'>,
  { cwd }: Pick<CommandIo, 'cwd'>,
): Promise<string | null> {
  const named = resolve(cwd, name);
  const shown = `cannot write the evidence ${escapeText(name)}`;
  try {
    const path = join(await realpath(dirname(named)), basename(named)); // symlinks are told by where they lead
    if (isInside(path, join(await realpath(resolve(cwd, workspace)), 'assets'))) return `${shown}: it is among the assets`;
    const there = await lstat(path).catch(() => null);
    if (there?.isFile() === false) return `${shown}: no regular file stands there`;
    const staged = `${path}.${process.pid}.tmp`;
    const handle = await open(staged, 'wx');
    try {
      await handle.writeFile(text).finally(() => handle.close());
      await rename(staged, path); // what another name of the file holds stays
    } finally {
      await rm(staged, { force: true }); // once it is renamed there is none
    }
    return null;
  } catch (thrown) {
    const { code = 'unknown' } = thrown as NodeJS.ErrnoException;
    return `${shown}: ${escapeText(code)}`;
  }
}
