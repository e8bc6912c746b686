import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { VersionSurface } from '../../src/artifacts/version-surfaces.js';
import { currentState, schemaSources } from './current-state.js';
import { extendSchemaLock, judgeSchemaLock, type LockFault } from './judge-schema-lock.js';
import { readLock } from './lock-file.js';
import { mutantsOf, rewritten } from './mutate-schema.js';
import { fingerprintOf } from './schema-lock.js';
import { shapeOfSchema } from './shape-of-schema.js';
import type { Shape } from './shape.js';

const lock = readLock();
const state = currentState();

/** What the lock says of a tree in which one version has another shape; of that version alone, to be quick. */
function judgeChanged(surface: VersionSurface, version: number, shape: Shape): readonly LockFault[] {
  const surfaces = state.surfaces
    .filter((entry) => entry.surface === surface)
    .map((entry) => ({ ...entry, versions: entry.versions.map((found) => (found.version === version ? { ...found, shape } : found)) }));
  const versions = { [surface]: lock.versions[surface] ?? {} };
  return judgeSchemaLock({ versions, fixtures: {} }, { surfaces, fixtures: {} }).filter((fault) => fault.version === version);
}

const frozen = Object.entries(schemaSources).flatMap(([surface, { schemas }]) =>
  [...schemas].map(([version, schema]) => ({ surface: surface as keyof typeof schemaSources, version, schema })),
);

const newest = { asset: 4, registry: 4, 'asset-table': 1, preload: 1, 'asset-metadata': 1 };

function wanted(surface: keyof typeof schemaSources, version: number): readonly string[] {
  const next = newest[surface] + 1;
  const isMigrated = surface === 'asset' || surface === 'registry';
  return [
    'a new version number',
    `a schema file ${schemaSources[surface].file(next)}`,
    ...(isMigrated ? [`a step v${next - 1}-to-v${next}`] : []),
    `frozen fixtures fixtures/versions/${surface}/v${next}`,
    'a note in docs/formats',
    'a lock entry',
    `the shape of v${version} as it is locked`,
  ];
}

/** The changes that there have to be for a shape, found without the schema. */
function changesAskedOf(shape: Shape, path = ''): readonly string[] {
  const { type, keys, values, options, items, minimum, maximum, pattern } = shape as Readonly<Record<string, Shape>>;
  const here = ['type changed', ...(minimum !== undefined || maximum !== undefined ? ['bound moved', 'a check removed'] : [])];
  if (pattern !== undefined) here.push('pattern loosened', 'a check removed');
  const deeper: string[] = [];
  switch (type as unknown) {
    case 'object':
      here.push('key added', 'optional key added');
      for (const [key, member] of Object.entries(keys ?? {})) {
        here.push(`key removed: ${key}`, `${(member as Shape)['optional'] === true ? 'required' : 'optional'}: ${key}`);
        deeper.push(...changesAskedOf(member as Shape, `${path}/${key}`));
      }
      break;
    case 'enum':
      here.push('value added', ...(values as unknown as readonly string[]).map((value) => `value removed: ${value}`));
      break;
    case 'constant':
      here.push('constant changed', 'constant added');
      break;
    case 'array':
      deeper.push(...changesAskedOf(items ?? {}, `${path}/*`));
      break;
    case 'map':
      deeper.push(...changesAskedOf(keys ?? {}, `${path}/*key`), ...changesAskedOf(values ?? {}, `${path}/*`));
      break;
    case 'one-of':
      here.push('option removed');
      deeper.push(...(options as unknown as readonly Shape[]).flatMap((option) => changesAskedOf(option, `${path}/*`)));
      break;
  }
  return [...here.map((change) => `${path}: ${change}`), ...deeper];
}

