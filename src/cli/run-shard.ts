import { checkShard, evidenceText, type PackerHost, type Shard, type ShardReport } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { writeEvidence } from './write-evidence.js';

function tell({ evidence, roots, allRoots, checkedSources, diagnostics }: ShardReport, { index, count }: Shard): Answer {
  const sound = evidence.shards.reduce((sum, { sound: { png, wav } }) => sum + png.length + wav.length, 0);
  const result = { shard: index, shard_count: count, assets: roots.length, all_assets: allRoots, checked_sources: checkedSources, sound };
  const lines = [
    ...(diagnostics.length === 0 ? ['no findings', ''] : []),
    `shard ${index} of ${count}: ${roots.length} of ${allRoots} assets, ${checkedSources} sources checked, ${sound} contents sound`,
  ];
  return { ran: true, diagnostics, result, lines };
}

/** Checks one shard of the workspace, and writes its evidence where the command line says. */
export async function runShard(shard: Shard, invocation: Invocation, host: PackerHost, io: CommandIo): Promise<Answer> {
  const checked = await checkShard(host, { shard, requireCurrent: invocation.requireCurrent, signal: io.signal });
  if (checked.isErr()) return notRunAnswer(checked.error);
  const answer = tell(checked.value, shard);
  if (invocation.evidence === undefined) return answer;
  const text = evidenceText(checked.value.evidence);
  if (text.isErr()) return notRunAnswer(text.error);
  const fault = await writeEvidence(invocation.evidence, text.value, invocation, io);
  return fault === null ? answer : { ...answer, ran: false, refused: true, lines: [...answer.lines, fault] };
}
