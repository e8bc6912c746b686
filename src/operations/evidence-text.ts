import type { Evidence } from './shards/evidence.js';

/**
 * Writes evidence as its file: JSON with two spaces, keys in one order and a final line end. `parseEvidence` reads it. The same
 * evidence gives the same bytes on every machine.
 *
 * @example
 * ```ts
 * import { checkShard, evidenceText } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 *
 * const checked = await checkShard(createMemoryWorkspace(), { shard: { index: 1, count: 2 } });
 * if (checked.isOk()) console.log(JSON.parse(evidenceText(checked.value.evidence)).shard_count); // 2
 * ```
 */
export function evidenceText({ evidence_version, rules, budgets, shard_count, shards }: Evidence): string {
  const { max_file_bytes, max_png_side, max_png_inflated_bytes } = budgets;
  const file = {
    evidence_version,
    rules,
    budgets: { max_file_bytes, max_png_side, max_png_inflated_bytes },
    shard_count,
    shards: shards.map(({ shard, sound: { png, wav } }) => ({ shard, sound: { png, wav } })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
