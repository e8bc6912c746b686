import { describe, expect, it } from 'vitest';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { digestBytes } from '../../src/ports/digest-bytes.js';
import type { CertifiedStep, MigrationCertificate } from '../../src/versioning/migration-certificate.js';
import { type CertifiedFiles, verifyCertificate } from '../../src/versioning/verify-certificate.js';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const published: CertifiedFiles['steps'] = [
  { artifact: 'asset', id: 'one', from: 1, to: 2, summary: 'b is added.', touches: ['/b'], identity: 'none' },
  { artifact: 'asset', id: 'two', from: 2, to: 3, summary: 'c is added.', touches: ['/c'], identity: 'none' },
  { artifact: 'registry', id: 'other', from: 1, to: 2, summary: 'b is added.', touches: ['/b'], identity: 'none' },
];

const stamp = (value: number) => ({ op: 'replace', path: '/schema_version', value }) as const;
const one: CertifiedStep = { id: 'one', from: 1, to: 2, patch: [stamp(2), { op: 'add', path: '/b', value: 1 }] };
const two: CertifiedStep = { id: 'two', from: 2, to: 3, patch: [stamp(3), { op: 'add', path: '/c', value: 1 }] };

interface Case {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly steps?: readonly CertifiedStep[];
  readonly change?: Partial<MigrationCertificate>;
}

function faultsOf({ before = { schema_version: 1, a: 1 }, after, steps = [one, two], change = {} }: Case) {
  const files = [encode(before), encode(after ?? { schema_version: 3, a: 1, b: 1, c: 1 })] as const;
  const certificate = {
    certificate_version: 1,
    artifact: 'asset',
    file: 'a.json',
    input_sha256: digestBytes(files[0], portableCompute),
    from: 1,
    to: 3,
    steps,
    output_sha256: digestBytes(files[1], portableCompute),
    ...change,
  };
  return verifyCertificate(certificate, {
    before: files[0],
    after: files[1],
    steps: published,
    identityFields: new Set(['uuid']),
    findUnsound: () => null,
    compute: portableCompute,
  });
}

