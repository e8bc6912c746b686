import fc from 'fast-check';
import type { JsonSchema } from './to-json-schema.js';

const anything = fc.jsonValue({ maxDepth: 2 });

/** Values that a schema is meant to take, made from the schema itself; `anyOf` takes turns. */
export function validValues(schema: JsonSchema): fc.Arbitrary<unknown> {
  const {
    properties,
    required = [],
    additionalProperties,
    propertyNames,
    items,
    anyOf,
    pattern,
    minimum,
    maximum,
  } = schema as JsonSchema & {
    readonly required?: readonly string[];
    readonly propertyNames?: { readonly pattern?: string };
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(validValues));
  if ('const' in schema) return fc.constant(schema['const']);
  if ('enum' in schema) return fc.constantFrom(...(schema['enum'] as readonly unknown[]));
  switch (schema['type']) {
    case 'string':
      return pattern === undefined ? fc.string({ unit: 'grapheme', maxLength: 8 }) : fc.stringMatching(new RegExp(pattern));
    case 'integer':
      return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum ?? 0, max: Math.min(maximum ?? 0, 2 ** 31) }));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(validValues(items ?? {}), { maxLength: 3 });
    case 'object':
      if (properties === undefined) {
        const key =
          propertyNames?.pattern === undefined ? fc.string({ maxLength: 5 }) : fc.stringMatching(new RegExp(propertyNames.pattern));
        return fc.dictionary(key, validValues(typeof additionalProperties === 'object' ? additionalProperties : {}), { maxKeys: 3 });
      }
      return fc.record(Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, validValues(value)])), {
        requiredKeys: [...required],
      });
    default:
      return anything;
  }
}

/** Something else in place of a value: near it where it can be, of another kind where not. */
const replacement = fc.oneof(
  anything,
  fc.constantFrom<unknown>(
    null,
    '',
    'A',
    'none',
    'png\n',
    '../a',
    -1,
    0,
    1,
    2,
    3,
    4,
    1.5,
    1e300,
    65_535,
    65_536,
    4_294_967_294,
    4_294_967_295,
  ),
  fc.constantFrom<unknown>(true, [], {}, [1], ['a'], { a: 'b' }, '00000000-0000-4000-8000-000000000000', 'a'.repeat(64), 'a'.repeat(65)),
);

const newKey = fc.constantFrom('nmae', 'script', 'preload', 'extensions', 'asset_uuid', 'retired', 'constructor', 'toString', '', 'A-b');

type Step = readonly [turn: number, kind: 'replace' | 'remove' | 'add', value: unknown, key: string];

/** Changes one place of a value, chosen by its turn among all of them. */
function mutate(value: unknown, [turn, kind, by, key]: Step): unknown {
  let left = turn;
  const walk = (at: unknown): unknown => {
    if (left-- === 0 && kind !== 'remove')
      return kind === 'add' && typeof at === 'object' && at !== null && !Array.isArray(at) ? { ...at, [key]: by } : by;
    if (Array.isArray(at)) return at.map(walk);
    if (typeof at !== 'object' || at === null) return at;
    return Object.fromEntries(
      Object.entries(at).flatMap(([name, member]) => (kind === 'remove' && left-- === 0 ? [] : [[name, walk(member)]])),
    );
  };
  return walk(value);
}

/** Values that a schema takes, and values that differ from such in up to three places. */
export function nearlyValidValues(schema: JsonSchema): fc.Arbitrary<unknown> {
  const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(14), fc.constantFrom('replace', 'remove', 'add'), replacement, newKey);
  return fc.tuple(validValues(schema), fc.array(step, { maxLength: 3 })).map(([value, steps]) => steps.reduce(mutate, value));
}
