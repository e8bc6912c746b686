import { describe, expect, test } from 'vitest';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { rewriteAsset } from '../../src/artifacts/asset/rewrite-asset.js';
import { verifyMigration } from '../../src/artifacts/verify-migration.js';
import { readJson } from '../../src/codec/json/read-json.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { createCollector } from '../../src/diagnostics/collector.js';
import { makeCertificate, type MigrationCertificate } from '../../src/versioning/migration-certificate.js';
import type { JsonObject } from '../../src/versioning/migration-step.js';
import { runMigration } from '../../src/versioning/run-migration.js';
import { digestBytes } from '../../src/ports/digest-bytes.js';

const UUID = '3b241101-e2bb-4255-8caf-4136c566a962';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const text = `{
  "schema_version": 2,
  "name": "hero",
  "type": "tile_bank",
  "inputs": { "main": "a.png" },
  "output": { "format": "png", "codec": "none" },
  "note": [1.0]
}
`;
const document = readJson(encode(text))._unsafeUnwrap();
const run = runMigration(
  assetChain,
  { value: document.value as JsonObject, version: 2, identity: UUID, locate: () => ({ kind: 'file', file: 'f' }) },
  createCollector(),
);
const before = encode(text);
const after = encode(rewriteAsset(document, run.value!));
const good = makeCertificate({ artifact: 'asset', file: 'assets/hero/asset.json', before, after, run }, portableCompute);

type Change = (certificate: { -readonly [Key in keyof MigrationCertificate]: MigrationCertificate[Key] }) => void;

function verify(change: Change, files: { before?: Uint8Array; after?: Uint8Array } = {}) {
  const certificate = JSON.parse(JSON.stringify(good)) as Parameters<Change>[0];
  change(certificate);
  return verifyMigration(certificate, files.before ?? before, files.after ?? after);
}

describe('verifyMigration', () => {
  test('a certificate that the engine made holds', () => {
    expect(verify(() => undefined)).toEqual([]);
    expect(good.steps.map(({ id }) => id)).toEqual(['asset-2-to-3', 'asset-3-to-4']);
  });

  test.each([
    ['null', null],
    ['a list', []],
    ['an empty object', {}],
    ['another version', { ...good, certificate_version: 2 }],
    ['another key', { ...good, signature: 'x' }],
    ['a foreign operation', { ...good, steps: [{ ...good.steps[0], patch: [{ op: 'move', path: '/a', from: '/b' }] }] }],
  ])('%s is no certificate', (_, certificate) => {
    const faults = verifyMigration(certificate, before, after);
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults.map(({ reason }) => reason))).toEqual(new Set(['malformed']));
  });

  const tampered: readonly (readonly [string, Change, object])[] = [
    ['another input', (it) => (it.input_sha256 = '0'.repeat(64)), { reason: 'input' }],
    ['another output', (it) => (it.output_sha256 = '0'.repeat(64)), { reason: 'output' }],
    ['another first version', (it) => (it.from = 3), { reason: 'version', pointer: '/schema_version' }],
    ['another last version', (it) => (it.to = 5), { reason: 'version' }],
    ['a step left out', (it) => (it.steps = it.steps.slice(1)), { reason: 'version' }],
    ['a step that there is not', (it) => (it.steps = it.steps.map((step) => ({ ...step, id: 'x' }))), { reason: 'step', step: 'x' }],
    [
      'a change that a step may not make',
      (it) =>
        (it.steps = it.steps.map((step) => ({
          ...step,
          patch: [...step.patch, { op: 'replace', path: '/name', value: 'villain' } as const],
        }))),
      { reason: 'touch', pointer: '/name' },
    ],
    [
      'an identity that a step does not declare',
      (it) =>
        (it.steps = it.steps.map((step) => ({
          ...step,
          patch: [...step.patch, { op: 'replace', path: '/asset_uuid', value: UUID } as const],
        }))),
      { reason: 'identity', pointer: '/asset_uuid', step: 'asset-3-to-4' },
    ],
    [
      'a change that cannot be made',
      (it) => (it.steps = it.steps.map((step) => ({ ...step, patch: [...step.patch, { op: 'remove', path: '/preload' } as const] }))),
      { reason: 'patch', pointer: '/preload' },
    ],
    ['a change left out', (it) => (it.steps = it.steps.map((step) => ({ ...step, patch: step.patch.slice(0, 1) }))), { reason: 'result' }],
    [
      'a version that is not stamped',
      (it) => (it.steps = it.steps.map((step) => ({ ...step, patch: step.patch.filter(({ path }) => path !== '/schema_version') }))),
      { reason: 'version', pointer: '/schema_version' },
    ],
  ];

  test.each(tampered)('finds %s', (_, change, fault) => {
    expect(verify(change)).toContainEqual(expect.objectContaining(fault));
  });

  test('finds a file that says something else, also where its digest was put right', () => {
    const other = encode(new TextDecoder().decode(after).replace('"hero"', '"villain"'));
    const change: Change = (it) => (it.output_sha256 = digestBytes(other, portableCompute));
    expect(verify(change, { after: other })).toEqual([{ reason: 'result', step: null, pointer: '' }]);
    const broken = encode('{"schema_version": 4, "schema_version": 4}');
    expect(verify((it) => (it.output_sha256 = digestBytes(broken, portableCompute)), { after: broken })).toEqual([
      { reason: 'output', step: null, pointer: '' },
    ]);
  });

  test('the records of a registry may stand in another order, and nothing else', () => {
    const certificate: MigrationCertificate = {
      certificate_version: 1,
      artifact: 'registry',
      file: 'assets/.prometeu/index.json',
      input_sha256: '',
      from: 3,
      to: 4,
      steps: [
        {
          id: 'registry-3-to-4',
          from: 3,
          to: 4,
          patch: [
            { op: 'replace', path: '/schema_version', value: 4 },
            { op: 'add', path: '/assets/0/included_in_build', value: true },
            { op: 'add', path: '/assets/1/included_in_build', value: true },
            { op: 'add', path: '/retired', value: [] },
          ],
        },
      ],
      output_sha256: '',
    };
    const rest = { project_uuid: UUID, next_asset_id: 9 };
    const record = (asset_id: number) => ({ asset_id, asset_uuid: UUID, root: `r${asset_id}` });
    const made = (asset_id: number) => ({ ...record(asset_id), included_in_build: true });
    const old = encode(JSON.stringify({ ...rest, schema_version: 3, assets: [record(2), record(1)] }));
    const check = (assets: object[]) => {
      const now = encode(JSON.stringify({ ...rest, schema_version: 4, assets, retired: [] }));
      const digests = { input_sha256: digestBytes(old, portableCompute), output_sha256: digestBytes(now, portableCompute) };
      return verifyMigration({ ...certificate, ...digests }, old, now);
    };
    expect(check([made(1), made(2)])).toEqual([]);
    expect(check([made(1)])).toEqual([{ reason: 'result', step: null, pointer: '' }]);
  });
});
