import * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** A schema with one small change in it. */
export interface Mutant {
  /** Where: keys, and `*` for an item, a value or an option. */
  readonly path: string;
  /** What was changed. */
  readonly change: string;
  /** The schema. */
  readonly schema: Schema;
}

type Change = readonly [change: string, schema: Schema];

interface Part {
  readonly step: string;
  readonly schema: Schema;
  readonly put: (part: Schema) => Schema;
}

const withDef = (schema: Schema, def: object): Schema => z.core.clone(schema as never, { ...schema._zod.def, ...def } as never);

const without = <T>(items: readonly T[], at: number): T[] => items.filter((_, index) => index !== at);

const replaced = <T>(items: readonly T[], at: number, item: T): T[] => items.map((other, index) => (index === at ? item : other));

const omit = <T>(members: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(members).filter(([other]) => other !== key));

const unwrap = (schema: Schema): Schema => (schema._zod.def as z.core.$ZodOptionalDef).innerType;

const optional = (schema: Schema): Schema => z.optional(schema);

function withShape(schema: Schema, shape: Readonly<Record<string, Schema>>): Schema {
  return withDef(schema, { shape });
}

function partsOf(schema: Schema): readonly Part[] {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object': {
      const { shape } = def as z.core.$ZodObjectDef;
      return Object.entries(shape).map(([step, member]) => ({
        step,
        schema: member,
        put: (part) => withShape(schema, { ...shape, [step]: part }),
      }));
    }
    case 'optional':
      return partsOf(unwrap(schema)).map((part) => ({ ...part, put: (inner) => withDef(schema, { innerType: part.put(inner) }) }));
    case 'array':
      return [{ step: '*', schema: (def as z.core.$ZodArrayDef).element, put: (element) => withDef(schema, { element }) }];
    case 'record': {
      const { keyType, valueType } = def as z.core.$ZodRecordDef;
      return [
        { step: '*key', schema: keyType, put: (part) => withDef(schema, { keyType: part }) },
        { step: '*', schema: valueType, put: (part) => withDef(schema, { valueType: part }) },
      ];
    }
    case 'union': {
      const { options } = def as z.core.$ZodUnionDef;
      return options.map((option, at) => ({
        step: `*${at}`,
        schema: option,
        put: (part) => withDef(schema, { options: replaced(options, at, part) }),
      }));
    }
    default:
      return [];
  }
}

function* checkChanges(schema: Schema): Generator<Change> {
  const { def } = schema._zod;
  const checks = (def as z.core.$ZodStringDef).checks ?? [];
  const put = (changed: readonly z.core.$ZodCheck[]): Schema => withDef(schema, { checks: changed });
  for (const [at, check] of checks.entries()) {
    yield ['a check removed', put(without(checks, at))];
    const bound = check._zod.def as unknown as { readonly value: number; readonly inclusive: boolean; readonly pattern: RegExp };
    const isBelow = check._zod.def.check === 'greater_than';
    if (check._zod.def.check === 'string_format') {
      yield ['pattern loosened', put(replaced(checks, at, z.regex(new RegExp(bound.pattern.source.replace('$', '')))))];
      yield ['pattern without case', put(replaced(checks, at, z.regex(new RegExp(bound.pattern.source, 'i'))))];
    } else {
      const bounds = isBelow
        ? [z.gte(bound.value - 1), z.gte(bound.value + 1), z.gt(bound.value)]
        : [z.lte(bound.value - 1), z.lte(bound.value + 1), z.lt(bound.value)];
      for (const moved of bounds) yield ['bound moved', put(replaced<z.core.$ZodCheck>(checks, at, moved))];
    }
  }
  if (def.type === 'string') yield ['length bounded', put([...checks, z.minLength(1)])];
  if (def.type === 'array') yield ['length bounded', put([...checks, z.maxLength(9)])];
  if (def.type === 'number' && checks.length < 2) yield ['bound added', put([...checks, z.lte(1_000_000)])];
  if (def.type === 'string' && checks.length === 0) yield ['pattern added', put([z.regex(/^x/)])];
}

