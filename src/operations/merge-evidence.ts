import { err, ok, type Result } from 'neverthrow';
import type { NonEmpty } from '../base/non-empty.js';
import { createCollector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileOf, type Location } from '../diagnostics/location.js';
import type { Failure } from '../diagnostics/outcome.js';
import { budgetDifferences } from './shards/budget-differences.js';
import type { Evidence } from './shards/evidence.js';
import { findMisshapen } from './shards/find-misshapen.js';
import { foldShards } from './shards/fold-shards.js';

/** What is known of the pieces besides. */
export interface MergeEvidenceOptions {
  /** What findings call each piece, in the order of the pieces: its file, with `/`. */
  readonly files?: readonly string[];
}

const artifact = 'evidence';

function compare(found: Evidence, expected: Evidence, location: Location): readonly Diagnostic[] {
  const [rules, count] = [found.rules === expected.rules, found.shard_count === expected.shard_count];
  const inRules = { artifact, location, data: { found: found.rules, expected: expected.rules } } as const;
  const inCount = { artifact, location, data: { found: found.shard_count, expected: expected.shard_count } } as const;
  return [
    ...(rules ? [] : [diagnose('EVIDENCE_RULES_DIFFER', inRules)]),
    ...(count ? [] : [diagnose('EVIDENCE_SHARD_COUNT_DIFFERS', inCount)]),
    ...budgetDifferences(found.budgets, expected.budgets, location),
  ];
}

/**
 * Puts pieces of evidence together, in any order and grouping: what comes out is evidence again, and always the same. A piece that
 * is given twice, as it was or as part of another, is taken once. Pure.
 *
 * Codes: EVIDENCE_RULES_DIFFER, EVIDENCE_SHARD_COUNT_DIFFERS, EVIDENCE_BUDGET_DIFFERS where a piece does not fit the first one;
 * EVIDENCE_SHARD_TWICE where two pieces say different things of one shard; STRUCTURE_WRONG_TYPE of what is no evidence, and
 * STRUCTURE_OUT_OF_RANGE where there is no piece, as programs without types may have it. Of many findings of one code some are counted
 * alone: DIAGNOSTICS_OMITTED. Whether all shards are there is asked where evidence is
 * used.
 *
 * @param pieces - as `checkShard` makes them, or `parseEvidence` reads them.
 *
 * @example
 * ```ts
 * import { checkShard, doctor, mergeEvidence } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const host = createMemoryWorkspace({ 'assets/palette/colours.bin': new Uint8Array(64) });
 * const one = await checkShard(host, { shard: { index: 1, count: 2 } });
 * const two = await checkShard(host, { shard: { index: 2, count: 2 } });
 * if (one.isOk() && two.isOk()) {
 *   const merged = mergeEvidence([one.value.evidence, two.value.evidence]);
 *   if (merged.isOk()) console.log((await doctor(host, { evidence: merged.value })).isOk()); // true
 * }
 * ```
 */
export function mergeEvidence(pieces: NonEmpty<Evidence>, options?: MergeEvidenceOptions): Result<Evidence, Failure> {
  const locationOf = (index: number): Location => {
    const file = options?.files?.[index];
    return file === undefined ? { kind: 'workspace' } : { kind: 'file', file };
  };
  const collector = createCollector();
  const refused = (): Result<Evidence, Failure> => err(collector.list() as Failure); // asked for only where there is an error in it
  if (!Array.isArray(pieces) || pieces.length === 0) {
    const data = { found: 0, minimum: 1, maximum: null, unit: 'items' } as const;
    collector.addAll([diagnose('STRUCTURE_OUT_OF_RANGE', { artifact, location: { kind: 'workspace' }, data })]);
    return refused();
  }
  for (const [index, piece] of pieces.entries()) collector.addAll(findMisshapen(piece, locationOf(index)));
  if (collector.errors() > 0) return refused();
  const [first] = pieces;
  for (const [index, piece] of pieces.entries()) collector.addAll(compare(piece, first, locationOf(index)));
  const told = pieces.flatMap(({ shards }, index) => shards.map((shard) => ({ shard, index })));
  const { shards, conflicts } = foldShards(told.map(({ shard }) => shard));
  for (const place of conflicts) {
    const { shard: { shard } = { shard: 0 }, index = 0 } = told[place] ?? {};
    const location = locationOf(index);
    collector.add('EVIDENCE_SHARD_TWICE', fileOf(location), () =>
      diagnose('EVIDENCE_SHARD_TWICE', { artifact, location, data: { shard }, subject: String(shard) }),
    );
  }
  const { evidence_version, rules, budgets, shard_count } = first;
  return collector.errors() > 0 ? refused() : ok({ evidence_version, rules, budgets, shard_count, shards });
}
