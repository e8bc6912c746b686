import { planMigration, type DerivedIdentity, type MigrationReport, type PlanConsent } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { NodeWorkspace } from 'prometeu-packer/node';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import type { Invocation } from './invocation.js';
import { migrationLines } from './migration-lines.js';
import { runPlanCommand } from './plan-command.js';
import { withWorkspace } from './with-workspace.js';

const NOTHING: MigrationReport = { files: [], leftOut: [], derived: [], upToDate: 0 };

/** What the command line agrees to: the uuids named, those that this run derives, or the plan that was previewed. */
function consentOf({ plan, acceptIdentities, acceptListed }: Invocation, digest: string, derived: readonly DerivedIdentity[]): PlanConsent {
  return {
    uuids: acceptListed ? derived.map(({ uuid }) => uuid) : acceptIdentities,
    ...(plan !== undefined && { planDigest: digest }), // it is the one that was previewed
  };
}

function consentLines({ derived }: MigrationReport, missing: ReadonlySet<string>): readonly string[] {
  return [
    'nobody has agreed to these derived identities; nothing was written:',
    ...derived.filter(({ uuid }) => missing.has(uuid)).map(({ uuid, root, asset_id }) => `  ${uuid}  ${escapeText(root)}  id ${asset_id}`),
    'to agree, add --accept-identity with each uuid, --plan with the digest that a preview shows, or --accept-listed-identities',
  ];
}

function acceptedLines({ acceptListed }: Invocation, { derived }: MigrationReport, isApplied: boolean): readonly string[] {
  return acceptListed && isApplied ? derived.map(({ uuid, root }) => `accepted  ${uuid}  ${escapeText(root)}`) : [];
}

/** Adds to the answer of a plan what there is to say of its migration. */
function tell(answer: Answer, invocation: Invocation, report: MigrationReport): Answer {
  const missing = answer.diagnostics.flatMap(({ code, data }) => (code === 'PLAN_CONSENT_MISSING' && 'uuids' in data ? data.uuids : []));
  if (missing.length > 0) return { ...answer, lines: [...answer.lines, ...consentLines(report, new Set(missing))] };
  if (answer.result === null) return answer;
  const isApplied = invocation.apply && report.files.length > 0;
  return {
    ...answer,
    result: { ...answer.result, migration: report },
    lines: [...migrationLines(report), ...acceptedLines(invocation, report, isApplied), ...answer.lines],
  };
}

async function migrate(invocation: Invocation, host: NodeWorkspace, io: CommandIo): Promise<Answer> {
  const { args, requireCurrent } = invocation;
  const roots = args.map((root) => root.replace(/\/$/, ''));
  let report = NOTHING;
  const answer = await runPlanCommand({
    invocation,
    host,
    io,
    makePlan: async () => {
      const planned = await planMigration(host, { signal: io.signal, requireCurrent, ...(roots.length > 0 && { roots }) });
      return planned.map(({ value, diagnostics }) => {
        report = value.report;
        return { value: value.plan, diagnostics };
      });
    },
    digestOf: ({ digest }) => digest, // nothing in it is random: its own digest is enough to make it again
    nothingToDo: roots.length === 0 ? 'nothing to do: no file is to be migrated' : 'nothing to do for the files named',
    applyOptions: ({ digest }) => ({ consent: consentOf(invocation, digest, report.derived) }),
  });
  return tell(answer, invocation, report);
}

/** Does what `migrate` is asked for. */
export function runMigrate(invocation: Invocation, io: CommandIo): Promise<Answer> {
  return withWorkspace(invocation, io, (host) => migrate(invocation, host, io));
}
