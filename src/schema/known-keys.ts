import type * as z from 'zod/mini';

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (inner._zod.def.type === 'optional') inner = (inner as z.core.$ZodOptional)._zod.def.innerType;
  return inner;
}

/** The keys that a schema knows at a path; empty where the path leads to no object of fixed keys. */
export function knownKeysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  let current = unwrap(schema);
  for (const step of path) {
    const { type } = current._zod.def;
    if (type === 'object') {
      const next = (current as z.core.$ZodObject)._zod.def.shape[String(step)];
      if (next === undefined) return [];
      current = unwrap(next);
    } else if (type === 'array') current = unwrap((current as z.core.$ZodArray)._zod.def.element);
    else if (type === 'record') current = unwrap((current as z.core.$ZodRecord)._zod.def.valueType);
    else return [];
  }
  return current._zod.def.type === 'object' ? Object.keys((current as z.core.$ZodObject)._zod.def.shape) : [];
}
