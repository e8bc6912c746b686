import { err, ok, type Result } from 'neverthrow';
import type { ArchiveHeader } from '../artifacts/archive/model.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { countDiagnostics, type SeverityCounts } from '../diagnostics/count-diagnostics.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Failure, Observed } from '../diagnostics/outcome.js';
import { ARCHIVE_PATH } from '../paths/owned-paths.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ArchiveRecipe } from '../plans/compose/archive-recipe.js';
import { draftRecipe } from '../plans/build/draft-recipe.js';
import { companionTexts, type ComposedArchive } from '../plans/compose/companion-texts.js';
import { copySources } from '../plans/compose/copy-sources.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { digestText } from '../ports/digest-text.js';
import { createDiscardingWriter } from '../plans/compose/discarding-writer.js';
import { layoutRecipe } from '../plans/compose/layout-recipe.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { ReadHost } from '../ports/packer-host.js';
import { readBytes } from '../ports/read-bytes.js';
import { compareHeaders } from './compare-headers.js';
import { guardOperation } from './guard-operation.js';
import { readArchive, type ReadArchive } from './read-archive.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import { takeSnapshot } from './take-snapshot.js';
import { throughJournal } from './through-journal.js';

/** What was found of a built workspace. */
export interface WorkspaceReport {
  /** Whether archive and companions are just what the sources build now: no error was found. */
  readonly ok: boolean;
  /** SHA-256 of everything before the payload; null where the archive is broken or not there. */
  readonly archiveDigest: string | null;
  /** Bytes of the archive; 0 where it is not there. */
  readonly length: number;
  /** The archive's header; null where it is broken or not there. */
  readonly header: ArchiveHeader | null;
  /** Findings by severity. */
  readonly counts: SeverityCounts;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
}

const NOT_BUILT: ReadArchive = { front: null, length: 0, archiveDigest: null, diagnostics: [] };

function notBuilt(path: WorkspacePath): Diagnostic {
  return diagnose('VERIFY_NOT_BUILT', { artifact: 'workspace', location: { kind: 'file', file: path }, data: { expected: path } });
}

async function findArchive(context: ReadContext): Promise<Observed<ReadArchive>> {
  const archive = await readArchive(context, ARCHIVE_PATH);
  if (archive.isOk() || !archive.error.some(({ code }) => code === 'IO_NOT_FOUND')) return archive;
  return ok({ ...NOT_BUILT, diagnostics: [notBuilt(ARCHIVE_PATH)] });
}

/** Reads every source again and says what header the archive would have now. */
async function composeExpected(
  context: ReadContext,
  recipe: ArchiveRecipe<WorkspacePath>,
  archiveDigest: string,
): Promise<Result<ComposedArchive, Failure>> {
  const layout = layoutRecipe(recipe);
  if (layout.isErr()) return err(layout.error);
  const { header, payloadLength } = layout.value;
  const target = { table: header.asset_table, writer: createDiscardingWriter(), payloadLength };
  const copied = await copySources({ ...context, report: () => undefined }, recipe, target);
  return copied.map((digests) => {
    const asset_table = header.asset_table.map((asset, index) => ({ ...asset, sha256: digests[index]?.sha256 ?? '' }));
    return { header: { ...header, asset_table }, archiveDigest, copied: digests };
  });
}

async function compareCompanions(context: ReadContext, recipe: ArchiveRecipe, composed: ComposedArchive): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const [path, text] of companionTexts(recipe, composed)) {
    const bytes = await readBytes(context.read, path, context.json.maxBytes);
    if (bytes.isErr()) {
      diagnostics.push(bytes.error.kind === 'not-found' ? notBuilt(path) : diagnosePortError(bytes.error, 'workspace'));
      continue;
    }
    const data = {
      found: digestBytes(bytes.value, context.compute),
      expected: digestText(text, context.compute),
    };
    const location = { kind: 'file', file: path } as const;
    if (data.found !== data.expected) diagnostics.push(diagnose('VERIFY_COMPANION_STALE', { artifact: 'workspace', location, data }));
  }
  return diagnostics;
}

async function compareBuild(given: ReadContext, { front, archiveDigest }: ReadArchive): Promise<Observed<readonly Diagnostic[]>> {
  const snapshot = await takeSnapshot(given);
  if (snapshot.isErr()) return err(snapshot.error);
  const { context } = snapshot.value;
  const recipe = draftRecipe(snapshot.value.snapshot);
  if (recipe.isErr()) return ok(recipe.error);
  if (front === null || archiveDigest === null) return ok(recipe.value.diagnostics);
  const composed = await composeExpected(context, recipe.value.value, archiveDigest);
  if (composed.isErr()) return err(composed.error);
  const stale = compareHeaders(front.header, composed.value.header);
  const companions = stale.length > 0 ? [] : await compareCompanions(context, recipe.value.value, composed.value);
  return ok([...recipe.value.diagnostics, ...stale, ...companions]);
}

/**
 * Verifies a built workspace: the archive by itself, every byte, then against its sources as they are now, read again
 * from end to end, then the companions byte for byte. Writes nothing.
 *
 * Codes: VERIFY_NOT_BUILT, VERIFY_ARCHIVE_STALE, VERIFY_COMPANION_STALE (told only where the archive is not stale), the
 * archive area, and whatever reading the workspace tells.
 *
 * @returns every finding. Err where it could not run, also where a source changed meanwhile (PLAN_STALE).
 *
 * @example
 * ```ts
 * import { build, verifyWorkspace } from 'prometeu-packer';
 * import { openNodeWorkspace } from 'prometeu-packer/node';
 *
 * const host = openNodeWorkspace('my-game')._unsafeUnwrap();
 * await build(host);
 * const verified = await verifyWorkspace(host);
 * console.log(verified.isOk() && verified.value.ok); // true
 * ```
 */
export function verifyWorkspace(host: ReadHost, options: ReadOptions = {}): Promise<Observed<WorkspaceReport>> {
  return guardOperation('verifyWorkspace', async (): Promise<Observed<WorkspaceReport>> => {
    const given = readContext(host, options);
    const view = await throughJournal(given);
    if (view.isErr()) return err(view.error);
    const archive = await findArchive(view.value.context);
    if (archive.isErr()) return err(archive.error);
    const compared = await compareBuild(given, archive.value);
    return compared.map((found) => {
      const { front, archiveDigest, length } = archive.value;
      const diagnostics = [...archive.value.diagnostics, ...found].sort(compareDiagnostics);
      const counts = countDiagnostics(diagnostics);
      return { ok: counts.error === 0, archiveDigest, length, header: front?.header ?? null, counts, diagnostics };
    });
  });
}