function* objectChanges(schema: Schema): Generator<Change> {
  const { shape } = schema._zod.def as z.core.$ZodObjectDef;
  yield ['key added', withShape(schema, { ...shape, zz_added: z.string() })];
  yield ['optional key added', withShape(schema, { ...shape, zz_added: z.optional(z.unknown()) })];
  yield ['unknown keys kept', withDef(schema, { catchall: z.unknown() })];
  yield ['unknown keys dropped', withDef(schema, { catchall: undefined })];
  for (const [key, member] of Object.entries(shape)) {
    const others = omit(shape, key);
    yield [`key removed: ${key}`, withShape(schema, others)];
    yield [`key renamed: ${key}`, withShape(schema, { ...others, [`${key}_`]: member })];
    const isOptional = member._zod.def.type === 'optional';
    yield [
      `${isOptional ? 'required' : 'optional'}: ${key}`,
      withShape(schema, { ...shape, [key]: isOptional ? unwrap(member) : optional(member) }),
    ];
  }
}

function* ownChanges(schema: Schema): Generator<Change> {
  const { def } = schema._zod;
  const other = def.type === 'boolean' ? z.string() : z.boolean();
  yield ['type changed', other];
  yield ['anything taken', def.type === 'unknown' ? z.string() : z.unknown()];
  yield ['another type taken too', z.union([schema, z.array(other)])];
  yield* checkChanges(schema);
  if (def.type === 'object') yield* objectChanges(schema);
  if (def.type === 'enum') {
    const { entries } = def as z.core.$ZodEnumDef;
    yield ['value added', withDef(schema, { entries: { ...entries, zz_added: 'zz_added' } })];
    for (const key of Object.keys(entries)) {
      yield [`value removed: ${key}`, withDef(schema, { entries: omit(entries, key) })];
    }
  }
  if (def.type === 'literal') {
    const { values } = def as z.core.$ZodLiteralDef<number>;
    yield ['constant changed', z.literal((values[0] ?? 0) + 1)];
    yield ['constant added', z.literal([...values, 99])];
  }
  if (def.type === 'union') {
    const { options } = def as z.core.$ZodUnionDef;
    for (const at of options.keys()) yield ['option removed', withDef(schema, { options: without(options, at) })];
  }
}

/** Every small change to a schema, at every place of it. */
export function* mutantsOf(schema: Schema, path = ''): Generator<Mutant> {
  const isOptional = schema._zod.def.type === 'optional';
  const inner = isOptional ? unwrap(schema) : schema;
  for (const [change, changed] of ownChanges(inner)) yield { path, change, schema: isOptional ? optional(changed) : changed };
  for (const part of partsOf(inner)) {
    for (const mutant of mutantsOf(part.schema, `${path}/${part.step}`)) {
      const changed = part.put(mutant.schema);
      yield { ...mutant, schema: isOptional ? optional(changed) : changed };
    }
  }
}

/** The same schema written otherwise: every object's keys, every enum's values and every union's options in reverse, and described. */
export function rewritten(schema: Schema): Schema {
  const { def } = schema._zod;
  const parts = partsOf(schema).reduce((changed, { step }) => {
    const part = partsOf(changed).find((candidate) => candidate.step === step);
    return part === undefined ? changed : part.put(rewritten(part.schema));
  }, schema);
  const own = parts._zod.def;
  const reversed = (entries: object): object => Object.fromEntries(Object.entries(entries).reverse());
  const turned =
    def.type === 'object'
      ? withShape(parts, reversed((own as z.core.$ZodObjectDef).shape) as Record<string, Schema>)
      : def.type === 'enum'
        ? withDef(parts, { entries: reversed((own as z.core.$ZodEnumDef).entries) })
        : def.type === 'union'
          ? withDef(parts, { options: [...(own as z.core.$ZodUnionDef).options].reverse() })
          : parts;
  return (turned as z.ZodMiniType).register(z.globalRegistry, { description: 'said otherwise' });
}
