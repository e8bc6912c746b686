import { err, ok, type Result } from 'neverthrow';
import { encodeHeader } from '../../artifacts/archive/encode-header.js';
import { encodePrelude } from '../../artifacts/archive/encode-prelude.js';
import { archiveLayout } from '../../artifacts/archive/layout.js';
import type { ArchivePlan } from '../../artifacts/archive/plan-layout.js';
import type { AfterState, JournalFileEntry } from '../../artifacts/journal/model.js';
import { stagedPath } from '../../artifacts/journal/staged-path.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { stagedName } from '../../paths/staged-names.js';
import { nameOf, type WorkspacePath } from '../../paths/workspace-path.js';
import type { WriteHandle } from '../../ports/write-port.js';
import type { StagingContext } from '../apply/apply-context.js';
import type { ArchiveRecipe } from './archive-recipe.js';
import { createBufferedWriter } from './buffered-writer.js';
import { type ComposedArchive, companionTexts } from './companion-texts.js';
import { copySources } from './copy-sources.js';
import { digestBytes } from '../../ports/digest-bytes.js';
import { ioFailure } from '../apply/io-failure.js';
import { layoutRecipe } from './layout-recipe.js';
import { createSideDigests } from './side-digests.js';
import { runBounded } from '../apply/run-bounded.js';
import { malformedPlan } from '../malformed-plan.js';
import type { ComposeEdit } from '../plan.js';
import { stageBytes } from '../stage/stage-bytes.js';
import type { StagingArea } from '../stage/staging-area.js';
import { writeWhole } from '../stage/write-whole.js';

function layoutEdit({ length, recipe }: ComposeEdit): Result<ArchivePlan, Failure> {
  const layout = layoutRecipe(recipe);
  if (layout.isErr() || layout.value.totalLength === length) return layout;
  return err([malformedPlan('/edits', `an archive of ${layout.value.totalLength} bytes`)]);
}

/** Writes payload first and front last, since only then the digests are known. */
async function fillArchive(
  context: StagingContext,
  handle: WriteHandle,
  layout: ArchivePlan,
  recipe: ArchiveRecipe<WorkspacePath>,
): Promise<Result<ComposedArchive, Failure>> {
  const { payloadOffset, payloadLength } = layout;
  const side = createSideDigests(context.compute, payloadLength, context.signal);
  let closed = Promise.resolve();
  const writer = createBufferedWriter(handle, payloadOffset, undefined, (length) => side.memory(length));
  const copied = await copySources(context, recipe, { table: layout.header.asset_table, writer, payloadLength, side }).finally(() => {
    closed = side.close();
  });
  const finished = await writer.finish();
  await closed;
  if (copied.isErr()) return err(copied.error);
  if (finished.isErr()) return err(ioFailure('compose', finished.error));
  const asset_table = layout.header.asset_table.map((asset, index) => ({ ...asset, sha256: copied.value[index]?.sha256 ?? '' }));
  const header = { ...layout.header, asset_table };
  const encoded = encodeHeader(header);
  if (encoded.isErr()) return err([malformedPlan('/edits', 'names and metadata that JSON can hold')]);
  const front = new Uint8Array(payloadOffset);
  front.set(encodePrelude(layout, encoded.value));
  front.set(encoded.value, archiveLayout.preludeLength);
  const written = await writeWhole(handle, front, 0);
  if (written.isErr()) return err(ioFailure('compose', written.error));
  return ok({ header, archiveDigest: digestBytes(front, context.compute), copied: copied.value });
}

/** What the journal says of an output: it is derived, and replaces whatever stands there. */
function replacing(target: WorkspacePath, after: AfterState, token: string): JournalFileEntry {
  return { target, op: 'replace', class: 'derived', before: { kind: 'any' }, after, staged: stagedName(nameOf(target), token) };
}

/** Stages the companions at once, since each waits for the disk. */
function stageCompanions(
  context: StagingContext,
  area: StagingArea,
  recipe: ArchiveRecipe,
  composed: ComposedArchive,
): Promise<Result<readonly JournalFileEntry[], Failure>> {
  const texts = companionTexts(recipe, composed);
  return runBounded(texts, texts.length, async ([target, text]) => {
    const staged = await stageBytes(context, area, target, new TextEncoder().encode(text));
    return staged.map((after) => replacing(target, after, context.token));
  });
}

/**
 * Stages an archive and its three companions, put together from their sources, and tells the journal what becomes of
 * the four files. They are derived: they replace whatever stands there.
 *
 * Codes: PLAN_STALE where a source is not what the recipe was made of, PLAN_MALFORMED, PLAN_IO_FAILED, PLAN_CANCELLED,
 * and those of `layoutRecipe`.
 */
export async function composeArchive(
  context: StagingContext,
  area: StagingArea,
  edit: ComposeEdit<WorkspacePath>,
): Promise<Result<readonly JournalFileEntry[], Failure>> {
  const { path, length, recipe } = edit;
  const { token } = context;
  const layout = layoutEdit(edit);
  if (layout.isErr()) return err(layout.error);
  let staging: ReturnType<typeof stageCompanions> = Promise.resolve(ok([]));
  const fill = async (handle: WriteHandle): Promise<Result<ComposedArchive, Failure>> => {
    const composed = await fillArchive(context, handle, layout.value, recipe);
    if (composed.isOk()) staging = stageCompanions(context, area, recipe, composed.value); // while the archive is flushed
    return composed;
  };
  const archived = await area.writeFile(stagedPath(path, token), 'compose', fill).finally(() => staging);
  const companions = await staging;
  if (archived.isErr()) return err(archived.error);
  const { archiveDigest: archive_digest } = archived.value;
  return companions.map((entries) => [replacing(path, { kind: 'archive', length, archive_digest }, token), ...entries]);
}
