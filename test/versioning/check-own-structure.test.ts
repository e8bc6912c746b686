import { err, ok } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createCollector } from '../../src/diagnostics/collector.js';
import type { StructureSchema } from '../../src/schema/check-structure.js';
import { bringToCurrent } from '../../src/versioning/bring-to-current.js';
import { checkOwnStructure } from '../../src/versioning/check-own-structure.js';
import type { MigrationChain } from '../../src/versioning/migration-chain.js';
import { readVersionedJson } from '../../src/versioning/read-versioned-json.js';

function chainOf(asked: number[] = [], validators?: MigrationChain<null>['validators']): MigrationChain<null> {
  const schema = (version: number, make: StructureSchema) => [version, () => (asked.push(version), make)] as const;
  return {
    descriptor: {
      artifact: 'asset',
      field: 'schema_version',
      current: 3,
      supported: '>=1 <4',
      migratable: [1, 2],
      deprecated: [],
      retired: [],
      writable: [3],
      whenUnsupported: 'refuse',
      identityFields: [],
    },
    schemas: new Map([
      schema(2, z.strictObject({ schema_version: z.literal(2), a: z.string() })),
      schema(3, z.strictObject({ schema_version: z.literal(3), a: z.string(), later: z.optional(z.string()) })),
    ]),
    ...(validators !== undefined && { validators }),
    steps: [
      {
        artifact: 'asset',
        id: 'two-to-three',
        from: 2,
        to: 3,
        summary: 'later is added.',
        touches: ['/later'],
        identity: 'none',
        run: (value) => ok({ ...value, later: 'x' }),
      },
    ],
    identityOf: () => new Map(),
  };
}

function check(chain: MigrationChain<null>, text: string) {
  const versioned = readVersionedJson(new TextEncoder().encode(text), chain.descriptor, 'a.json')._unsafeUnwrap();
  const collector = createCollector();
  const structured = checkOwnStructure(chain)(versioned, { artifact: 'asset', file: 'a.json' }, collector);
  return { structured, findings: collector.list(), isSame: structured?.value === versioned.document.value };
}

describe('checkOwnStructure', () => {
  it('judges by the version that the file says it is, and gives the very value', () => {
    for (const version of [2, 3]) {
      const { structured, findings, isSame } = check(chainOf(), `{"schema_version":${version},"a":"x"}`);
      expect([structured?.version, findings, isSame]).toEqual([version, [], true]);
    }
    const { structured, findings } = check(chainOf(), '{"schema_version":2,"a":1}');
    expect([structured, findings.map(({ code }) => code)]).toEqual([null, ['STRUCTURE_WRONG_TYPE']]);
  });

  it('a key of a later version is told by that version; of the last one none is later', () => {
    const early = check(chainOf(), '{"schema_version":2,"a":"x","later":"y"}');
    expect(early.structured).toBeNull();
    expect(early.findings).toMatchObject([
      { code: 'STRUCTURE_KEY_FROM_LATER_VERSION', data: { key: 'later', version: 2, definedIn: 3 }, location: { pointer: '/later' } },
    ]);
    const own = check(chainOf(), '{"schema_version":3,"a":"x","later":"y"}');
    expect([own.structured?.version, own.findings]).toEqual([3, []]);
    const unknown = check(chainOf(), '{"schema_version":3,"a":"x","other":"y"}');
    expect([unknown.structured?.version, unknown.findings.map(({ code }) => code)]).toEqual([3, ['STRUCTURE_UNKNOWN_KEY']]);
  });

  it('gives no value of a version that has no schema', () => {
    expect(check(chainOf(), '{"schema_version":1,"a":"x"}')).toMatchObject({ structured: null, findings: [] });
  });

  it('asks the schema only where the quick check is not sure', () => {
    const asked: number[] = [];
    const seen: unknown[] = [];
    const answering = (answer: boolean) => new Map([[3, (value: unknown) => (seen.push(value), answer)]]);
    const text = '{"schema_version":3,"a":"x"}';
    expect(check(chainOf(asked, answering(true)), text)).toMatchObject({ structured: { version: 3 }, isSame: true });
    expect([asked, seen]).toEqual([[], [{ schema_version: 3, a: 'x' }]]);
    expect(check(chainOf(asked, answering(false)), text)).toMatchObject({ structured: { version: 3 } });
    expect(asked).toEqual([3]);
  });

  it('asks the schema of a version that has no quick check', () => {
    const asked: number[] = [];
    const found = check(chainOf(asked, new Map([[3, () => true]])), '{"schema_version":2,"a":"x"}');
    expect([found.structured?.version, asked[0]]).toEqual([2, 2]);
  });

  it('asks the schema, whatever the quick check says, where JavaScript reads another value than stands there', () => {
    const validators = new Map([[3, () => true]]);
    for (const [value, code] of [
      ['"\\ud800"', 'JSON_LONE_SURROGATE'],
      ['1e999', 'JSON_NUMBER_RANGE'],
    ] as const) {
      const { structured, findings } = check(chainOf([], validators), `{"schema_version":3,"a":"x","later":${value}}`);
      expect(structured).toBeNull();
      expect(findings.map((finding) => finding.code)).toContain(code);
    }
  });
});

describe('bringToCurrent', () => {
  const locate = () => ({ kind: 'workspace' }) as const;
  const bring = (version: number, value: object) => {
    const { structured } = check(chainOf(), JSON.stringify({ schema_version: version, ...value }));
    const collector = createCollector();
    if (structured === null) throw new Error('no value');
    return { ...bringToCurrent(chainOf(), structured, { identity: null, locate }, collector), given: structured.value, collector };
  };

  it('leaves a value of the current version as it is', () => {
    const { current, migration, given } = bring(3, { a: 'x' });
    expect([current?.value === given, migration]).toEqual([true, null]);
  });

  it('migrates an earlier one, and tells how', () => {
    const { current, migration, collector } = bring(2, { a: 'x' });
    expect(current?.value).toEqual({ schema_version: 3, a: 'x', later: 'x' });
    expect(migration).toMatchObject({ from: 2, to: 3, outcome: 'succeeded' });
    expect(collector.errors()).toBe(0);
  });

  it('gives no value where a step fails', () => {
    const sound = chainOf();
    const chain = { ...sound, steps: sound.steps.map((step) => ({ ...step, run: () => err('no') })) };
    const { structured } = check(chain, '{"schema_version":2,"a":"x"}');
    if (structured === null) throw new Error('no value');
    const collector = createCollector();
    const { current, migration } = bringToCurrent(chain, structured, { identity: null, locate }, collector);
    expect([current, migration?.outcome, collector.errors()]).toEqual([null, 'failed', 1]);
  });
});
