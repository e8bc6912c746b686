import { posix, relative, resolve, sep } from 'node:path';
import { baselineOf, hasErrors, type Policy } from 'prometeu-packer';
import { ciAnnotations, guardCiText, jsonReport, policyText, renderText, sarifReport } from 'prometeu-packer/report';
import type { Answer } from './answer.js';
import type { CommandIo } from './command-io.js';
import { EXIT_ERRORS, EXIT_NOT_RUN, EXIT_OK } from './exit-codes.js';
import type { Invocation } from './invocation.js';

/** What an answer is rendered by. */
export interface RenderContext {
  /** The command line. */
  readonly invocation: Invocation;
  /** The process. */
  readonly io: Pick<CommandIo, 'cwd' | 'color' | 'version'>;
  /** The rules of the policy; empty where there is none. */
  readonly rules: Policy['rules'];
}

/** The exit code of an answer. Warnings and infos never change it. */
export function exitCodeOf({ ran, diagnostics, pending = false }: Answer, { exitCode }: Pick<Invocation, 'exitCode'>): number {
  if (!ran) return EXIT_NOT_RUN;
  return hasErrors(diagnostics) || (exitCode && pending) ? EXIT_ERRORS : EXIT_OK;
}

function policyLines({ policy }: Answer): readonly string[] {
  if (policy === undefined || policy.suppressedCount === 0) return [];
  const { suppressedCount: count } = policy;
  return [`${count} ${count === 1 ? 'finding is' : 'findings are'} left out by the policy`];
}

function renderLines(answer: Answer, color: boolean): string {
  const { diagnostics, lines, texts } = answer;
  const findings = diagnostics.length === 0 ? [] : [renderText(diagnostics, { color, sourceText: (file) => texts?.get(file) })];
  const rest = [...policyLines(answer), ...lines];
  return [...findings, ...(rest.length === 0 ? [] : [`${rest.join('\n')}\n`])].join('\n');
}

/** Paths from the current folder, where a checkout begins; from the workspace where it lies elsewhere. */
function pathsFromCwd({ folder }: Answer, { workspace }: Invocation, cwd: string): (file: string) => string {
  const from = relative(cwd, folder ?? resolve(cwd, workspace)).replaceAll(sep, '/');
  const isOutside = from === '..' || from.startsWith('../') || posix.isAbsolute(from) || from.includes(':');
  return isOutside || from === '' ? (file) => file : (file) => posix.join(from, file);
}

function renderJson(answer: Answer, { command, exitCode }: Invocation): string {
  const { diagnostics, policy, verdict, result } = answer;
  return jsonReport({
    command: command ?? '',
    diagnostics,
    exitCode: exitCodeOf(answer, { exitCode }),
    ...(policy !== undefined && { policy }),
    ...(verdict !== undefined && { verdict }),
    result,
  });
}

function renderSarif(answer: Answer, { invocation, io }: RenderContext): string {
  const { diagnostics, policy, texts } = answer;
  return sarifReport({
    command: invocation.command ?? '',
    diagnostics,
    ...(policy !== undefined && { suppressed: policy.suppressed }),
    exitCode: exitCodeOf(answer, invocation),
    version: io.version(),
    pathOf: pathsFromCwd(answer, invocation, io.cwd),
    sourceText: (file) => texts?.get(file),
  });
}

/** A policy with the rules there are, that knows what it already knew and what was found besides. */
function renderBaseline({ diagnostics, policy }: Answer, rules: Policy['rules']): string {
  const known = (policy?.suppressed ?? []).filter(({ by }) => by === 'baseline').map(({ diagnostic }) => diagnostic);
  return policyText({ rules, baseline: baselineOf([...known, ...diagnostics]) });
}

/** What the answer to a command line is, in the format that it asks for. */
export function renderAnswer(answer: Answer, context: RenderContext): string {
  const { invocation, io, rules } = context;
  switch (invocation.format) {
    case 'text':
      return renderLines(answer, io.color);
    case 'json':
      return renderJson(answer, invocation);
    case 'sarif':
      return renderSarif(answer, context);
    case 'github': {
      const annotations = ciAnnotations(answer.diagnostics, { pathOf: pathsFromCwd(answer, invocation, io.cwd) });
      return guardCiText(renderLines(answer, false)) + annotations;
    }
    case 'baseline':
      return answer.ran ? renderBaseline(answer, rules) : renderLines(answer, io.color);
    case 'html':
      return answer.page === undefined ? renderLines(answer, io.color) : answer.page(answer);
  }
}

/** Whether what is rendered is what was asked for, rather than words about why there is nothing. */
export function isData({ ran, page }: Answer, { format }: Invocation): boolean {
  if (format === 'html') return page !== undefined;
  return ran || format === 'json' || format === 'sarif' || format === 'github';
}