describe('a certificate of two steps', () => {
  it('is good', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<readonly [name: string, test: Case, faults: readonly object[]]>([
    ['without steps', { steps: [], after: { schema_version: 1, a: 1 } }, [{ reason: 'version', step: null, pointer: '' }]],
    ['of the second step alone', { steps: [two] }, [{ reason: 'version' }]],
    ['of the first step alone', { steps: [one] }, [{ reason: 'version' }]],
    ['in the wrong order', { steps: [two, one] }, [{ reason: 'version' }]],
    ['to another version than its last step', { change: { to: 2 } }, [{ reason: 'version' }]],
    ['from another version than the file', { before: { schema_version: 7, a: 1 } }, [{ reason: 'version', pointer: '/schema_version' }]],
    ['that skips a version', { steps: [{ ...one, to: 3 }, two] }, [{ reason: 'version' }, { reason: 'step', step: 'one', pointer: '' }]],
    [
      'of which the last step skips a version',
      { steps: [one, { ...two, to: 4 }], change: { to: 4 } },
      [
        { reason: 'version', step: null, pointer: '' },
        { reason: 'step', step: 'two', pointer: '' },
      ],
    ],
    ['of a step of another artifact', { steps: [{ ...one, id: 'other' }, two] }, [{ reason: 'step', step: 'other', pointer: '' }]],
    ['of a step that nobody published', { steps: [{ ...one, id: 'none' }, two] }, [{ reason: 'step', step: 'none', pointer: '' }]],
  ])('%s is refused', (_, test, faults) => {
    expect(faultsOf(test)).toEqual(expect.arrayContaining(faults.map((fault) => expect.objectContaining(fault) as unknown)));
  });

  it.each<readonly [name: string, operation: CertifiedStep['patch'][number]]>([
    ['another version', stamp(9)],
    ['a version that is added', { op: 'add', path: '/schema_version', value: 2 }],
    ['a version that is removed', { op: 'remove', path: '/schema_version' }],
    ['a value beside what it may touch', { op: 'replace', path: '/a', value: 2 }],
    ['a value beside that equals the version', { op: 'replace', path: '/a', value: 2 }],
  ])('with a step that sets %s is refused at that place', (_, operation) => {
    const found = faultsOf({ steps: [{ ...one, patch: [stamp(2), operation, ...one.patch.slice(1)] }, two] });
    expect(found).toContainEqual({ reason: 'touch', step: 'one', pointer: operation.path });
  });

  it('with a patch that cannot be applied is refused at that operation, and no further', () => {
    const found = faultsOf({ steps: [{ ...one, patch: [stamp(2), { op: 'remove', path: '/b' }] }, two] });
    expect(found).toEqual([{ reason: 'patch', step: 'one', pointer: '/b' }]);
  });

  it('with a step that leaves the version as it was is refused', () => {
    const found = faultsOf({ steps: [{ ...one, patch: one.patch.slice(1) }, two] });
    expect(found).toContainEqual({ reason: 'version', step: 'one', pointer: '/schema_version' });
  });

  it('of an asset tells lists in another order apart', () => {
    const records = [{ asset_id: 2 }, { asset_id: 1 }];
    const files = {
      before: { schema_version: 1, assets: records },
      after: { schema_version: 3, assets: [...records].reverse(), b: 1, c: 1 },
    };
    expect(faultsOf(files)).toContainEqual({ reason: 'result', step: null, pointer: '' });
  });

  it.each<readonly [name: string, list: readonly unknown[]]>([
    ['no records', [2, 1]],
    ['not all records', [{ asset_id: 2 }, 1]],
    ['nothing at all', [null, 2]],
    ['records of an asset_id that is a text', [{ asset_id: '2' }, { asset_id: '1' }]],
    ['records without an asset_id', [{ b: 2 }, { b: 1 }]],
    ['records of an asset_id that is no number', [{ asset_id: 'b' }, { asset_id: 'a' }]],
  ])('of a registry tells the order of lists of %s', (_, list) => {
    const steps = [{ ...one, id: 'other' }];
    const after = { schema_version: 2, assets: [...list].reverse(), b: 1 };
    const found = faultsOf({ before: { schema_version: 1, assets: list }, after, steps, change: { artifact: 'registry', to: 2 } });
    expect(found).toEqual([{ reason: 'result', step: null, pointer: '' }]);
  });

  it('of a registry tells the order of a list of which the last is no record', () => {
    const [before, after] = [
      { schema_version: 1, assets: [{ asset_id: 2 }, { asset_id: 1 }, 3] },
      { schema_version: 2, assets: [{ asset_id: 1 }, { asset_id: 2 }, 3], b: 1 },
    ];
    const found = faultsOf({ before, after, steps: [{ ...one, id: 'other' }], change: { artifact: 'registry', to: 2 } });
    expect(found).toEqual([{ reason: 'result', step: null, pointer: '' }]);
  });

  it('of a registry that a patch makes into no object is refused', () => {
    const steps = [{ ...one, id: 'other', patch: [{ op: 'replace', path: '', value: null } as const] }];
    const found = faultsOf({ after: { schema_version: 2, a: 1, b: 1 }, steps, change: { artifact: 'registry', to: 2 } });
    expect(found).toContainEqual({ reason: 'result', step: null, pointer: '' });
    expect(found).toContainEqual({ reason: 'version', step: 'other', pointer: '/schema_version' });
  });

  it('may give null, and values as deep as those of any file', () => {
    const giving = (value: unknown) =>
      faultsOf({
        steps: [{ ...one, patch: [stamp(2), { op: 'add', path: '/b', value }] }, two],
        after: { schema_version: 3, a: 1, b: value, c: 1 },
      });
    const nested = (levels: number): unknown => (levels === 0 ? null : [nested(levels - 1)]);
    expect(giving(null)).toEqual([]);
    expect(giving({ a: null })).toEqual([]);
    expect(giving(nested(63))).toEqual([]);
    expect(giving(nested(64))).toEqual([{ reason: 'output', step: null, pointer: '' }]);
    expect(giving(nested(65))).toEqual([{ reason: 'malformed', step: null, pointer: `/steps/0/patch/1/value${'/0'.repeat(64)}` }]);
  });

  it('is malformed where it holds what no file may hold', () => {
    const value = JSON.parse('{"__proto__":1}') as unknown;
    for (const [foreign, pointer] of [
      ['x\ud800', ''],
      [value, '/__proto__'],
    ] as const) {
      const found = faultsOf({ steps: [{ ...one, patch: [stamp(2), { op: 'add', path: '/b', value: foreign }] }, two] });
      expect(found).toEqual([{ reason: 'malformed', step: null, pointer: `/steps/0/patch/1/value${pointer}` }]);
    }
  });

  it('of texts that are not strict JSON is refused at both', () => {
    expect(faultsOf({ before: 'no json' })).toEqual([{ reason: 'input', step: null, pointer: '' }]);
    expect(faultsOf({ after: 'no json' })).toEqual([{ reason: 'output', step: null, pointer: '' }]);
    const doubtful = faultsOf({ before: '{"schema_version":1,"a":1e999}' });
    expect(doubtful).toEqual([{ reason: 'input', step: null, pointer: '' }]);
    expect(faultsOf({ before: '3' })).toContainEqual({ reason: 'input', step: null, pointer: '' });
  });

  it('that is malformed is refused at each place, and its files are not looked at', () => {
    const malformed = faultsOf({ before: 'no json', change: { from: 'x' as never, file: 3 as never } });
    expect(malformed).toEqual([
      { reason: 'malformed', step: null, pointer: '/file' },
      { reason: 'malformed', step: null, pointer: '/from' },
    ]);
    expect(faultsOf({ before: 'no json', change: { more: 1 } as never })).toEqual([{ reason: 'malformed', step: null, pointer: '/more' }]);
  });
});
