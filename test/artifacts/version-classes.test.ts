import { describe, expect, test } from 'vitest';
import { versionSurfaces } from '../../src/artifacts/version-surfaces.js';
import { createCollector } from '../../src/diagnostics/collector.js';
import { diagnosePending } from '../../src/versioning/diagnose-pending.js';
import { readVersionedJson, refuseTooLarge } from '../../src/versioning/read-versioned-json.js';
import { runMigration } from '../../src/versioning/run-migration.js';
import type { VersionDescriptor } from '../../src/versioning/version-descriptor.js';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';

// CONTRACT section 2: the classification is total, ordered, one for all artifacts, and comes before any schema.

const FILE = 'some/file.json';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const descriptors = Object.values(versionSurfaces).filter(({ artifact }) => artifact !== 'archive');

/** Each class that stands in the way, a text of it for an artifact, and its code. `absent` is for whoever reads to tell. */
const REFUSED: readonly (readonly [string, (descriptor: VersionDescriptor) => Uint8Array, string])[] = [
  ['over-budget (bytes)', () => bytes(`{"a":"${'x'.repeat(5000)}"}`), 'JSON_TOO_LARGE'],
  ['empty', () => bytes(' \n\t'), 'JSON_EMPTY'],
  ['encoding', () => Uint8Array.of(0x7b, 0xff, 0x7d), 'JSON_NOT_UTF8'],
  ['encoding (BOM)', () => bytes('\ufeff{}'), 'JSON_BOM'],
  ['merge-conflict', () => bytes('{\n<<<<<<< ours\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}'), 'JSON_MERGE_CONFLICT'],
  ['merge-conflict (LFS pointer)', () => bytes('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n'), 'JSON_LFS_POINTER'],
  ['malformed-json', () => bytes('{"schema_version": 1'), 'JSON_SYNTAX'],
  ['over-budget (depth)', () => bytes('['.repeat(65) + ']'.repeat(65)), 'JSON_TOO_DEEP'],
  ['wrong-root', () => bytes('[{"schema_version": 1}]'), 'JSON_WRONG_ROOT'],
  ['duplicate-key', () => bytes('{"schema_version": 1, "schema_version": 1}'), 'JSON_DUPLICATE_KEY'],
  ['reserved-key', () => bytes('{"schema_version": 1, "__proto__": {}}'), 'JSON_RESERVED_KEY'],
  ['version-missing', () => bytes('{"version": 1}'), 'VERSION_MISSING'],
  ['version-malformed', () => bytes('{"schema_version": "1"}'), 'VERSION_MALFORMED'],
  ['version-too-new', ({ current }) => bytes(`{"schema_version": ${current + 1}, "nothing": "else is judged"}`), 'VERSION_TOO_NEW'],
];

describe.each(descriptors.map((descriptor) => [descriptor.artifact, descriptor] as const))('%s', (artifact, descriptor) => {
  const refused = descriptor.whenUnsupported === 'refuse';

  test.each(REFUSED)('%s has its own code and the six facts', (_, textOf, code) => {
    const read = readVersionedJson(textOf(descriptor), descriptor, FILE, { maxBytes: 4096 });
    const failure = read._unsafeUnwrapErr();
    expect(failure.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(failure[0]).toMatchObject({
      artifact,
      location: { file: FILE },
      supported: { range: descriptor.supported, current: descriptor.current },
      migration: { attempted: false, steps: [], outcome: 'not-attempted' },
      identity: { implicated: descriptor.identityFields.length > 0, fields: descriptor.identityFields },
      manualAction: { required: refused && failure[0].fixes.length === 0 }, // nothing by hand where a fix does it
      blocks: { build: refused, studio: refused },
    });
    const found = { VERSION_MALFORMED: '"1"', VERSION_TOO_NEW: descriptor.current + 1 }[code] ?? null;
    expect(failure[0].found).toBe(found);
  });

  test('over the budget before it is read', () => {
    expect(refuseTooLarge(descriptor, FILE, 10)).toMatchObject({
      code: 'JSON_TOO_LARGE',
      artifact,
      found: null,
      blocks: { build: refused },
    });
  });

  test('current goes on', () => {
    const read = readVersionedJson(bytes(`{"schema_version": ${descriptor.current}}`), descriptor, FILE);
    expect(read._unsafeUnwrap().version).toEqual({ class: 'current', version: descriptor.current });
  });
});

describe.each([versionSurfaces.asset, versionSurfaces.registry].map((descriptor) => [descriptor.artifact, descriptor] as const))(
  '%s',
  (_, descriptor) => {
    test('version-too-old', () => {
      const [diagnostic] = readVersionedJson(bytes('{"schema_version": 1}'), descriptor, FILE)._unsafeUnwrapErr();
      expect(diagnostic).toMatchObject({
        code: 'VERSION_TOO_OLD',
        found: 1,
        supported: { range: '>=2 <5', oldest: 2, current: 4 },
        migration: { attempted: false },
        identity: { implicated: true },
        manualAction: { required: true },
        blocks: { build: true, studio: true },
      });
    });

    test.each([
      [2, '2.0.0'],
      [3, null],
    ])('migratable: version %i, deprecated until %s', (version, removedIn) => {
      const read = readVersionedJson(bytes(`{"schema_version": ${version}}`), descriptor, FILE)._unsafeUnwrap();
      expect(read.version).toEqual({ class: 'migratable', version, removedIn });
    });
  },
);

test('a file of an earlier version is told with what was tried, and blocks only where current versions are asked for', () => {
  const value = { schema_version: 2, name: 'a', type: 'data_bank', inputs: { main: 'a' }, output: { format: 'raw', codec: 'none' } };
  const collector = createCollector();
  const locate = () => ({ kind: 'file', file: FILE }) as const;
  const run = runMigration(assetChain, { value, version: 2, identity: null, locate }, collector);
  const tell = (requireCurrent: boolean) => diagnosePending(assetChain.descriptor, { run, locate, requireCurrent });
  const migration = {
    attempted: true,
    outcome: 'succeeded',
    steps: [
      { id: 'asset-2-to-3', from: 2, to: 3, outcome: 'succeeded' },
      { id: 'asset-3-to-4', from: 3, to: 4, outcome: 'succeeded' },
    ],
  };
  const deprecated = {
    code: 'VERSION_DEPRECATED',
    severity: 'warning',
    data: { version: 2, removedIn: '2.0.0' },
    blocks: { build: false, studio: false },
  };
  expect(tell(false)).toMatchObject([
    {
      code: 'MIGRATION_PENDING',
      severity: 'warning',
      data: { version: 2, current: 4 },
      found: 2,
      migration,
      manualAction: { required: false },
      blocks: { build: false, studio: false },
    },
    deprecated,
  ]);
  expect(tell(true)).toMatchObject([
    { code: 'VERSION_NOT_CURRENT', severity: 'error', migration, manualAction: { required: true }, blocks: { build: true, studio: false } },
    deprecated,
  ]);
});
