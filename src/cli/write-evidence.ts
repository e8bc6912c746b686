import { writeFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Evidence, evidenceText } from 'prometeu-packer';
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
 * @returns null where it is written; else what is wrong, for people.
 */
export async function writeEvidence(
  name: string,
  evidence: Evidence,
  { workspace }: Pick<Invocation, 'workspace'>,
  { cwd }: Pick<CommandIo, 'cwd'>,
): Promise<string | null> {
  const path = resolve(cwd, name);
  const shown = `cannot write the evidence ${escapeText(name)}`;
  if (isInside(path, resolve(cwd, workspace, 'assets'))) return `${shown}: it is among the assets`;
  try {
    await writeFile(path, evidenceText(evidence));
    return null;
  } catch (thrown) {
    const { code = 'unknown' } = thrown as NodeJS.ErrnoException;
    return `${shown}: ${escapeText(code)}`;
  }
}
