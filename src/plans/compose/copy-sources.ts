import { err, type Result } from 'neverthrow';
import type { ArchiveAsset } from '../../artifacts/archive/model.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { CopyContext } from '../apply/apply-context.js';
import type { ArchiveRecipe } from './archive-recipe.js';
import type { BufferedWriter } from './buffered-writer.js';
import { createCheckLine } from './check-line.js';
import { copyLargeSource } from './copy-large-source.js';
import { copySmallSources } from './copy-small-sources.js';
import { digestParts } from './digest-parts.js';
import { ioFailure } from '../apply/io-failure.js';
import { groupSources, placeSources, spanOf } from './place-sources.js';
import { type CopiedAsset, createRecipeDigests } from './recipe-digests.js';
import type { SideDigests } from './side-digests.js';

/** Sources up to this many bytes are read whole, as many in one call as fit into it. */
const SMALL = 1024 * 1024;

/** Where sources go. */
export interface CopyTarget {
  /** The place of each asset of the recipe in the payload. */
  readonly table: readonly ArchiveAsset[];
  /** Writes the payload from its start. */
  readonly writer: BufferedWriter;
  /** Bytes of the payload, for progress. */
  readonly payloadLength: number;
  /** Digests what stands in the memory of the writer; where absent, that is done on the spot. */
  readonly side?: Pick<SideDigests, 'digest'>;
}

/**
 * Copies the sources of a recipe into the payload, zeros between assets, and digests the very bytes copied. Memory stays
 * the same whatever the payload.
 *
 * Codes: PLAN_STALE where a source is not of the size or digest that the recipe says, PLAN_IO_FAILED, PLAN_CANCELLED.
 */
export async function copySources(
  context: CopyContext,
  recipe: ArchiveRecipe<WorkspacePath>,
  { table, writer, payloadLength, side = { digest: (parts) => digestParts(parts, context.compute) } }: CopyTarget,
): Promise<Result<readonly CopiedAsset[], Failure>> {
  const digests = createRecipeDigests(recipe, context.compute);
  let done = 0;
  const advance = (bytes: number): void => {
    done += bytes;
    context.report({ phase: 'compose', done, total: payloadLength, unit: 'bytes' });
  };
  const checks = createCheckLine();
  const fail = async (failure: Failure): Promise<Result<never, Failure>> =>
    err(
      (await checks.ended()).match(
        () => failure,
        (earlier) => earlier,
      ),
    );
  for (const group of groupSources(placeSources(recipe, table), SMALL)) {
    if (checks.hasFailed()) break;
    const [first] = group;
    if (first.input.size > SMALL) {
      const copied = await copyLargeSource(context, first, writer, digests, advance);
      if (copied.isErr()) return fail(copied.error);
      continue;
    }
    const span = spanOf(group);
    const room = await writer.take(span);
    if (room.isErr()) return fail(ioFailure('compose', room.error));
    const copied = await copySmallSources(context, group, room.value, digests, side);
    if (copied.isErr()) return fail(copied.error);
    if (copied.value !== null) {
      checks.add(copied.value);
      writer.hold(copied.value);
    }
    advance(span);
  }
  return (await checks.ended()).map(() => digests.list());
}
