import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { knownKeysAt } from '../../src/schema/known-keys.js';

const schema = z.optional(
  z.object({
    name: z.string(),
    output: z.optional(z.object({ format: z.string(), codec: z.string() })),
    list: z.array(z.object({ id: z.number() })),
    byName: z.record(z.string(), z.object({ size: z.number() })),
  }),
);

describe('knownKeysAt', () => {
  it.each<readonly [path: readonly PropertyKey[], keys: readonly string[]]>([
    [[], ['name', 'output', 'list', 'byName']],
    [['output'], ['format', 'codec']],
    [['list'], []],
    [['list', 3], ['id']],
    [['byName'], []],
    [['byName', 'x'], ['size']],
    [['gone'], []],
    [['gone', 'deeper'], []],
    [['name'], []],
    [['name', 'length'], []],
    [['list', 3, 'id'], []],
  ])('at %j there are %j', (path, keys) => {
    expect(knownKeysAt(schema, path)).toEqual(keys);
  });
});
