import * as z from 'zod/mini';
import type { StructureSchema } from '../../src/schema/check-structure.js';

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  [keyword: string]: unknown;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** What a key means: by path, `[]` for an item of a list and `<key>` for any key of a map. */
export type KeyMeanings = Readonly<Record<string, string>>;

/** What a schema is called, and what it says of itself. */
export interface SchemaHead {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A part with what its keys mean; a meaning that nobody wrote is a fault of the table. */
function describe(schema: JsonSchema, path: string, meanings: KeyMeanings): JsonSchema {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const member = (key: string, value: JsonSchema): JsonSchema => {
    const description = meanings[at(key)];
    if (description === undefined) throw new Error(`Nobody wrote what "${at(key)}" means.`);
    return { description, ...describe(value, at(key), meanings) };
  };
  const { properties, additionalProperties, items, ...rest } = schema;
  return {
    ...rest,
    ...(properties !== undefined && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, member(key, value)])),
    }),
    ...(additionalProperties !== undefined && {
      additionalProperties: typeof additionalProperties === 'object' ? member('<key>', additionalProperties) : additionalProperties,
    }),
    ...(items !== undefined && { items: describe(items, `${path}[]`, meanings) }),
  };
}

/** A schema for editors, draft 7: what VS Code understands whole. */
export function toJsonSchema(schema: StructureSchema, { id, title, description }: SchemaHead, meanings: KeyMeanings): JsonSchema {
  const { $schema, ...made } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as JsonSchema;
  return { $schema, $id: id, title, description, ...describe(made, '', meanings) };
}
