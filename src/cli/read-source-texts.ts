import { type Diagnostic, parseWorkspacePath, type ReadPort, type WorkspacePath } from 'prometeu-packer';

/** Most bytes of a file whose lines are shown: hand-edited files are far smaller. */
const MOST_BYTES = 1024 * 1024;

function filesOf(diagnostics: readonly Diagnostic[]): readonly WorkspacePath[] {
  const files = new Set(
    diagnostics.flatMap(({ location, related, fixes }) => [
      ...[location, ...related.map((place) => place.location)].flatMap((place) => (place.kind === 'text' ? [place.file] : [])),
      ...fixes.flatMap(({ edits }) => edits.map(({ file }) => file)),
    ]),
  );
  return [...files].flatMap((file) =>
    parseWorkspacePath(file).match(
      (path) => [path],
      () => [],
    ),
  );
}

/**
 * Reads the texts that findings point into, so that their lines can be shown. What cannot be read is left out: the
 * findings stand without it.
 */
export async function readSourceTexts(read: ReadPort, diagnostics: readonly Diagnostic[]): Promise<ReadonlyMap<string, string>> {
  const paths = filesOf(diagnostics);
  const texts = new Map<string, string>();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const requests = paths.map((path) => ({ path, maxBytes: MOST_BYTES }));
  const done = await read.readFiles(requests, (index, answer) => {
    const path = paths[index];
    if (path !== undefined && answer.isOk()) texts.set(path, decoder.decode(answer.value.bytes));
  });
  return done.isOk() ? texts : new Map();
}
