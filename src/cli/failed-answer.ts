import type { Diagnostic, Failure } from 'prometeu-packer';
import type { Answer } from './answer.js';

/** Whether a finding means that the work as a whole could not be done, rather than that something is wrong with its subject. */
function preventsRun({ code, location }: Diagnostic): boolean {
  if (code === 'INTERNAL_DEFECT' || code === 'IO_ABORTED' || code === 'PLAN_CANCELLED') return true;
  return code.startsWith('IO_') && location.kind === 'workspace';
}

/** The answer where an operation that makes something was blocked. */
export function failedAnswer(failure: Failure, lines: readonly string[] = []): Answer {
  return { ran: !failure.some(preventsRun), refused: true, diagnostics: failure, result: null, lines };
}

/** The answer where an operation that looks at something could not run. */
export function notRunAnswer(failure: Failure, lines: readonly string[] = []): Answer {
  return { ran: false, refused: true, diagnostics: failure, result: null, lines };
}
