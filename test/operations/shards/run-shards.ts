import {
  checkShard,
  type CheckShardOptions,
  doctor,
  type DoctorReport,
  type Evidence,
  evidenceText,
  type Failure,
  mergeEvidence,
  parseEvidence,
  type ReadHost,
  type ReadOptions,
  type ShardReport,
} from 'prometeu-packer';
import { jsonReport, renderText } from 'prometeu-packer/report';
import type { Result } from 'neverthrow';

/** Checks every shard of a workspace, each on a host of its own, as jobs do. */
export async function checkShards(open: () => ReadHost, count: number, options: ReadOptions = {}): Promise<readonly ShardReport[]> {
  const reports: ShardReport[] = [];
  for (let index = 1; index <= count; index += 1) {
    const asked: CheckShardOptions = { ...options, shard: { index, count } };
    reports.push((await checkShard(open(), asked))._unsafeUnwrap());
  }
  return reports;
}

/** The evidence of shards as the last job gets it: from files. */
export function throughFiles(reports: readonly ShardReport[]): Evidence {
  const pieces = reports.map(({ evidence }, index) => {
    const bytes = new TextEncoder().encode(evidenceText(evidence)._unsafeUnwrap());
    return parseEvidence(bytes, `shard-${index + 1}.json`)._unsafeUnwrap().value;
  });
  return mergeEvidence(pieces as [Evidence, ...Evidence[]])._unsafeUnwrap();
}

/** Examines a workspace with the evidence of so many shards. */
export async function doctorOfShards(open: () => ReadHost, count: number, options: ReadOptions = {}) {
  const reports = await checkShards(open, count, options);
  return { reports, report: await doctor(open(), { ...options, evidence: throughFiles(reports) }) };
}

/** What a report says, byte for byte. */
export function bytesOf(answer: Result<DoctorReport, Failure>): readonly string[] {
  if (answer.isErr()) return ['not run', renderText(answer.error)];
  const { diagnostics, verdict, ...result } = answer.value;
  return [jsonReport({ command: 'doctor', diagnostics, verdict, result }), renderText(diagnostics)];
}
