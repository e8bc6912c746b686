import { applyPlan, escapeText, planRegister, stalePlan, type Plan, type Produced } from 'prometeu-packer';
import type { NodeWorkspace } from 'prometeu-packer/node';
import type { Answer } from './answer.js';
import type { Command } from './command.js';
import type { CommandIo } from './command-io.js';
import { createProgress } from './create-progress.js';
import { failedAnswer } from './failed-answer.js';
import type { Invocation } from './invocation.js';
import { seedOfPlanDigest, shownPlanDigest } from './plan-digest.js';
import { planLines } from './plan-lines.js';
import { planSummary } from './plan-summary.js';
import { newIdentitySeed, seededIdentity } from './seeded-identity.js';
import { shellQuote } from './shell-quote.js';
import { withWorkspace } from './with-workspace.js';

interface Previewed extends Produced<Plan> {
  /** The digest by which the command line names the plan. */
  readonly digest: string;
}

function nothingToDo({ args }: Invocation): string {
  return args.length === 0 ? 'nothing to do: no undeclared folder holds files' : 'nothing to do in the folders named';
}

function applyLine({ args, workspace }: Invocation, digest: string): string {
  const words = ['register', ...args, ...(workspace === '.' ? [] : ['--workspace', workspace]), '--apply', '--plan', digest];
  return `prometeu-packer ${words.map(shellQuote).join(' ')}`;
}

function preview({ value: plan, diagnostics, digest }: Previewed, invocation: Invocation): Answer {
  const pending = plan.edits.length > 0;
  const howToApply = `  ${escapeText(applyLine(invocation, digest))}`;
  return {
    ran: true,
    diagnostics,
    result: { state: pending ? 'previewed' : 'nothing-to-do', plan: planSummary(plan, digest), written: [] },
    lines: pending ? [...planLines(plan), '', 'this is a preview; to apply it:', howToApply] : [nothingToDo(invocation)],
    pending,
  };
}

async function apply(
  { value: plan, diagnostics, digest }: Previewed,
  invocation: Invocation,
  host: NodeWorkspace,
  io: CommandIo,
): Promise<Answer> {
  const applied = await applyPlan(host, plan, { signal: io.signal, onProgress: createProgress(io) });
  if (applied.isErr()) return failedAnswer(applied.error);
  const { state, written } = applied.value.value;
  return {
    ran: true,
    diagnostics: [...diagnostics, ...applied.value.diagnostics],
    result: { state, plan: planSummary(plan, digest), written },
    lines: state === 'nothing-to-do' ? [nothingToDo(invocation)] : [...planLines(plan), '', `wrote ${written.length} files`],
  };
}

async function register(invocation: Invocation, host: NodeWorkspace, io: CommandIo): Promise<Answer> {
  const { args, plan: wanted } = invocation;
  const seed = (wanted === undefined ? undefined : seedOfPlanDigest(wanted)) ?? newIdentitySeed();
  const roots = args.map((root) => root.replace(/\/$/, ''));
  const options = { signal: io.signal, ...(roots.length > 0 && { roots }) };
  const planned = await planRegister({ ...host, identity: seededIdentity(seed) }, options);
  if (planned.isErr()) return failedAnswer(planned.error);
  const previewed = { ...planned.value, digest: shownPlanDigest(seed, planned.value.value) };
  if (!invocation.apply) return preview(previewed, invocation);
  if (wanted !== undefined && wanted !== previewed.digest) {
    return failedAnswer(stalePlan([]), ['this is no longer the plan that was previewed; nothing was written']);
  }
  return apply(previewed, invocation, host, io);
}

/** `register [ROOT…]`: declares source folders and gives them identities; a preview unless `--apply`. */
export const registerCommand: Command = {
  name: 'register',
  usage: '[ROOT…] [--apply [--plan DIGEST]] [--exit-code]',
  summary: 'Declares the folders under assets/ that hold files, or those of them named, and gives them identities.',
  args: [0, Infinity],
  options: ['apply', 'plan', 'exit-code'],
  run: (invocation, io) => withWorkspace(invocation, io, (host) => register(invocation, host, io)),
};
