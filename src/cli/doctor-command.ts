import { doctor, type DoctorReport } from 'prometeu-packer';
import type { Answer } from './answer.js';
import { artifactTable } from './artifact-table.js';
import type { Command } from './command.js';
import { doctorFix } from './doctor-fix.js';
import { notRunAnswer } from './failed-answer.js';
import { fixLines } from './fix-lines.js';
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

/** `doctor`: every finding, how far each file can be trusted, and the verdict; `doctor --fix`: mends what is safe to mend. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--require-current] | --fix [--apply [--plan DIGEST]] [--exit-code]',
  summary: 'Examines a workspace in any state and says what it allows. With --fix mends all that is safe to mend; writes nothing else.',
  args: [0, 0],
  options: ['require-current', 'fix', 'apply', 'plan', 'exit-code'],
  run: (invocation, io) =>
    withWorkspace(invocation, io, async (host) => {
      if (invocation.fix) return doctorFix(invocation, host, io);
      return (await doctor(host, { requireCurrent: invocation.requireCurrent, signal: io.signal })).match(
        (report) => tell(report, invocation.workspace),
        (failure) => notRunAnswer(failure),
      );
    }),
};
