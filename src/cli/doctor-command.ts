import { doctor, explain, type Ability, type DoctorReport } from 'prometeu-packer';
import type { Answer } from './answer.js';
import type { Command } from './command.js';
import { fixLines } from './fix-lines.js';
import { notRunAnswer } from './failed-answer.js';
import { withWorkspace } from './with-workspace.js';

function showAbility(what: string, { can, decidedBy }: Ability): string {
  return `can ${what}: ${can ? 'yes' : `no, because of ${decidedBy.join(', ')}`}`;
}

/** A code that decides and that no finding has is not explained by the findings above the verdict. */
function explainUnfound({ verdict: { read, mutate, build }, diagnostics }: DoctorReport): readonly string[] {
  const found = new Set<string>(diagnostics.map(({ code }) => code));
  const codes = new Set([read, mutate, build].flatMap(({ decidedBy }) => decidedBy));
  return [...codes]
    .filter((code) => !found.has(code))
    .flatMap((code) => {
      const explained = explain(code);
      return explained === undefined ? [] : [`  ${code}: ${explained.summary}`, `  help: ${explained.help}`];
    });
}

function tell(report: DoctorReport, workspace: string): Answer {
  const { snapshot, verdict, diagnostics } = report;
  const result = {
    snapshot_id: snapshot.id,
    assets: snapshot.assets.map(({ root, identity }) => ({
      root,
      identity: identity.class,
      asset_id: identity.record?.asset_id ?? null,
      asset_uuid: identity.record?.asset_uuid ?? null,
    })),
  };
  const lines = [
    ...(diagnostics.length === 0 ? ['no findings'] : []),
    ...fixLines(diagnostics, workspace),
    showAbility('read', verdict.read),
    showAbility('mutate', verdict.mutate),
    showAbility('build', verdict.build),
    ...explainUnfound(report),
  ];
  return { ran: true, diagnostics, verdict, result, lines };
}

/** `doctor`: every finding and the verdict. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--require-current]',
  summary: 'Examines a workspace in any state and says what it allows. Writes nothing.',
  args: [0, 0],
  options: ['require-current'],
  run: (invocation, io) =>
    withWorkspace(invocation, io, async (host) =>
      (await doctor(host, { requireCurrent: invocation.requireCurrent, signal: io.signal })).match(
        (report) => tell(report, invocation.workspace),
        (failure) => notRunAnswer(failure),
      ),
    ),
};
