import { err } from 'neverthrow';
import { countDiagnostics, type SeverityCounts } from '../diagnostics/count-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { diagnosePath } from '../paths/diagnose-path.js';
import { ARCHIVE_PATH } from '../paths/owned-paths.js';
import { parseWorkspacePath } from '../paths/workspace-path.js';
import type { ReadHost } from '../ports/packer-host.js';
import type { ArchiveHeader } from '../artifacts/archive/model.js';
import { guardOperation } from './guard-operation.js';
import { readArchive } from './read-archive.js';
import { readContext, type ReadOptions } from './read-context.js';
import { throughJournal } from './through-journal.js';

/** Options of {@link verifyArchive}. */
export interface VerifyArchiveOptions extends ReadOptions {
  /** Path of the archive from the workspace root; `build/assets.pa` where absent. */
  readonly path?: string;
}

/** What was found of an archive on its own. */
export interface ArchiveReport {
  /** Whether it is sound: no error was found. */
  readonly ok: boolean;
  /** Path of the archive. */
  readonly path: string;
  /** Bytes of the file. */
  readonly length: number;
  /** SHA-256 of everything before the payload, which covers the payload through the table's digests; null where broken. */
  readonly archiveDigest: string | null;
  /** The header; null where it is broken. */
  readonly header: ArchiveHeader | null;
  /** Findings by severity. */
  readonly counts: SeverityCounts;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Verifies an archive on its own, every byte of it. Writes nothing.
 *
 * @returns what was found. Err where the file could not be read, or the path is none.
 *
 * @example
 * ```ts
 * import { verifyArchive } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'old/assets.pa': new Uint8Array(16) });
 * const verified = await verifyArchive(host, { path: 'old/assets.pa' });
 * if (verified.isOk()) console.log(verified.value.ok, verified.value.diagnostics[0]?.code); // false ARCHIVE_TOO_SHORT
 * ```
 */
export function verifyArchive(host: ReadHost, options: VerifyArchiveOptions = {}): Promise<Observed<ArchiveReport>> {
  return guardOperation('verifyArchive', async (): Promise<Observed<ArchiveReport>> => {
    const text = options.path ?? ARCHIVE_PATH;
    const path = parseWorkspacePath(text);
    if (path.isErr()) return err([diagnosePath(path.error, { artifact: 'archive', location: { kind: 'workspace' }, text })]);
    const view = await throughJournal(readContext(host, options));
    if (view.isErr()) return err(view.error);
    const read = await readArchive(view.value.context, path.value);
    return read.map(({ front, length, archiveDigest, diagnostics }) => {
      const counts = countDiagnostics(diagnostics);
      return { ok: counts.error === 0, path: path.value, length, archiveDigest, header: front?.header ?? null, counts, diagnostics };
    });
  });
}
