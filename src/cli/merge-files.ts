import { type Diagnostic, type Evidence, hasErrors, mergeEvidence, type Outcome, parseEvidence } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';
import { readNamedFile } from './read-named-file.js';

function unusable(diagnostics: readonly Diagnostic[]): Answer {
  return { ran: false, refused: true, diagnostics, result: null, lines: ['the evidence cannot be used; nothing was run'] };
}

interface ReadEvidence {
  readonly file: string;
  readonly parsed: Outcome<Evidence>;
}

/** Puts the evidence in the files that the command line names together, and examines the workspace with it. */
export async function mergeFiles(
  invocation: Invocation,
  io: CommandIo,
  examine: (evidence?: Evidence) => Promise<Answer>,
): Promise<Answer> {
  const read: ReadEvidence[] = [];
  for (const name of invocation.args) {
    const one = await readNamedFile({ name, artifact: 'evidence' }, invocation, io, (bytes, file) => ({
      file,
      parsed: parseEvidence(bytes, file),
    }));
    if (one.isErr()) return one.error;
    read.push(one.value);
  }
  const told = read.flatMap(({ parsed }): readonly Diagnostic[] => (parsed.isOk() ? parsed.value.diagnostics : parsed.error));
  if (hasErrors(told)) return unusable(told);
  const [first, ...others] = read.flatMap(({ parsed }) => (parsed.isOk() ? [parsed.value.value] : []));
  if (first === undefined) return examine();
  const merged = mergeEvidence([first, ...others], { files: read.map(({ file }) => file) });
  if (merged.isErr()) return unusable(merged.error);
  const answer = await examine(merged.value);
  return { ...answer, diagnostics: [...answer.diagnostics, ...told] };
}
