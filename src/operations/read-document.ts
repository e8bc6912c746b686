import { err } from 'neverthrow';
import type { Observed } from '../diagnostics/outcome.js';
import { diagnosePath } from '../paths/diagnose-path.js';
import { parseWorkspacePath } from '../paths/workspace-path.js';
import type { ReadText } from '../plans/read-text.js';
import type { ReadHost } from '../ports/packer-host.js';
import { guardOperation } from './guard-operation.js';
import { readContext, type ReadOptions } from './read-context.js';
import { readText } from './read-text.js';
import { throughJournal } from './through-journal.js';

/**
 * Reads one text file of a workspace with its digest, as it is after a committed plan; null for both where it does not exist.
 * A byte order mark stays; bytes that are no UTF-8 become U+FFFD.
 *
 * Codes: the path area, and those of a port error.
 *
 * @param file - path from the workspace root.
 *
 * @example
 * ```ts
 * import { readDocument } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/hero/asset.json': '{}' });
 * const read = await readDocument(host, 'assets/hero/asset.json');
 * if (read.isOk()) console.log(read.value.text); // {}
 * ```
 */
export function readDocument(host: ReadHost, file: string, options: ReadOptions = {}): Promise<Observed<ReadText>> {
  return guardOperation('readDocument', async (): Promise<Observed<ReadText>> => {
    const path = parseWorkspacePath(file);
    if (path.isErr()) {
      return err([diagnosePath(path.error, { artifact: 'workspace', location: { kind: 'workspace' }, text: file })]);
    }
    const view = await throughJournal(readContext(host, options));
    return view.isErr() ? err(view.error) : readText(view.value.context, path.value);
  });
}
