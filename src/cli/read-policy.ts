import { basename, dirname, relative, resolve, sep } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import { diagnosePortError, escapeText, parsePolicy, parseWorkspacePath, type Outcome, type Policy } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { openFolder } from './open-folder.js';

/** A policy that was read. */
export interface ReadPolicy {
  /** What it asks for, and what there is to say of its file. */
  readonly policy: Outcome<Policy>;
  /** What its file is called in findings: its path from the workspace. */
  readonly file: string;
  /** The text of its file. */
  readonly text: string;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Reads the policy that the command line names; else the answer that says why that cannot be done. */
export async function readPolicy(name: string, { workspace }: Invocation, io: CommandIo): Promise<Result<ReadPolicy, Answer>> {
  const path = resolve(io.cwd, name);
  const lines = [`cannot read the policy ${escapeText(name)}`];
  const opened = openFolder(dirname(path), io);
  if (opened.isErr()) return err({ ...opened.error, lines });
  const parsed = parseWorkspacePath(basename(path));
  if (parsed.isErr())
    return err({ ran: false, refused: true, diagnostics: [], result: null, lines: [`${lines.join()}: its name is not portable`] });
  const file = relative(resolve(io.cwd, workspace), path).replaceAll(sep, '/');
  let read: Result<ReadPolicy, Answer> = err({ ran: false, diagnostics: [], result: null, lines });
  const done = await opened.value.read.readFiles([{ path: parsed.value, maxBytes: MOST_BYTES }], (_index, answer) => {
    read = answer.match(
      ({ bytes }) => ok({ policy: parsePolicy(bytes, file), file, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }),
      (error) => err(notRunAnswer([diagnosePortError({ ...error, path: file }, 'policy')], lines)),
    );
  });
  return done.isErr() ? err(notRunAnswer([diagnosePortError({ ...done.error, path: file }, 'policy')], lines)) : read;
}
