import { doctor, type DoctorReport, type Evidence } from 'prometeu-packer';
import type { Answer } from './answer.js';
import { artifactTable } from './artifact-table.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import { fixLines } from './fix-lines.js';
import type { Invocation } from './invocation.js';
import { verdictLines } from './verdict-lines.js';
import { withWorkspace } from './with-workspace.js';

function tell({ snapshot, verdict, artifacts, diagnostics }: DoctorReport, workspace: string): Answer {
  const result = {
    snapshot_id: snapshot.id,
    assets: snapshot.assets.map(({ root, identity }) => ({
      root,
      identity: identity.class,
      asset_id: identity.record?.asset_id ?? null,
      asset_uuid: identity.record?.asset_uuid ?? null,
    })),
    artifacts,
  };
  const lines = [
    ...(diagnostics.length === 0 ? ['no findings', ''] : []),
    ...artifactTable(artifacts),
    '',
    ...fixLines(diagnostics, verdict, workspace),
    ...verdictLines(verdict, diagnostics),
  ];
  return { ran: true, diagnostics, verdict, result, lines };
}

/** Does what `doctor` is asked for. */
export function runDoctor(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, async (host) => {
    const { fix, shard, merge, requireCurrent, workspace } = invocation;
    if (fix) return (await import('./working-runs.js')).workingRuns.doctorFix(invocation, host, io);
    if (shard !== undefined) return (await import('./working-runs.js')).workingRuns.runShard(shard, invocation, host, io);
    const examine = async (evidence?: Evidence): Promise<Answer> =>
      (await doctor(host, { requireCurrent, signal: io.signal, ...(evidence !== undefined && { evidence }) })).match(
        (report) => tell(report, workspace),
        (failure) => notRunAnswer(failure),
      );
    return merge ? (await import('./working-runs.js')).workingRuns.mergeFiles(invocation, io, examine) : examine();
  });
}
