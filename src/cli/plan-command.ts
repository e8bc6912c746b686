import { applyPlan, stalePlan, type ApplyPlanOptions, type Outcome, type Plan, type Produced } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { NodeWorkspace } from 'prometeu-packer/node';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { createProgress } from './create-progress.js';
import { failedAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { seedOfPlanDigest, shownPlanDigest } from './plan-digest.js';
import { planLines } from './plan-lines.js';
import { planSummary } from './plan-summary.js';
import { newIdentitySeed, seededIdentity } from './seeded-identity.js';
import { shellQuote } from './shell-quote.js';

/** What a command that previews a plan, or applies it, has of its own. */
export interface PlanWork {
  /** The command line. */
  readonly invocation: Invocation;
  /** The workspace. */
  readonly host: NodeWorkspace;
  /** The process. */
  readonly io: CommandIo;
  /** Makes the plan, with a host whose new identities are the same whenever the same plan is made again. */
  readonly makePlan: (host: NodeWorkspace) => Promise<Outcome<Plan>>;
  /** How the command line names the plan, where nothing in it is random; else by seed and digest. */
  readonly digestOf?: (plan: Plan) => string;
  /** What it says where there is nothing to do. */
  readonly nothingToDo: string;
  /** Options of the command that have to be given again to apply what was previewed. */
  readonly options?: readonly string[];
  /** What applying it asks for besides. */
  readonly applyOptions?: (plan: Plan) => Pick<ApplyPlanOptions, 'consent'>;
}

interface Previewed extends Produced<Plan> {
  /** The digest by which the command line names the plan. */
  readonly digest: string;
}

function applyLine({ invocation: { command, args, workspace }, options = [] }: PlanWork, digest: string): string {
  const where = workspace === '.' ? [] : ['--workspace', workspace];
  const words = [command ?? '', ...args, ...options, ...where, '--apply', '--plan', digest];
  return `prometeu-packer ${words.map(shellQuote).join(' ')}`;
}

function preview(work: PlanWork, { value: plan, diagnostics, digest }: Previewed): Answer {
  const pending = plan.edits.length > 0;
  const howToApply = `  ${escapeText(applyLine(work, digest))}`;
  return {
    ran: true,
    diagnostics,
    result: { state: pending ? 'previewed' : 'nothing-to-do', plan: planSummary(plan, digest), written: [] },
    lines: pending ? [...planLines(plan), '', 'this is a preview; to apply it:', howToApply] : [work.nothingToDo],
    pending,
  };
}

/** The texts that findings of a plan point into: once it is applied, others stand in the files. */
function textsBefore({ edits }: Plan): ReadonlyMap<string, string> {
  return new Map(edits.flatMap((edit) => (edit.kind === 'text' && edit.before !== null ? [[edit.path, edit.before] as const] : [])));
}

async function apply(work: PlanWork, { value: plan, diagnostics, digest }: Previewed): Promise<Answer> {
  const { host, io, nothingToDo, applyOptions } = work;
  const applied = await applyPlan(host, plan, { signal: io.signal, onProgress: createProgress(io), ...applyOptions?.(plan) });
  if (applied.isErr()) return failedAnswer(applied.error);
  const { state, written } = applied.value.value;
  return {
    ran: true,
    diagnostics: [...diagnostics, ...applied.value.diagnostics],
    result: { state, plan: planSummary(plan, digest), written },
    texts: textsBefore(plan),
    lines: state === 'nothing-to-do' ? [nothingToDo] : [...planLines(plan), '', `wrote ${written.length} files`],
  };
}

/**
 * Runs a command that changes a workspace: shows the plan, with the line that applies it; with `--apply` applies it, and
 * with `--plan` only if it is still the very plan that was shown.
 */
export async function runPlanCommand(work: PlanWork): Promise<Answer> {
  const { invocation, host, makePlan } = work;
  const { plan: wanted } = invocation;
  const seed = (wanted === undefined ? undefined : seedOfPlanDigest(wanted)) ?? newIdentitySeed();
  const planned = await makePlan({ ...host, identity: seededIdentity(seed) });
  if (planned.isErr()) return failedAnswer(planned.error);
  const { value: made } = planned.value;
  const previewed = { ...planned.value, digest: work.digestOf?.(made) ?? shownPlanDigest(seed, made) };
  if (!invocation.apply) return preview(work, previewed);
  if (wanted !== undefined && wanted !== previewed.digest) {
    return failedAnswer(stalePlan([]), ['this is no longer the plan that was previewed; nothing was written']);
  }
  return apply(work, previewed);
}
