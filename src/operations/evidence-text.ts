import { err, ok, type Result } from 'neverthrow';
import { isNonEmpty } from '../base/non-empty.js';
import { createCollector } from '../diagnostics/collector.js';
import type { Failure } from '../diagnostics/outcome.js';
import type { Evidence } from './shards/evidence.js';
import { findMisshapen } from './shards/find-misshapen.js';

/**
 * Writes evidence as its file: JSON with two spaces, keys in one order and a final line end. `parseEvidence` reads it. The same
 * evidence gives the same bytes on every machine. Keys that nobody knows are left out.
 *
 * Codes: STRUCTURE_WRONG_TYPE of what is no evidence, as programs without types may have it. Of many such findings some are
 * counted alone: DIAGNOSTICS_OMITTED.
 *
 * @example
 * ```ts
 * import { checkShard, evidenceText } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const checked = await checkShard(createMemoryWorkspace(), { shard: { index: 1, count: 2 } });
 * const text = checked.andThen(({ evidence }) => evidenceText(evidence));
 * if (text.isOk()) console.log(JSON.parse(text.value).shard_count); // 2
 * ```
 */
export function evidenceText(evidence: Evidence): Result<string, Failure> {
  const collector = createCollector();
  collector.addAll(findMisshapen(evidence, { kind: 'workspace' }));
  const faults = collector.list();
  if (isNonEmpty(faults)) return err(faults);
  const { evidence_version, rules, budgets, shard_count, shards } = evidence;
  const { max_file_bytes, max_png_side, max_png_inflated_bytes } = budgets;
  const file = {
    evidence_version,
    rules,
    budgets: { max_file_bytes, max_png_side, max_png_inflated_bytes },
    shard_count,
    shards: shards.map(({ shard, sound: { png, wav } }) => ({ shard, sound: { png, wav } })),
  };
  return ok(`${JSON.stringify(file, null, 2)}\n`);
}
