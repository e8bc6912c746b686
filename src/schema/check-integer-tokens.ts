import type * as z from 'zod/mini';
import type { JsonDocument } from '../codec/json/json-document.js';
import { jsonPointer } from '../codec/json-pointer.js';
import type { Collector } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { StructureContext } from './diagnose-issue.js';

const INTEGER_TOKEN = /^(?:0|-?[1-9][0-9]*)$/;

/** The pointers of all numbers that a schema asks for; numbers where it takes anything are not among them. */
function* numbersIn(schema: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): Generator<string> {
  const { def } = schema._zod;
  if (def.type === 'optional') yield* numbersIn((def as z.core.$ZodOptionalDef).innerType, value, path);
  else if (typeof value === 'number') {
    if (def.type !== 'unknown') yield jsonPointer(path);
  } else if (Array.isArray(value)) {
    if (def.type !== 'array') return;
    for (const [index, item] of value.entries()) yield* numbersIn((def as z.core.$ZodArrayDef).element, item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      const next =
        def.type === 'object'
          ? (def as z.core.$ZodObjectDef).shape[key]
          : def.type === 'record'
            ? (def as z.core.$ZodRecordDef).valueType
            : undefined;
      if (next !== undefined) yield* numbersIn(next, member, [...path, key]);
    }
  }
}

/**
 * Checks that every number a schema asks for is written as an integer: digits only. All numbers of all schemas are
 * integers, and `JSON.parse` does not tell `1.0`, `1e0` and `-0` from them. Costs nothing where the text has no such number.
 *
 * Codes: STRUCTURE_NOT_AN_INTEGER.
 */
export function checkIntegerTokens(schema: z.core.$ZodType, document: JsonDocument, context: StructureContext, collector: Collector): void {
  if (document.plainNumbers) return;
  for (const pointer of numbersIn(schema, document.value, [])) {
    const token = document.tokenAt(pointer) ?? '';
    if (INTEGER_TOKEN.test(token)) continue;
    collector.add('STRUCTURE_NOT_AN_INTEGER', context.file, () =>
      diagnose('STRUCTURE_NOT_AN_INTEGER', {
        artifact: context.artifact,
        location: { kind: 'text', file: context.file, pointer, range: document.locate(pointer, 'value') },
        data: { token },
      }),
    );
  }
}
