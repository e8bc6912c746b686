import { doctor, type Diagnostic, planSafeFixes, type SafeFixPlan, type UnmendedReason } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';
import type { NodeWorkspace } from 'prometeu-packer/node';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { notRunAnswer } from './failed-answer.js';
import { fixLines } from './fix-lines.js';
import type { Invocation } from './invocation.js';
import { runPlanCommand } from './plan-command.js';
import { verdictLines } from './verdict-lines.js';

const REASONS: Readonly<Record<UnmendedReason, string>> = {
  'needs-choice': 'somebody has to choose',
  unsafe: 'it may change what is meant',
  uncovers: 'it hides other errors, which have to be mended with it',
  'migrate-first': 'the registry has to be migrated first',
  blocked: 'the workspace as a whole is in doubt',
  later: 'there were too many; run it again',
};

function mendedLines({ mended, left }: SafeFixPlan): readonly string[] {
  const told = [
    ...mended.map(({ code, file, choice }) => `mends  ${code}  ${escapeText(file)}${/^\d+$/.test(choice) ? '' : `  ${choice}`}`),
    ...left.map(({ code, file, reason }) => `leaves ${code}  ${escapeText(file)}  ${REASONS[reason]}`),
  ];
  return told.length === 0 ? [] : [...told, ''];
}

/** The texts that the findings which remain point into: those of the plan, since the files are not written yet. */
function textsAfter({ plan: { edits } }: SafeFixPlan): ReadonlyMap<string, string> {
  return new Map(edits.flatMap((edit) => (edit.kind === 'text' && edit.after !== null ? [[edit.path, edit.after] as const] : [])));
}

function tellPreview(answer: Answer, found: SafeFixPlan): Answer {
  const { mended, left, remaining } = found;
  return {
    ...answer,
    diagnostics: remaining,
    result: { ...answer.result, mended, left },
    texts: textsAfter(found),
    lines: [...mendedLines(found), ...answer.lines],
  };
}

/** What there was to say of writing itself, such as a plan that was finished first: nothing of it is found afterwards. */
function writingOf({ diagnostics }: Answer, now: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(now.map(({ fingerprint }) => fingerprint));
  return diagnostics.filter(
    ({ code, fingerprint }) => code.startsWith('PLAN_') && code !== 'PLAN_TRANSACTION_PENDING' && !known.has(fingerprint),
  );
}

async function tellApplied(
  answer: Answer,
  found: SafeFixPlan,
  host: NodeWorkspace,
  { workspace }: Invocation,
  io: CommandIo,
): Promise<Answer> {
  const { mended, left } = found;
  return (await doctor(host, { signal: io.signal })).match(
    ({ diagnostics, verdict, artifacts }): Answer => ({
      ran: true,
      diagnostics: [...writingOf(answer, diagnostics), ...diagnostics],
      verdict,
      result: { ...answer.result, mended, left, artifacts },
      lines: [
        ...mendedLines(found),
        ...answer.lines,
        '',
        ...fixLines(diagnostics, verdict, workspace),
        ...verdictLines(verdict, diagnostics),
      ],
    }),
    (failure) => notRunAnswer(failure, answer.lines),
  );
}

/** `doctor --fix`: mends everything that is safe to mend, as one plan; a preview unless `--apply`. Then what remains. */
export async function doctorFix(invocation: Invocation, host: NodeWorkspace, io: CommandIo): Promise<Answer> {
  let found: SafeFixPlan | null = null;
  const answer = await runPlanCommand({
    invocation,
    host,
    io,
    makePlan: async () => {
      const planned = await planSafeFixes(host, { signal: io.signal });
      return planned.map(({ value, diagnostics }) => {
        found = value;
        return { value: value.plan, diagnostics };
      });
    },
    digestOf: ({ digest }) => digest, // nothing in it is random
    nothingToDo: 'there is nothing that could be mended safely',
    options: ['--fix'],
  });
  const fixes = found as SafeFixPlan | null; // set in the callback, which the compiler does not follow
  if (fixes === null || answer.refused === true) return answer;
  return invocation.apply ? tellApplied(answer, fixes, host, invocation, io) : tellPreview(answer, fixes);
}
