import { hasErrors, jsonReport, renderText } from 'prometeu-packer';
import type { Answer } from './answer.js';
import { EXIT_ERRORS, EXIT_NOT_RUN, EXIT_OK } from './exit-codes.js';
import type { Invocation } from './invocation.js';

/** The exit code of an answer. Warnings and infos never change it. */
export function exitCodeOf({ ran, diagnostics, pending = false }: Answer, { exitCode }: Pick<Invocation, 'exitCode'>): number {
  if (!ran) return EXIT_NOT_RUN;
  return hasErrors(diagnostics) || (exitCode && pending) ? EXIT_ERRORS : EXIT_OK;
}

function renderLines({ diagnostics, lines, texts }: Answer, color: boolean): string {
  const findings = diagnostics.length === 0 ? [] : [renderText(diagnostics, { color, sourceText: (file) => texts?.get(file) })];
  const rest = lines.length === 0 ? [] : [`${lines.join('\n')}\n`];
  return [...findings, ...rest].join('\n');
}

/** What goes to stdout: one JSON report, or the findings and below them what was made or found. */
export function renderAnswer(answer: Answer, { command, format, exitCode }: Invocation, color: boolean): string {
  if (format === 'text') return renderLines(answer, color);
  const { diagnostics, verdict, result } = answer;
  return jsonReport({
    command: command ?? '',
    diagnostics,
    exitCode: exitCodeOf(answer, { exitCode }),
    ...(verdict !== undefined && { verdict }),
    result,
  });
}