describe('etc/schema-lock.json', () => {
  it('holds what the tree has', () => {
    expect(judgeSchemaLock(lock, state)).toEqual([]);
  });

  it('has nothing to be added', () => {
    expect(extendSchemaLock(lock, state)).toEqual(lock);
  });

  it('holds every version there is', () => {
    const versions = Object.entries(lock.versions).map(([surface, entries]) => [surface, ...Object.keys(entries)]);
    expect(versions).toEqual([
      ['asset', '2', '3', '4'],
      ['registry', '2', '3', '4'],
      ['archive-envelope', '1'],
      ['archive-header', '1'],
      ['asset-table', '1'],
      ['preload', '1'],
      ['asset-metadata', '1'],
      ['cache', '1'],
      ['journal', '1'],
    ]);
  });

  it('knows every schema file', () => {
    const folder = join(import.meta.dirname, '../../src/artifacts');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `src/artifacts/${path.replaceAll('\\', '/')}`);
    const known = frozen.map(({ surface, version }) => schemaSources[surface].file(version));
    expect(files.filter((path) => path.endsWith('.schema.ts')).sort()).toEqual([...known].sort());
  });
});

describe.each(frozen)('$surface version $version', ({ surface, version, schema }) => {
  const shape = shapeOfSchema(schema());
  const mutants = [...mutantsOf(schema())];

  it('takes no small change anywhere', () => {
    const expected = [{ artifact: surface, version, problem: 'shape-changed', missing: wanted(surface, version) }];
    const missed = mutants.filter(({ schema: mutant }) => {
      const faults = judgeChanged(surface, version, shapeOfSchema(mutant));
      return JSON.stringify(faults) !== JSON.stringify(expected);
    });
    expect(missed.map(({ path, change }) => `${path}: ${change}`)).toEqual([]);
  });

  it('was changed at every place, in every way that fits it', () => {
    const made = new Set(mutants.map(({ path, change }) => `${path.replaceAll(/\*[0-9]+/g, '*')}: ${change}`));
    expect(changesAskedOf(shape).filter((change) => !made.has(change))).toEqual([]);
  });

  it('is the same in another order, and with other words about it', () => {
    const other = shapeOfSchema(rewritten(schema()));
    expect(fingerprintOf(other)).toBe(fingerprintOf(shape));
    expect(judgeChanged(surface, version, other)).toEqual([]);
  });
});

describe('shapeOfSchema', () => {
  it.each<[string, z.ZodMiniType]>([
    ['null', z.nullable(z.string())],
    ['a default', z._default(z.string(), 'x')],
    ['a default on input', z.prefault(z.string(), 'x')],
    ['a catch', z.catch(z.string(), 'x')],
    ['a refinement', z.string().check(z.refine((text) => text !== 'x'))],
    ['a refinement of an object', z.strictObject({}).check(z.refine(() => true))],
    [
      'a transformation',
      z.pipe(
        z.string(),
        z.transform((text) => text.length),
      ),
    ],
    ['a text that is changed', z.string().check(z.trim())],
    ['a format of zod', z.uuid()],
    ['a number that need not be an integer', z.number()],
    ['a number that wraps', z.int32()],
    ['a multiple', z.int().check(z.multipleOf(2))],
    ['coercion', z.coerce.string()],
    ['two bounds of one kind', z.int().check(z.gte(1), z.gte(2))],
    ['two patterns', z.string().check(z.regex(/a/), z.regex(/b/))],
    ['exactly optional', z.strictObject({ a: z.exactOptional(z.string()) })],
    ['a discriminated union', z.discriminatedUnion('k', [z.object({ k: z.literal('a') })])],
    ['a tuple', z.tuple([z.string()])],
    ['a brand of read-only', z.readonly(z.string())],
    ['a lazy schema', z.lazy(() => z.string())],
    ['an intersection', z.intersection(z.object({}), z.object({}))],
    ['a partial record', z.partialRecord(z.enum(['a']), z.string())],
    ['an error text of its own', z.string({ error: 'x' })],
  ])('refuses what it has no words for: %s', (_, schema) => {
    expect(() => shapeOfSchema(z.strictObject({ here: schema }))).toThrow(/schema lock does not know/);
  });

  it('tells what unknown keys come to', () => {
    const shapes = [z.strictObject({}), z.looseObject({}), z.object({}), z.catchall(z.object({}), z.string())].map((schema) =>
      shapeOfSchema(schema),
    );
    expect(shapes.map(({ unknownKeys }) => unknownKeys)).toEqual(['reported', 'kept', 'dropped', { type: 'string' }]);
  });
});
