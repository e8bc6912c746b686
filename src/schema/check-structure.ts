import type * as z from 'zod/mini';
import { diagnoseJson } from '../codec/json/diagnose-json.js';
import type { JsonDocument } from '../codec/json/json-document.js';
import type { Collector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import { checkIntegerTokens } from './check-integer-tokens.js';
import { diagnoseIssue, type StructureContext } from './diagnose-issue.js';
import { findIssues } from './find-issues.js';

/** A schema that a document can be judged by. Only files of schemas and this folder know what it is made of. */
export type StructureSchema = z.ZodMiniType;

/**
 * Judges a document by a schema: numbers and strings that JavaScript would change, then the shape. Unknown keys are
 * warnings and stay in the value; everything else is an error with its place in the text.
 *
 * @typeParam T - the type that the schema describes; a type test proves the two equal.
 * @param collector - takes every finding.
 * @returns the very value that was parsed, typed; null where there was an error.
 */
export function checkStructure<T>(
  schema: StructureSchema,
  document: JsonDocument,
  context: StructureContext,
  collector: Collector,
): T | null {
  const before = collector.errors();
  const { artifact, file } = context;
  if (document.valueFaults.length > 0) {
    collector.addAll(diagnoseJson(document.valueFaults, { artifact, file, bytes: document.text }));
  }
  const issues = findIssues(schema, document.value);
  if (issues === null) {
    const location = { kind: 'text', file, pointer: '', range: document.locate('', 'value') } as const;
    collector.addAll([diagnose('STRUCTURE_TOO_MANY_FAULTS', { artifact, location, data: {} })]);
    return null;
  }
  for (const issue of issues) diagnoseIssue(issue, schema, document, context, collector);
  checkIntegerTokens(schema, document, context, collector);
  return collector.errors() === before ? (document.value as T) : null; // the schema refused nothing but keys it does not know
}
