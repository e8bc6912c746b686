import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeMigrations } from '../../src/artifacts/describe-migrations.js';
import { verifyMigration } from '../../src/artifacts/verify-migration.js';
import type { JsonPatchOperation } from '../../src/codec/json-patch.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { digestBytes } from '../../src/ports/digest-bytes.js';
import { uuid } from '../workspace/workspaces.js';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const digest = (bytes: Uint8Array): string => digestBytes(bytes, portableCompute);

function certify(
  artifact: 'asset' | 'registry',
  from: number,
  files: readonly [Uint8Array, Uint8Array],
  patch: readonly JsonPatchOperation[],
) {
  const [before, after] = files;
  const step = { id: `${artifact}-${from}-to-${from + 1}`, from, to: from + 1 };
  const stamp = { op: 'replace', path: '/schema_version', value: from + 1 } as const;
  return {
    certificate_version: 1,
    artifact,
    file: 'some.json',
    input_sha256: digest(before),
    from,
    to: from + 1,
    steps: [{ ...step, patch: [stamp, ...patch] }],
    output_sha256: digest(after),
  };
}

const cycle: unknown[] = [];
cycle.push(cycle);

const retired = { op: 'add', path: '/retired', value: [] } as const;
const REGISTRY = { project_uuid: uuid(15), next_asset_id: 9, assets: [] };
const ASSET = { name: 'hero', type: 'data_bank', inputs: {}, output: { format: 'raw', codec: 'none' } };
const sound = [encode({ ...REGISTRY, schema_version: 3 }), encode({ ...REGISTRY, schema_version: 4, retired: [] })] as const;

function reasonsOf(...[artifact, from, files, patch]: Parameters<typeof certify>): readonly string[] {
  return verifyMigration(certify(artifact, from, files, patch), ...files).map(({ reason }) => reason);
}

describe('verifyCertificate', () => {
  test('takes a good one', () => {
    expect(reasonsOf('registry', 3, sound, [retired])).toEqual([]);
  });

  test('only the records of a registry may stand in another order, no list of anyone else', () => {
    const list = [2, 1].map((id) => ({ asset_id: id, asset_uuid: uuid(id), root: `r${id}` }));
    const included = list.map((record) => ({ ...record, included_in_build: true })).toReversed();
    const patch = [0, 1].map((index) => ({ op: 'add', path: `/assets/${index}/included_in_build`, value: true }) as const);
    const files = (list: readonly object[], made: readonly object[], more: (key: 'before' | 'after') => object = () => ({})) =>
      [
        encode({ ...REGISTRY, schema_version: 3, assets: list, ...more('before') }),
        encode({ ...REGISTRY, schema_version: 4, assets: made, retired: [], ...more('after') }),
      ] as const;
    expect(reasonsOf('registry', 3, files(list, included), [...patch, retired])).toEqual([]);
    const others = files([], [], (key) => ({ x_list: key === 'before' ? list : list.toReversed() }));
    expect(reasonsOf('registry', 3, others, [retired])).toEqual(['result']);
  });

  test('a step without identity smuggles none in, inside of what it may add', () => {
    const gone = [{ asset_id: 3, asset_uuid: uuid(3) }];
    const files = [sound[0], encode({ ...REGISTRY, schema_version: 4, retired: gone })] as const;
    expect(reasonsOf('registry', 3, files, [{ ...retired, value: gone }])).toEqual(['identity']);
  });

  test('what is no file of its version is no migrated one, whoever says so', () => {
    const bare = [sound[0], encode({ ...REGISTRY, schema_version: 4 })] as const;
    expect(reasonsOf('registry', 3, bare, [])).toEqual(['output']);
    expect(reasonsOf('asset', 3, bare, [])).toEqual(['input', 'output']);
  });

  test.each(['replace', 'add'] as const)('an identity that was there may not be put right by "%s", also where one is declared', (op) => {
    const files = [
      encode({ ...ASSET, schema_version: 2, asset_uuid: uuid(1) }),
      encode({ ...ASSET, schema_version: 3, asset_uuid: uuid(2) }),
    ] as const;
    expect(reasonsOf('asset', 2, files, [{ op, path: '/asset_uuid', value: uuid(2) }])).toEqual(['identity']);
  });

  test('a number that JavaScript reads as another is no ground to stand on', () => {
    const files = [
      encode('{"schema_version": 3, "x": 9007199254740993}'),
      encode('{"schema_version": 4, "x": 9007199254740992, "retired": []}'),
    ] as const;
    expect(reasonsOf('registry', 3, files, [retired])).toEqual(['input', 'output']);
  });

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['what throws when it is looked at', new Proxy({}, { get: () => expect.unreachable(), ownKeys: () => expect.unreachable() })],
    ['a nesting that no stack holds', Array.from({ length: 100_000 }).reduce((value: unknown) => [value], 1)],
    ['a cycle', cycle],
  ])('%s is no certificate, nor a value in one, and nothing throws', (_, value) => {
    expect(verifyMigration(value, ...sound).map(({ reason }) => reason)).toContain('malformed');
    expect(reasonsOf('registry', 3, sound, [{ ...retired, value }])).not.toEqual([]);
  });

  test('imports neither the engine nor a step', () => {
    const root = join(import.meta.dirname, '../../src');
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^;]*?from '(\.[^']+)\.js';/gm);
      for (const [, path = ''] of imports) visit(join(dirname(file), `${path}.ts`));
    };
    visit(join(root, 'versioning/verify-certificate.ts'));
    const rooms = [...seen].map((file) => file.slice(root.length + 1));
    expect(rooms).toContain('codec/apply-json-patch.ts');
    expect(rooms.filter((file) => file.startsWith('artifacts/') || file.includes('run-migration') || file.includes('diff-json'))).toEqual(
      [],
    );
  });
});

test('describeMigrations is plain data that says what the steps say', () => {
  expect(structuredClone(describeMigrations())).toEqual(describeMigrations());
  expect(describeMigrations().map(({ id, touches, identity }) => [id, touches, identity])).toEqual([
    ['asset-2-to-3', ['/asset_uuid', '/inputs/*'], 'declares'],
    ['asset-3-to-4', ['/preload'], 'none'],
    ['registry-2-to-3', ['/assets/*/asset_uuid', '/next_asset_id'], 'declares'],
    ['registry-3-to-4', ['/assets/*/included_in_build', '/retired'], 'none'],
  ]);
});
