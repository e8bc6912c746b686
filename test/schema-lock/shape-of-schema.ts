import type * as z from 'zod/mini';
import { compareStrings } from '../../src/base/compare-strings.js';
import type { Json, JsonRecord, Shape } from './shape.js';

type Schema = z.core.$ZodType;
type Describe = (def: never, path: string) => Shape;

interface Construct {
  /** The class that makes it: kinds that share a type, such as exact optional keys, are told apart by it. */
  readonly made: string;
  /** All that its definition may hold; `type` apart. */
  readonly holds: readonly string[];
  readonly describe: Describe;
}

function refuse(path: string, what: string): never {
  throw new Error(`The schema lock does not know ${what} at "${path}". Teach test/schema-lock/shape-of-schema.ts what it means.`);
}

const byText = (a: Json, b: Json): number => compareStrings(JSON.stringify(a), JSON.stringify(b));

/** The facts that a check adds, each a name and a value. */
function factsOf(check: z.core.$ZodCheck, path: string): JsonRecord {
  const { def } = check._zod;
  const bound = def as unknown as { readonly value: Json; readonly inclusive: boolean };
  const length = def as unknown as { readonly minimum: Json; readonly maximum: Json; readonly length: Json };
  const text = def as unknown as { readonly format: string; readonly pattern: RegExp };
  switch (def.check) {
    case 'greater_than':
      return { [bound.inclusive ? 'minimum' : 'above']: bound.value };
    case 'less_than':
      return { [bound.inclusive ? 'maximum' : 'below']: bound.value };
    case 'min_length':
      return { minLength: length.minimum };
    case 'max_length':
      return { maxLength: length.maximum };
    case 'length_equals':
      return { length: length.length };
    case 'string_format':
      if (text.format !== 'regex') return refuse(path, `the format "${text.format}"`);
      return { pattern: text.pattern.source, ...(text.pattern.flags === '' ? {} : { flags: text.pattern.flags }) };
    default:
      return refuse(path, `the check "${def.check}"`);
  }
}

function checked(type: string, checks: readonly z.core.$ZodCheck[] | undefined, path: string): Shape {
  const shape: Record<string, Json> = { type };
  for (const check of checks ?? []) {
    for (const [name, value] of Object.entries(factsOf(check, path))) {
      if (Object.hasOwn(shape, name)) refuse(path, `a second "${name}"`);
      shape[name] = value;
    }
  }
  return shape;
}

function unknownKeysOf(catchall: Schema | undefined, path: string): Json {
  if (catchall === undefined) return 'dropped';
  const { type } = catchall._zod.def;
  return type === 'never' ? 'reported' : type === 'unknown' ? 'kept' : shapeOfSchema(catchall, `${path}/*`);
}

const construct = <Def>(made: string, holds: readonly string[], describe: (def: Def, path: string) => Shape): Construct => ({
  made,
  holds,
  describe,
});

const CONSTRUCTS: ReadonlyMap<string, Construct> = new Map([
  ['string', construct<z.core.$ZodStringDef>('ZodMiniString', ['checks'], ({ checks }, path) => checked('string', checks, path))],
  [
    'number',
    construct<z.core.$ZodNumberFormatDef>('ZodMiniNumberFormat', ['check', 'format', 'abort', 'checks'], ({ format, checks }, path) =>
      format === 'safeint' ? checked('integer', checks, path) : refuse(path, `the number format "${format}"`),
    ),
  ],
  ['boolean', construct('ZodMiniBoolean', [], () => ({ type: 'boolean' }))],
  ['unknown', construct('ZodMiniUnknown', [], () => ({ type: 'anything' }))],
  [
    'enum',
    construct<z.core.$ZodEnumDef>('ZodMiniEnum', ['entries'], ({ entries }) => ({
      type: 'enum',
      values: Object.values(entries).sort(byText),
    })),
  ],
  [
    'literal',
    construct<z.core.$ZodLiteralDef<string | number>>('ZodMiniLiteral', ['values'], ({ values }) => ({
      type: 'constant',
      values: [...values].sort(byText),
    })),
  ],
  [
    'array',
    construct<z.core.$ZodArrayDef>('ZodMiniArray', ['element', 'checks'], ({ element, checks }, path) => ({
      ...checked('array', checks, path),
      items: shapeOfSchema(element, `${path}/*`),
    })),
  ],
  [
    'record',
    construct<z.core.$ZodRecordDef>('ZodMiniRecord', ['keyType', 'valueType'], ({ keyType, valueType }, path) => ({
      type: 'map',
      keys: shapeOfSchema(keyType, `${path}/*`),
      values: shapeOfSchema(valueType, `${path}/*`),
    })),
  ],
  [
    'union',
    construct<z.core.$ZodUnionDef>('ZodMiniUnion', ['options'], ({ options }, path) => ({
      type: 'one-of',
      options: options.map((option) => shapeOfSchema(option, path)).sort(byText),
    })),
  ],
  [
    'optional',
    construct<z.core.$ZodOptionalDef>('ZodMiniOptional', ['innerType'], ({ innerType }, path) => ({
      ...shapeOfSchema(innerType, path),
      optional: true,
    })),
  ],
  [
    'object',
    construct<z.core.$ZodObjectDef>('ZodMiniObject', ['shape', 'catchall'], ({ shape, catchall }, path) => ({
      type: 'object',
      unknownKeys: unknownKeysOf(catchall, path),
      keys: Object.fromEntries(
        Object.keys(shape)
          .sort(compareStrings)
          .map((key) => [key, shapeOfSchema(shape[key] ?? refuse(path, `the key "${key}"`), `${path}/${key}`)]),
      ),
    })),
  ],
]);

/**
 * The shape of a zod schema. Total: whatever it does not know how to describe, a construct, a check or a part of one,
 * makes it throw, so that nothing a schema asks for is left out of its fingerprint.
 *
 * @param path - where the schema stands, for the error.
 */
export function shapeOfSchema(schema: Schema, path = ''): Shape {
  const { def, constr } = schema._zod;
  const known = CONSTRUCTS.get(def.type) ?? refuse(path, `the construct "${def.type}"`);
  if (constr.name !== known.made) refuse(path, `the construct ${constr.name}`);
  for (const part of Object.keys(def)) if (part !== 'type' && !known.holds.includes(part)) refuse(path, `"${part}" of ${constr.name}`);
  return known.describe(def as never, path);
}
