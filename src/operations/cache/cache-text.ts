import type { CacheContent } from '../../artifacts/cache/model.js';
import { serializeCache } from '../../artifacts/cache/serialize-cache.js';
import { countDiagnostics } from '../../diagnostics/count-diagnostics.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import type { ReadContext } from '../read-context.js';
import { type HowRead, howDigest } from './how-digest.js';

/** What only the caller knows of a cache. */
export type CacheDraft = Pick<CacheContent, 'folders' | 'published'>;

/** What a cache is made of. */
export interface CacheSource extends CacheDraft {
  /** The snapshot. */
  readonly snapshot: Pick<WorkspaceSnapshot, 'id' | 'diagnostics'>;
  /** How it was read. */
  readonly how: HowRead;
}

/** The bytes of a cache; null where they would be more than a JSON file may have. */
export function cacheText({ snapshot, how, ...draft }: CacheSource, { compute, json }: Pick<ReadContext, 'compute' | 'json'>) {
  const counts = countDiagnostics(snapshot.diagnostics);
  const content = { ...draft, how: howDigest(how, compute), snapshot: { id: snapshot.id, counts } };
  const bytes = new TextEncoder().encode(serializeCache(content, compute));
  return bytes.length > json.maxBytes ? null : bytes;
}
