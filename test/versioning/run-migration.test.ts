import { err, ok } from 'neverthrow';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.js';
import type { Location } from '../../src/diagnostics/location.js';
import type { StructureSchema } from '../../src/schema/check-structure.js';
import type { MigrationChain } from '../../src/versioning/migration-chain.js';
import type { JsonObject, MigrationStep } from '../../src/versioning/migration-step.js';
import { runMigration } from '../../src/versioning/run-migration.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';
import { sampleDescriptor } from './sample-descriptor.js';

const descriptor: VersionDescriptor = { ...sampleDescriptor, identityFields: ['id'] };

const sound: readonly MigrationStep<string>[] = [
  {
    artifact: 'asset',
    id: 'one',
    from: 2,
    to: 3,
    summary: 'a becomes a list.',
    touches: ['/a', '/id'],
    identity: 'declares',
    run: (value, id) => ok({ ...value, a: [value['a']], id }),
  },
  {
    artifact: 'asset',
    id: 'two',
    from: 3,
    to: 4,
    summary: 'b is added.',
    touches: ['/b'],
    identity: 'none',
    run: (value) => ok({ ...value, b: true }),
  },
];

function chainOf(change: Partial<MigrationStep<string>> = {}): MigrationChain<string> {
  const [first, second] = sound as [MigrationStep<string>, MigrationStep<string>];
  return {
    descriptor,
    schemas: new Map<number, () => StructureSchema>([
      [2, () => z.strictObject({ schema_version: z.literal(2), a: z.string() })],
      [3, () => z.strictObject({ schema_version: z.literal(3), id: z.string(), a: z.array(z.string()) })],
      [4, () => z.strictObject({ schema_version: z.literal(4), id: z.string(), a: z.array(z.string()), b: z.boolean() })],
    ]),
    steps: [first, { ...second, ...change }],
    identityOf: (value) => new Map([['/id', value['id']]]),
  };
}

const found: JsonObject = { note: { z: 1 }, schema_version: 2, a: 'x' };

function run(chain: MigrationChain<string>, value: JsonObject = structuredClone(found)) {
  const collector = createCollector();
  const parts: string[] = [];
  const locate = (pointer: string, part: 'key' | 'value'): Location => {
    parts.push(part);
    const start = { line: 1, column: 1, offset: 0 };
    return { kind: 'text', file: 'f', pointer, range: { start, end: start } };
  };
  const version = Number(value['schema_version']);
  return { result: runMigration(chain, { value, version, identity: 'me', locate }, collector), diagnostics: collector.list(), parts };
}

