/**
 * Explains the codes of diagnostics at length: why each matters, an example that was really raised, how to mend it.
 *
 * @packageDocumentation
 */
export { explainCode, type ExplainedCode } from './explain/explain-code.js';
export { renderCodePage } from './explain/render-code-page.js';
export type { CodePage } from './explain/code-page.js';
export type { CodeExample } from './explain/code-example.js';
