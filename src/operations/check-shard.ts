import { err, ok } from 'neverthrow';
import { compareStrings } from '../base/compare-strings.js';
import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import { countDiagnostics, type SeverityCounts } from '../diagnostics/count-diagnostics.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Observed } from '../diagnostics/outcome.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { ReadHost } from '../ports/packer-host.js';
import { SOURCE_RULES } from '../sources/source-rules.js';
import type { CheckedSource } from '../workspace/checked-source.js';
import { readShare, type WorkspaceShare } from '../workspace/read-share.js';
import { guardOperation } from './guard-operation.js';
import { type ReadContext, readContext, type ReadOptions } from './read-context.js';
import { evidenceBudgetsOf } from './shards/evidence-budgets-of.js';
import type { Evidence } from './shards/evidence.js';
import { shardOf } from './shards/shard-of.js';
import { throughJournal } from './through-journal.js';

/** Which part of a workspace. */
export interface Shard {
  /** Which one, from 1. */
  readonly index: number;
  /** Into how many the workspace is split. */
  readonly count: number;
}

/** How a shard is checked. */
export interface CheckShardOptions extends ReadOptions {
  /** Which one. */
  readonly shard: Shard;
}

/** What was found of a shard. */
export interface ShardReport {
  /** What other processes need not check again. */
  readonly evidence: Evidence;
  /** The assets of the shard, by code units. */
  readonly roots: readonly string[];
  /** How many assets the workspace has. */
  readonly allRoots: number;
  /** Sources of the shard whose content was looked at: PNG and WAV. */
  readonly checkedSources: number;
  /** Findings by severity, exact also where a list was cut. */
  readonly counts: SeverityCounts;
  /** Findings on the declarations and sources of the shard, in the one order. What takes several files to see is not among them. */
  readonly diagnostics: readonly Diagnostic[];
}

function isShard({ index, count }: Shard): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(count) && index >= 1 && index <= count;
}

function soundDigests(sources: readonly CheckedSource[], wanted: 'png' | 'wav'): readonly string[] {
  const sound = sources.flatMap(({ kind, sha256, diagnostics }) =>
    kind === wanted && sha256 !== null && diagnostics.length === 0 ? [sha256] : [],
  );
  return [...new Set(sound)].sort(compareStrings);
}

function report(share: WorkspaceShare, { index, count }: Shard, { sources: budgets }: ReadContext): ShardReport {
  const { roots, allRoots, sources } = share;
  const diagnostics = [...share.diagnostics].sort(compareDiagnostics);
  const sound = { png: soundDigests(sources, 'png'), wav: soundDigests(sources, 'wav') };
  return {
    evidence: {
      evidence_version: 1,
      rules: SOURCE_RULES,
      budgets: evidenceBudgetsOf(budgets),
      shard_count: count,
      shards: [{ shard: index, sound }],
    },
    roots: [...roots].sort(compareStrings),
    allRoots,
    checkedSources: sources.filter(({ sha256 }) => sha256 !== null).length,
    counts: countDiagnostics(diagnostics),
    diagnostics,
  };
}

/**
 * Checks one of several shards of a workspace, so that as many processes do what one would: the declarations of the shard, each
 * alone, and the sources that they name. Which asset is of which shard is told by its root alone, so that each is in one shard and
 * all processes agree. What takes several files to see (identity, names, collisions) is seen where the evidence of all shards is
 * used: see `mergeEvidence` and the option `evidence` of `doctor`. Writes nothing.
 *
 * @returns what was found and the evidence. Err only where it could not run: the port failed as a whole, the signal fired, or there
 * is no such shard (EVIDENCE_SHARD_INVALID).
 *
 * @example
 * ```ts
 * import { checkShard } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const checked = await checkShard(host, { shard: { index: 1, count: 8 } });
 * if (checked.isOk()) console.log(checked.value.evidence.shard_count); // 8
 * ```
 */
export function checkShard(host: ReadHost, asked: CheckShardOptions): Promise<Observed<ShardReport>> {
  return guardOperation('checkShard', async (): Promise<Observed<ShardReport>> => {
    const { shard, ...options } = asked;
    const { index, count } = shard;
    if (!isShard(shard)) {
      const about = { artifact: 'evidence', location: { kind: 'workspace' } } as const;
      return err([diagnose('EVIDENCE_SHARD_INVALID', { ...about, data: { shard: index, count } })]);
    }
    const view = await throughJournal(readContext(host, options));
    if (view.isErr()) return err(view.error);
    const { context } = view.value;
    const share = await readShare(context.read, context, (root) => shardOf(root, count, context.compute) === index);
    return share.isErr() ? err([diagnosePortError(share.error, 'workspace')]) : ok(report(share.value, shard, context));
  });
}
