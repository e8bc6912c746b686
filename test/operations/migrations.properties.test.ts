import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPlan, readWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { verifyMigration } from '../../src/artifacts/verify-migration.js';
import { planMigration } from '../../src/operations/plan-migration.js';
import { visible } from '../plans/bench.js';
import { uuid } from '../workspace/workspaces.js';
import { assetV2, assetV3, assetV4, derivedUuid, REGISTRY, registryV2, registryV3, workspaceOf } from './versioned-workspace.js';

type JsonRecord = Readonly<Record<string, unknown>>;

const scalar = fc.oneof(fc.string(), fc.integer(), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.boolean(), fc.constant(null));

const nested = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.record({ '10': scalar, '9': fc.array(fc.record({ a: scalar })) }));

/** Keys of other tools, as they come back from JSON: without -0. */
const unknownKeys = fc
  .dictionary(fc.stringMatching(/^x-[a-z0-9"\\é]{0,4}$/), nested, { maxKeys: 2, noNullPrototype: true })
  .map((keys) => JSON.parse(JSON.stringify(keys)) as JsonRecord);

const styles = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/^ +/gm, '\t').trimEnd(),
  (text) => JSON.stringify(JSON.parse(text)),
);

const asset = fc.record({ version: fc.constantFrom(2, 3, 4), extra: unknownKeys, preload: fc.option(fc.boolean()), style: styles });

const declarationOf = (
  digit: number,
  { version, extra, preload, style }: typeof asset extends fc.Arbitrary<infer T> ? T : never,
): string => {
  const name = `asset-${digit}`;
  const change = { ...extra, ...(preload !== null && { preload: version === 4 ? { enabled: preload } : preload }) };
  if (version === 2) return style(assetV2(name, change));
  return style(version === 3 ? assetV3(name, digit, change) : assetV4(name, digit, change));
};

const workspaces = fc.record({
  assets: fc.array(asset, { minLength: 1, maxLength: 6 }),
  registry: fc.constantFrom(2, 3),
  style: styles,
  extra: unknownKeys,
});

type Drawn = typeof workspaces extends fc.Arbitrary<infer T> ? T : never;

function filesOf({ assets, registry, style, extra }: Drawn): Record<string, string> {
  const roots = Object.fromEntries(assets.map((_, index) => [`folder ${9 - index}/a${index}`, index + 1]));
  const declared = Object.fromEntries(assets.map((drawn, index) => [`folder ${9 - index}/a${index}`, declarationOf(index + 1, drawn)]));
  return workspaceOf(style(registry === 2 ? registryV2(roots, extra) : registryV3(roots, extra)), declared);
}

const valueIn = (host: MemoryWorkspace, path: string): JsonRecord =>
  JSON.parse(new TextDecoder().decode(host.files().get(path))) as JsonRecord;

async function migrated(files: Record<string, string>, seed?: number) {
  const host = createMemoryWorkspace(files, seed === undefined ? {} : { order: 'shuffled', seed });
  const before = host.files();
  const { plan, report } = (await planMigration(host))._unsafeUnwrap().value;
  (await applyPlan(host, plan, { consent: { planDigest: plan.digest } }))._unsafeUnwrap();
  return { host, before, plan, report };
}

describe('every workspace that migrates', () => {
  it('keeps its identities and what nobody knows, is sound afterwards, and has nothing more to migrate', async () => {
    await fc.assert(
      fc.asyncProperty(workspaces, async (drawn) => {
        const files = filesOf(drawn);
        const { host, before, report } = await migrated(files);
        const records = valueIn(host, REGISTRY)['assets'] as readonly JsonRecord[];
        expect(valueIn(host, REGISTRY)).toMatchObject(drawn.extra);
        drawn.assets.forEach(({ version, extra }, index) => {
          const root = `folder ${9 - index}/a${index}`;
          const expected = drawn.registry === 2 && version === 2 ? derivedUuid(index + 1) : uuid(index + 1);
          const declared = valueIn(host, `assets/${root}/asset.json`);
          expect(declared).toMatchObject({ ...extra, schema_version: 4, asset_uuid: expected });
          expect(records[index]).toEqual({ asset_id: index + 1, asset_uuid: expected, root, included_in_build: true });
        });
        const after = host.files();
        for (const { file, certificate } of report.files) {
          const [was, is] = [before.get(file), after.get(file)];
          expect(verifyMigration(certificate, was ?? new Uint8Array(), is ?? new Uint8Array())).toEqual([]);
        }
        const snapshot = (await readWorkspace(host, { requireCurrent: true }))._unsafeUnwrap();
        expect(snapshot.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(snapshot.assets.map(({ identity }) => identity.class)).toEqual(drawn.assets.map(() => 'ok'));
        expect((await planMigration(host))._unsafeUnwrap().value.plan.edits).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('becomes the same wherever it is migrated', async () => {
    await fc.assert(
      fc.asyncProperty(workspaces, fc.nat(), async (drawn, seed) => {
        const files = filesOf(drawn);
        const [one, two] = [await migrated(files), await migrated(files, seed)];
        expect(two.plan).toEqual(one.plan);
        expect(visible(two.host)).toEqual(visible(one.host));
      }),
      { numRuns: 8 },
    );
  });
});
