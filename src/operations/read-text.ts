import type { Observed } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ReadText } from '../plans/read-text.js';
import type { ReadContext } from './read-context.js';
import { readTexts } from './read-texts.js';

/** Reads a small text file of the packer's own with its digest; null for both where it does not exist. */
export async function readText(context: ReadContext, path: WorkspacePath): Promise<Observed<ReadText>> {
  return (await readTexts(context, [path])).map((texts) => texts.get(path) ?? { text: null, sha256: null });
}