describe('runMigration', () => {
  test('runs the steps, stamps the version where it stood, and tells what it did', () => {
    const { result, diagnostics } = run(chainOf());
    expect(diagnostics).toEqual([]);
    expect(result).toEqual({
      from: 2,
      to: 4,
      outcome: 'succeeded',
      identity: 'declared',
      unknownKeys: ['/note'],
      value: { note: { z: 1 }, schema_version: 4, a: ['x'], id: 'me', b: true },
      steps: [
        {
          id: 'one',
          from: 2,
          to: 3,
          outcome: 'succeeded',
          patch: [
            { op: 'replace', path: '/schema_version', value: 3 },
            { op: 'replace', path: '/a', value: ['x'] },
            { op: 'add', path: '/id', value: 'me' },
          ],
        },
        {
          id: 'two',
          from: 3,
          to: 4,
          outcome: 'succeeded',
          patch: [
            { op: 'replace', path: '/schema_version', value: 4 },
            { op: 'add', path: '/b', value: true },
          ],
        },
      ],
    });
    expect(Object.keys(result.value ?? {}).slice(0, 2)).toEqual(['note', 'schema_version']);
    expect(Object.isFrozen(result.value)).toBe(true);
  });

  test('begins in the middle where the value is', () => {
    const { result } = run(chainOf(), { schema_version: 3, id: 'mine', a: [] });
    expect(result.steps.map(({ id, outcome }) => [id, outcome])).toEqual([['two', 'succeeded']]);
    expect(result.identity).toBe('none');
    expect(result.value?.['id']).toBe('mine');
  });

  test('has nothing to do where the value is current', () => {
    const { result, diagnostics } = run(chainOf(), { schema_version: 4, id: 'mine', a: [], b: true, note: 1 });
    expect([result.outcome, result.steps, result.unknownKeys, diagnostics]).toEqual(['succeeded', [], [], []]);
  });

  const bad: readonly (readonly [string, Partial<MigrationStep<string>>, string, object])[] = [
    ['refuses', { run: () => err('no') }, 'MIGRATION_STEP_FAILED', { reason: 'refused', detail: 'no' }],
    [
      'throws',
      {
        run: () => {
          throw new TypeError('oh');
        },
      },
      'MIGRATION_STEP_FAILED',
      { reason: 'threw', detail: 'oh' },
    ],
    [
      'changes its input',
      {
        run: (value) => {
          (value as Record<string, unknown>)['b'] = true;
          return ok(value);
        },
      },
      'MIGRATION_STEP_FAILED',
      { reason: 'threw' },
    ],
    [
      'gives what is not valid',
      { run: (value) => ok({ ...value, b: 'yes' }) },
      'MIGRATION_STEP_INVALID',
      { pointer: '/b', expected: 'boolean' },
    ],
    [
      'gives undefined',
      { run: (value) => ok({ ...value, b: undefined }) },
      'MIGRATION_STEP_INVALID',
      { pointer: '/b', expected: 'plain JSON' },
    ],
    ['gives NaN', { run: (value) => ok({ ...value, b: Number.NaN }) }, 'MIGRATION_STEP_INVALID', { pointer: '/b' }],
    ['gives -0', { run: (value) => ok({ ...value, b: -0 }) }, 'MIGRATION_STEP_INVALID', { pointer: '/b' }],
    ['gives a Map', { run: (value) => ok({ ...value, b: new Map() }) }, 'MIGRATION_STEP_INVALID', { pointer: '/b' }],
    [
      'changes what it does not touch',
      { run: (value) => ok({ ...value, a: [], b: true }) },
      'MIGRATION_STEP_OVERREACHED',
      { pointer: '/a/0', touches: ['/b'] },
    ],
    [
      'changes identity',
      { touches: ['/b', '/id'], run: (value) => ok({ ...value, id: 'you', b: true }) },
      'MIGRATION_IDENTITY_CHANGED',
      { pointer: '/id' },
    ],
    [
      'loses an unknown key',
      { touches: ['/b', '/note'], run: ({ schema_version, id, a }) => ok({ schema_version, id, a, b: true }) },
      'MIGRATION_UNKNOWN_KEY_LOST',
      { pointer: '/note' },
    ],
    [
      'changes an unknown key',
      { touches: ['/b', '/note'], run: (value) => ok({ ...value, note: { z: 2 }, b: true }) },
      'MIGRATION_UNKNOWN_KEY_LOST',
      { pointer: '/note' },
    ],
  ];

  test.each(bad)('a step that %s fails, and says how far it got', (_, change, code, data) => {
    const before = structuredClone(found);
    const { result, diagnostics, parts } = run(chainOf(change), before);
    const isImplicated = code === 'MIGRATION_IDENTITY_CHANGED';
    expect(before).toEqual(found);
    expect(result).toMatchObject({ outcome: 'failed', value: null });
    expect(result.unknownKeys).toEqual([]); // also where a step that succeeded before had some
    expect(parts).toEqual(['value']);
    expect(result.steps.map(({ outcome }) => outcome)).toEqual(['succeeded', 'failed']);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code,
      artifact: 'asset',
      location: { kind: 'text', file: 'f', pointer: 'pointer' in data ? data.pointer : '/schema_version' },
      data: { step: 'two', from: 3, to: 4, ...data },
      found: 2,
      supported: { range: '>=2 <5', oldest: 2, current: 4 },
      migration: {
        attempted: true,
        outcome: 'failed',
        steps: [
          { id: 'one', outcome: 'succeeded' },
          { id: 'two', outcome: 'failed' },
        ],
      },
      identity: { implicated: isImplicated, fields: isImplicated ? ['id'] : [], registry: isImplicated },
      manualAction: { required: true },
      blocks: { build: true, studio: true },
    });
  });

  test('the steps after one that failed are told as not run', () => {
    const chain = chainOf();
    const [first, second] = chain.steps as [MigrationStep<string>, MigrationStep<string>];
    const { result, diagnostics } = run({ ...chain, steps: [{ ...first, run: () => err('no') }, second] });
    expect(result.steps.map(({ outcome, patch }) => [outcome, patch.length])).toEqual([
      ['failed', 0],
      ['not-run', 0],
    ]);
    expect(diagnostics).toMatchObject([{ identity: { implicated: true, fields: ['id'], registry: true } }]); // it declares identity
  });

  test('the version is the engine’s: a step that writes one has no say', () => {
    const { result } = run(chainOf({ run: (value) => ok({ ...value, b: true, schema_version: 9 }) }));
    expect(result.value?.['schema_version']).toBe(4);
  });

  test('-0 under a key that no version knows is kept: the file says so', () => {
    const { result } = run(chainOf(), { schema_version: 2, a: 'x', note: [-0, { z: -0 }] });
    expect(result.value?.['note']).toEqual([-0, { z: -0 }]);
  });

  test('nesting deeper than any file may have, a cycle too, is no plain JSON', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const { diagnostics } = run(chainOf({ run: (value) => ok({ ...value, b: cycle }) }));
    expect(diagnostics[0]?.code).toBe('MIGRATION_STEP_INVALID');
  });
});
