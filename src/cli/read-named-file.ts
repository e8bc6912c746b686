import { basename, dirname, relative, resolve, sep } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import { diagnosePortError, parseWorkspacePath } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { openFolder } from './open-folder.js';

/** A file that the command line names. */
export interface NamedFile {
  /** Its path from the current folder. */
  readonly name: string;
  /** What it holds. */
  readonly artifact: 'policy' | 'evidence';
}

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a file that the command line names, inside the workspace or not; else the answer that says why that cannot be done.
 *
 * @param take - makes something of its bytes, which are valid until it returns, and of what it is called in findings: its path
 * from the workspace.
 */
export async function readNamedFile<T>(
  { name, artifact }: NamedFile,
  { workspace }: Pick<Invocation, 'workspace'>,
  io: CommandIo,
  take: (bytes: Uint8Array, file: string) => T,
): Promise<Result<T, Answer>> {
  const path = resolve(io.cwd, name);
  const lines = [`cannot read the ${artifact} ${escapeText(name)}`];
  const opened = openFolder(dirname(path), io);
  if (opened.isErr()) return err({ ...opened.error, lines });
  const parsed = parseWorkspacePath(basename(path));
  if (parsed.isErr())
    return err({ ran: false, refused: true, diagnostics: [], result: null, lines: [`${lines.join()}: its name is not portable`] });
  const file = relative(resolve(io.cwd, workspace), path).replaceAll(sep, '/');
  let read: Result<T, Answer> = err({ ran: false, diagnostics: [], result: null, lines });
  const done = await opened.value.read.readFiles([{ path: parsed.value, maxBytes: MOST_BYTES }], (_index, answer) => {
    read = answer.match(
      ({ bytes }) => ok(take(bytes, file)),
      (error) => err(notRunAnswer([diagnosePortError({ ...error, path: file }, artifact)], lines)),
    );
  });
  return done.isErr() ? err(notRunAnswer([diagnosePortError({ ...done.error, path: file }, artifact)], lines)) : read;
}
