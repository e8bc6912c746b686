import type { StudioDiagnosticData } from './catalogue/studio-codes.js';
import { diagnose } from './diagnose.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * Tells what concerns a session alone: documents of an editor, previews that it holds, and the channel to a worker.
 *
 * @param file - the document, by its path from the workspace root, where one is meant.
 *
 * @example
 * ```ts
 * import { diagnoseStudio } from 'prometeu-packer';
 *
 * console.log(diagnoseStudio('STUDIO_SESSION_CLOSED', { operation: 'summary' }).severity); // error
 * ```
 */
export function diagnoseStudio<Code extends keyof StudioDiagnosticData>(
  code: Code,
  data: Diagnostic<Code>['data'],
  file?: string,
): Diagnostic<Code> {
  const location = file === undefined ? ({ kind: 'workspace' } as const) : ({ kind: 'file', file } as const);
  return diagnose(code, { artifact: 'workspace', location, data, subject: JSON.stringify(data) });
}
