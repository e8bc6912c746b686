import { err, ok } from 'neverthrow';
import type { Observed } from '../diagnostics/outcome.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { ReadText } from '../plans/read-text.js';
import { readBytes } from '../ports/read-bytes.js';
import type { ReadContext } from './read-context.js';

/** Reads a small text file of the packer's own with its digest; null for both where it does not exist. */
export async function readText({ read, compute, json }: ReadContext, path: WorkspacePath): Promise<Observed<ReadText>> {
  const bytes = await readBytes(read, path, json.maxBytes);
  if (bytes.isErr()) {
    return bytes.error.kind === 'not-found' ? ok({ text: null, sha256: null }) : err([diagnosePortError(bytes.error, 'registry')]);
  }
  return ok({ text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value), sha256: digestBytes(bytes.value, compute) });
}
