import { err, ok } from 'neverthrow';
import type { PublishedBuild } from '../../artifacts/cache/model.js';
import type { Outcome } from '../../diagnostics/outcome.js';
import type { Applied } from '../../plans/apply/describe-applied.js';
import type { WriteHost } from '../../ports/packer-host.js';
import { applyBuildPlan, type ApplyPlanOptions } from '../apply-plan.js';
import { planBuildFrom } from '../plan-build.js';
import { readContext, type ReadOptions } from '../read-context.js';
import { findPublished } from './find-published.js';
import { tellBuilt } from './tell-built.js';
import { watchLock } from './watch-lock.js';
import { writeBuildCache } from './write-build-cache.js';

function nothingToDo({ plan, archive }: PublishedBuild): Applied {
  const made = { length: archive.size, archiveDigest: archive.sha256 };
  return { state: 'nothing-to-do', digest: plan, written: [], removed: [], moved: [], archive: made };
}

/**
 * Builds, and writes the cache once the build is published. Where the cache is trusted it can spare a build, and never feeds
 * one: unless everything that would be published is found to stand there, the workspace is read as without a cache.
 */
export async function buildWithCache(
  host: WriteHost,
  cache: 'write' | 'trust',
  options: ApplyPlanOptions & ReadOptions,
): Promise<Outcome<Applied>> {
  const context = readContext(host, options);
  const looked = cache === 'trust' ? await findPublished(context) : ok({ published: null, diagnostics: [] });
  if (looked.isErr()) return err(looked.error);
  const { published, diagnostics: discarded } = looked.value;
  if (published?.findings === 0) return ok({ value: nothingToDo(published), diagnostics: discarded });
  const ready = await planBuildFrom(context);
  if (ready.isErr()) return err(ready.error);
  const { planned, taken } = ready.value;
  const { value: plan, diagnostics: found } = planned;
  if (published?.plan === plan.digest) return ok({ value: nothingToDo(published), diagnostics: found });
  const lock = watchLock(context.read, options.onProgress);
  const applied = await applyBuildPlan(host, plan, { ...options, onProgress: lock.onProgress });
  if (applied.isErr()) return err(applied.error);
  const { value } = applied.value;
  if (value.state === 'applied') {
    await writeBuildCache(host, { taken, plan, findings: found.length, applied: value, lockMs: await lock.time() });
  }
  return ok(tellBuilt([...discarded, ...found], applied.value));
}
