import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import { findIssues } from '../../src/schema/find-issues.js';
import { editorSchemas } from '../json-schemas/json-schemas.js';
import { nearlyValidValues, validValues } from '../json-schemas/schema-values.js';
import { shapeOfSchema } from '../schema-lock/shape-of-schema.js';
import { validatorFiles } from './validator-files.js';
import { validatorText } from './validator-text.js';

const root = join(import.meta.dirname, '../..');
const files = await validatorFiles();

/** No text of JSON gives a key that the reader refuses as reserved. */
const isPlain = (value: unknown): boolean => !/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value));

/** What stands at each place in turn: every kind of value, and both sides of every bound. */
const OTHERS: readonly unknown[] = [
  ...[null, true, 'none', 'A', '', [], ['a'], [1], {}, { a: 'b' }, 1.5],
  ...[-1, 0, 1, 2, 3, 4, 65_535, 65_536, 4_294_967_294, 4_294_967_295, 4_294_967_296],
];

/** A value with another in place of one part of it, or without that part, or with a key more in one object. */
function* withOneChange(value: unknown): Generator {
  yield* OTHERS;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries())
      for (const changed of withOneChange(item)) yield [...items.slice(0, index), changed, ...items.slice(index + 1)];
    return;
  }
  yield { ...value, unknown_key: 1 };
  for (const [key, member] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
    for (const changed of withOneChange(member)) yield { ...value, [key]: changed };
  }
}

const cases = [assetChain, registryChain].flatMap(({ schemas, validators, descriptor: { artifact } }) =>
  [...schemas].map(([version, schema]) => ({
    name: `${artifact}.v${version}`,
    schema: schema(),
    isSound: (value: unknown) => validators?.get(version)?.(value),
    json: editorSchemas().find(({ file }) => file === `${artifact}.v${version}.schema.json`)!.json,
  })),
);

describe('the validators', () => {
  it.each([...files])('%s is what its schema makes it: run node etc/make-validators.mjs', (file, text) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(text);
  });

  it('stand beside every schema of the two chains, and nowhere else', () => {
    const found = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.validator.ts'));
    expect(found.map((path) => `src/${path.replaceAll('\\', '/')}`).sort()).toEqual([...files.keys()].sort());
    expect(cases.map(({ name }) => name)).toEqual(['asset.v2', 'asset.v3', 'asset.v4', 'registry.v2', 'registry.v3', 'registry.v4']);
  });

  it.each(cases)('$name has the verdict of the schema on every value', ({ schema, isSound, json }) => {
    const verdicts = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(nearlyValidValues(json), validValues(json)).filter(isPlain), (given) => {
        const value: unknown = JSON.parse(JSON.stringify(given)); // as a text would give it
        const taken = findIssues(schema, value)?.length === 0;
        verdicts[taken ? 'taken' : 'refused'] += 1;
        expect([value, isSound(value)]).toEqual([value, taken]);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(verdicts.taken, verdicts.refused)).toBeGreaterThan(300);
  });

  it.each(cases)('$name has the verdict of the schema whatever stands at one place', ({ schema, isSound, json }) => {
    for (const sample of fc.sample(validValues(json).filter(isPlain), { numRuns: 40, seed: 7 })) {
      for (const value of withOneChange(JSON.parse(JSON.stringify(sample)))) {
        expect([value, isSound(value)]).toEqual([value, findIssues(schema, value)?.length === 0]);
      }
    }
  });

  it.each<[string, z.ZodMiniType]>([
    ['unknown keys that are kept', z.looseObject({ a: z.string() })],
    ['a length', z.strictObject({ a: z.string().check(z.minLength(1)) })],
    ['a pattern that remembers', z.strictObject({ a: z.string().check(z.regex(/a/g)) })],
  ])('are not made of what there are no words for: %s', (_, schema) => {
    expect(() => validatorText({ name: 'v1', schema: 'a', validator: 'b', shape: shapeOfSchema(schema) })).toThrow();
  });
});
