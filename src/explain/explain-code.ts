import type { DiagnosticCode } from 'prometeu-packer';
import { explain, type CodeExplanation } from 'prometeu-packer/report';
import type { CodeExample } from './code-example.js';
import { codeExamples } from './code-examples.js';
import type { CodePage } from './code-page.js';
import { codePages } from './code-pages.js';

/** All there is to say of a code. */
export interface ExplainedCode extends CodeExplanation, CodePage {
  /** A finding of it. */
  readonly example: CodeExample;
}

/**
 * Explains a code of the catalogue at length: what it means, why it matters, an example, and how to mend it.
 *
 * @returns undefined where there is no such code.
 *
 * @example
 * ```ts
 * import { explainCode } from 'prometeu-packer/explain';
 *
 * const explained = explainCode('JSON_DUPLICATE_KEY');
 * if (explained !== undefined) console.log(explained.severity, explained.fix.length > 0); // error true
 * ```
 */
export function explainCode(code: string): ExplainedCode | undefined {
  const explained = explain(code);
  if (explained === undefined) return undefined;
  const known = code as DiagnosticCode;
  return { ...explained, ...codePages[known], example: codeExamples[known] };
}
