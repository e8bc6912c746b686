import { err, ok } from 'neverthrow';
import type { Observed } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { gather } from '../ports/gather.js';
import type { ReadText } from '../plans/read-text.js';
import type { ReadContext } from './read-context.js';

/** Reads small text files of the packer's own with their digests, in one batch; null for both of one that does not exist. */
export async function readTexts(
  { read, compute, json, signal }: ReadContext,
  paths: readonly WorkspacePath[],
): Promise<Observed<ReadonlyMap<WorkspacePath, ReadText>>> {
  const requests = paths.map((path) => ({ path, maxBytes: json.maxBytes }));
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const answers = await gather<ReadText>('read', paths, (visit) =>
    read.readFiles(
      requests,
      // decoded now: the memory is the port's
      (index, answer) =>
        visit(
          index,
          answer.map(({ bytes }) => ({ text: decoder.decode(bytes), sha256: digestBytes(bytes, compute) })),
        ),
      signal && { signal },
    ),
  );
  if (answers.isErr()) return err([diagnosePortError(answers.error, 'registry')]);
  const texts = new Map<WorkspacePath, ReadText>();
  for (const [index, path] of paths.entries()) {
    const answer = answers.value[index];
    if (answer === undefined || (answer.isErr() && answer.error.kind === 'not-found')) texts.set(path, { text: null, sha256: null });
    else if (answer.isErr()) return err([diagnosePortError(answer.error, 'registry')]);
    else texts.set(path, answer.value);
  }
  return ok(texts);
}
