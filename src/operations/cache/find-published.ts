import { err, ok } from 'neverthrow';
import type { PublishedBuild, PublishedFile } from '../../artifacts/cache/model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Observed } from '../../diagnostics/outcome.js';
import type { ReadContext } from '../read-context.js';
import { readOutputs } from './read-outputs.js';
import { recheckByCache } from './recheck-by-cache.js';

/** What a build need not do again. */
export interface FoundPublished {
  /** What was published of these very sources and still stands there; null where it cannot be told. */
  readonly published: PublishedBuild | null;
  /** CACHE_DISCARDED, where a cache is left aside. */
  readonly diagnostics: readonly Diagnostic[];
}

function isAlike(found: PublishedFile | undefined, told: PublishedFile): boolean {
  return found?.size === told.size && found.sha256 === told.sha256;
}

/**
 * Finds out whether what a build would publish stands there already, trusting the cache and the times: the sources are those
 * that it was made of, the companions have the bytes that were published, and so has the archive before its payload, and the
 * time and length that it had. Of the payload nothing is read.
 */
export async function findPublished(context: ReadContext): Promise<Observed<FoundPublished>> {
  const rechecked = await recheckByCache(context);
  if (rechecked.isErr()) return err(rechecked.error);
  const { content, unproven, diagnostics } = rechecked.value;
  const published = unproven.length === 0 ? (content?.published ?? null) : null;
  if (published === null) return ok({ published, diagnostics });
  const outputs = await readOutputs(context);
  if (outputs.isErr()) return ok({ published: null, diagnostics });
  const { archive, companions } = outputs.value;
  const isThere =
    isAlike(archive, published.archive) &&
    archive.modifiedMs === published.archive.modifiedMs &&
    published.companions.every((told, index) => isAlike(companions[index], told));
  return ok({ published: isThere ? published : null, diagnostics });
}
