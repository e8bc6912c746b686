import { err, ok } from 'neverthrow';
import type { Observed } from '../diagnostics/outcome.js';
import { ARCHIVE_PATH } from '../paths/owned-paths.js';
import type { ReadHost } from '../ports/packer-host.js';
import type { BuildComparison } from './compare/build-comparison.js';
import { compareAssets } from './compare/compare-assets.js';
import { compareCompanionFiles } from './compare/compare-companion-files.js';
import { explainDifference } from './compare/explain-difference.js';
import { firstDifference } from './compare/first-difference.js';
import { guardOperation } from './guard-operation.js';
import { archiveFailure, withOpenBuild, type OpenBuild } from './compare/open-build.js';
import { readContext, type ReadOptions } from './read-context.js';

async function compare(a: OpenBuild, b: OpenBuild, signal: AbortSignal | undefined): Promise<Observed<BuildComparison>> {
  const wholeOf = ({ handle }: OpenBuild) => ({ handle, start: 0, length: handle.stat.size });
  const differing = await firstDifference(wholeOf(a), wholeOf(b), signal);
  if (differing.isErr()) return err(archiveFailure({ ...differing.error, path: ARCHIVE_PATH }));
  const first = differing.value === null ? null : explainDifference(differing.value, a, b);
  const assets = first === null ? ok([]) : await compareAssets(a, b, signal);
  if (assets.isErr()) return err(archiveFailure({ ...assets.error, path: ARCHIVE_PATH }));
  const companions = compareCompanionFiles(a.companions, b.companions);
  const sideOf = ({ handle, archiveDigest, diagnostics }: OpenBuild) => ({ length: handle.stat.size, archiveDigest, diagnostics });
  return ok({
    equal: first === null && companions.every(({ state }) => state === 'equal' || state === 'absent'),
    a: sideOf(a),
    b: sideOf(b),
    first,
    assets: assets.value,
    companions,
    diagnostics: [...a.diagnostics, ...b.diagnostics],
  });
}

/**
 * Explains how two builds differ: the first differing byte of the archives as field, asset and source file, every asset
 * that is not the same, and the companions. What the sources look like now plays no part: `verifyWorkspace` is for that.
 * Writes nothing. Memory stays flat.
 *
 * @param a - the workspace of one build, or any folder that holds a `build/` of one.
 * @param b - that of the other.
 * @returns the comparison, also where an archive is broken: then by its bytes alone. Err where an archive could not be read.
 *
 * @example
 * ```ts
 * import { applyPlan, build, compareBuilds, planRegister } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const mine = createMemoryWorkspace({ 'assets/day/colours.bin': Uint8Array.of(1) });
 * const theirs = createMemoryWorkspace({ 'assets/day/colours.bin': Uint8Array.of(2) });
 * for (const host of [mine, theirs]) {
 *   const planned = await planRegister(host);
 *   if (planned.isOk() && (await applyPlan(host, planned.value.value)).isOk()) await build(host);
 * }
 * const compared = await compareBuilds(mine, theirs);
 * console.log(compared.isOk() && compared.value.assets[0]?.byte?.input?.path); // colours.bin
 * ```
 */
export function compareBuilds(a: ReadHost, b: ReadHost, options: ReadOptions = {}): Promise<Observed<BuildComparison>> {
  return guardOperation('compareBuilds', () =>
    withOpenBuild(readContext(a, options), (buildA) =>
      withOpenBuild(readContext(b, options), (buildB) => compare(buildA, buildB, options.signal)),
    ),
  );
}
