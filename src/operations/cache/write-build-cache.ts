import type { WriteHost } from '../../ports/packer-host.js';
import { cacheText } from './cache-text.js';
import { type PublishedPlan, rememberBuild } from './remember-build.js';
import { writeCacheFile } from './write-cache-file.js';

/** Writes the cache of a build that was just published. Whatever goes wrong with it is no fault of the build. */
export async function writeBuildCache(host: WriteHost, build: PublishedPlan): Promise<void> {
  const { snapshot, context, seesThrough } = build.taken;
  if (seesThrough) return; // it was read through a journal that is gone by now
  const draft = await rememberBuild(build);
  if (draft.isErr() || draft.value === null) return;
  const bytes = cacheText({ ...draft.value, snapshot, how: context }, context);
  if (bytes === null) return;
  const written = await writeCacheFile(host, bytes);
  if (written.isErr()) return; // an old cache that stays is told from the times it holds
}
