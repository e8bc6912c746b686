import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readJson } from '../../src/codec/json/read-json.js';
import { createCollector } from '../../src/diagnostics/collector.js';
import { checkStructure, type StructureSchema } from '../../src/schema/check-structure.js';

/** What a schema finds in a text: codes, pointers and data. */
function findingsOf(schema: StructureSchema, value: unknown) {
  const document = readJson(new TextEncoder().encode(JSON.stringify(value)))._unsafeUnwrap();
  const collector = createCollector();
  const checked = checkStructure<unknown>(schema, document, { artifact: 'asset', file: 'assets/a/asset.json' }, collector);
  const diagnostics = collector.list();
  const found = diagnostics.map(({ code, location, data }) => [code, location.kind === 'text' ? location.pointer : null, data] as const);
  return { found, isAccepted: checked !== null };
}

const range = z.object({
  text: z.optional(z.string().check(z.minLength(2), z.maxLength(3))),
  list: z.optional(z.array(z.number()).check(z.minLength(1), z.maxLength(2))),
  number: z.optional(z.number().check(z.gte(5), z.lte(9))),
});

describe('checkStructure', () => {
  it.each<readonly [value: object, pointer: string, data: object]>([
    [{ text: 'a' }, '/text', { found: 1, minimum: 2, maximum: null, unit: 'characters' }],
    [{ text: 'abcd' }, '/text', { found: 4, minimum: null, maximum: 3, unit: 'characters' }],
    [{ list: [] }, '/list', { found: 0, minimum: 1, maximum: null, unit: 'items' }],
    [{ list: [1, 2, 3] }, '/list', { found: 3, minimum: null, maximum: 2, unit: 'items' }],
    [{ number: 4 }, '/number', { found: 4, minimum: 5, maximum: null, unit: 'value' }],
    [{ number: 10 }, '/number', { found: 10, minimum: null, maximum: 9, unit: 'value' }],
  ])('tells what is out of range, in its unit: %j', (value, pointer, data) => {
    expect(findingsOf(range, value)).toEqual({ found: [['STRUCTURE_OUT_OF_RANGE', pointer, data]], isAccepted: false });
  });

  it('accepts both ends of a range', () => {
    expect(findingsOf(range, { text: 'ab', list: [1], number: 5 })).toEqual({ found: [], isAccepted: true });
    expect(findingsOf(range, { text: 'abc', list: [1, 2], number: 9 })).toEqual({ found: [], isAccepted: true });
  });

  it.each<readonly [schema: StructureSchema, value: unknown, code: string, pointer: string, data: object]>([
    [z.object({ a: z.int() }), { a: 'x' }, 'STRUCTURE_WRONG_TYPE', '/a', { found: 'string', expected: 'number' }],
    [z.object({ a: z.string() }), { a: 1.5 }, 'STRUCTURE_WRONG_TYPE', '/a', { found: 'number', expected: 'string' }],
    [z.object({ a: z.string() }), { a: null }, 'STRUCTURE_WRONG_TYPE', '/a', { found: 'null', expected: 'string' }],
    [z.object({ a: z.string() }), { a: [] }, 'STRUCTURE_WRONG_TYPE', '/a', { found: 'array', expected: 'string' }],
    [z.object({ a: z.record(z.string(), z.string()) }), { a: 1 }, 'STRUCTURE_WRONG_TYPE', '/a', { found: 'integer', expected: 'object' }],
    [z.object({ a: z.enum(['x', 'y']) }), { a: 'z' }, 'STRUCTURE_NOT_ALLOWED', '/a', { found: 'z', expected: ['x', 'y'] }],
    [z.object({ a: z.enum(['x', 'y']) }), { a: 1 }, 'STRUCTURE_WRONG_TYPE', '/a', { found: 'integer', expected: '"x" or "y"' }],
    [
      z.object({ a: z.union([z.string(), z.boolean()]) }),
      { a: 1 },
      'STRUCTURE_WRONG_TYPE',
      '/a',
      { found: 'integer', expected: 'string or boolean' },
    ],
    [z.object({ a: z.string() }), {}, 'STRUCTURE_MISSING_KEY', '', { key: 'a', expected: 'string' }],
    [z.object({ a: z.string().check(z.regex(/^x$/)) }), { a: 'y' }, 'STRUCTURE_BAD_FORMAT', '/a', { found: 'y', expected: '/^x$/' }],
    [
      z.object({ a: z.record(z.string().check(z.regex(/^x$/)), z.number()) }),
      { a: { y: 1 } },
      'STRUCTURE_BAD_FORMAT',
      '/a/y',
      { found: 'y', expected: '/^x$/' },
    ],
    [
      z.object({ a: z.number().check(z.refine((number) => number !== 3)) }),
      { a: 3 },
      'STRUCTURE_WRONG_TYPE',
      '/a',
      { found: 'integer', expected: 'a valid value' },
    ],
  ])('tells in its own words what does not fit: case %#', (schema, value, code, pointer, data) => {
    expect(findingsOf(schema, value)).toEqual({ found: [[code, pointer, data]], isAccepted: false });
  });

  it('takes a key that it does not know, and names the one that was meant where that is free', () => {
    const schema = z.strictObject({ name: z.optional(z.string()) });
    expect(findingsOf(schema, { nmae: 'x' })).toEqual({
      found: [['STRUCTURE_UNKNOWN_KEY', '/nmae', { key: 'nmae', didYouMean: 'name' }]],
      isAccepted: true,
    });
  });
});
