import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetChain } from '../../src/artifacts/asset/asset-chain.js';
import { rewriteAsset } from '../../src/artifacts/asset/rewrite-asset.js';
import { registryChain } from '../../src/artifacts/registry/registry-chain.js';
import { verifyMigration } from '../../src/artifacts/verify-migration.js';
import { readJson } from '../../src/codec/json/read-json.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { createCollector } from '../../src/diagnostics/collector.js';
import { findStructureFaults } from '../../src/schema/find-structure-faults.js';
import { makeCertificate } from '../../src/versioning/migration-certificate.js';
import type { MigrationChain } from '../../src/versioning/migration-chain.js';
import type { JsonObject } from '../../src/versioning/migration-step.js';
import { runMigration } from '../../src/versioning/run-migration.js';
import { runMigrationStep } from '../../src/versioning/run-migration-step.js';
import { assetV2, assetV3, registryV2, registryV3 } from './migration-values.js';

const UUID = '3b241101-e2bb-4255-8caf-4136c566a962';
const locate = () => ({ kind: 'file', file: 'f' }) as const;

interface Case {
  readonly chain: MigrationChain<never>;
  readonly value: JsonObject;
  readonly identity: never;
}

const asset = (value: JsonObject): Case => ({ chain: assetChain, value, identity: UUID as never });
const registry = (value: JsonObject, identities: ReadonlyMap<string, string>): Case => ({
  chain: registryChain,
  value,
  identity: identities as never,
});

const cases: fc.Arbitrary<Case> = fc.oneof(
  assetV2.map(asset),
  assetV3.map(asset),
  registryV2.map(({ value, identities }) => registry(value, identities)),
  registryV3.map((value) => registry(value, new Map())),
);

function migrate({ chain, value, identity }: Case) {
  const collector = createCollector();
  const result = runMigration(chain, { value, version: Number(value['schema_version']), identity, locate }, collector);
  expect(collector.list()).toEqual([]);
  return result;
}

describe('any valid value of an earlier version', () => {
  test('becomes a valid one of the current version, is not changed itself, and migrating again finds nothing to do', () => {
    fc.assert(
      fc.property(cases, (found) => {
        const before = JSON.stringify(found.value);
        const { value } = migrate(found);
        expect(JSON.stringify(found.value)).toBe(before);
        const current = found.chain.schemas.get(found.chain.descriptor.current);
        expect(current && findStructureFaults(current(), value).faults).toEqual([]);
        const again = migrate({ ...found, value: value! });
        expect(again).toMatchObject({ steps: [], value, identity: 'none' });
      }),
    );
  });

  test('becomes step by step what the chain makes of it', () => {
    fc.assert(
      fc.property(cases, (found) => {
        const steps = found.chain.steps.filter(({ from }) => from >= Number(found.value['schema_version']));
        const last = steps.reduce(
          (value, step) => runMigrationStep(found.chain, step, value, found.identity)._unsafeUnwrap().value,
          found.value,
        );
        expect(migrate(found).value).toEqual(last);
      }),
    );
  });

  test('keeps its identity and every key that no version knows', () => {
    fc.assert(
      fc.property(cases, (found) => {
        const { value, unknownKeys } = migrate(found);
        const kept = found.chain.identityOf(value!);
        for (const [pointer, identity] of found.chain.identityOf(found.value)) {
          if (identity !== undefined) expect(kept.get(pointer)).toEqual(identity);
        }
        const own = Object.keys(found.value).filter((key) => key.startsWith('x_'));
        expect(unknownKeys).toEqual(expect.arrayContaining(own.map((key) => `/${key}`)));
        for (const key of own) expect(value![key]).toEqual(found.value[key]);
      }),
    );
  });

  test('becomes the same whatever the order of its keys', () => {
    fc.assert(
      fc.property(cases, (found) => {
        const sorted = Object.fromEntries(Object.entries(found.value).sort(([a], [b]) => (a < b ? -1 : 1)));
        expect(migrate({ ...found, value: sorted }).value).toEqual(migrate(found).value);
      }),
    );
  });
});

test('an asset rewritten says what was migrated, and its certificate holds', () => {
  fc.assert(
    fc.property(fc.oneof(assetV2, assetV3), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const document = readJson(new TextEncoder().encode(text))._unsafeUnwrap();
      fc.pre(document.valueFaults.length === 0); // what JavaScript would change is refused before any step
      const run = migrate(asset(document.value as JsonObject));
      const after = rewriteAsset(document, run.value!);
      expect(JSON.parse(after)).toEqual(run.value);
      const files = { before: new TextEncoder().encode(text), after: new TextEncoder().encode(after) };
      const certificate = makeCertificate({ artifact: 'asset', file: 'f', ...files, run }, portableCompute);
      expect(verifyMigration(JSON.parse(JSON.stringify(certificate)), files.before, files.after)).toEqual([]);
    }),
  );
});
