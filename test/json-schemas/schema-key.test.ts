import { describe, expect, it } from 'vitest';
import { applyPlan, planMigration, planMutation, readWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { assetV2, assetV3, assetV4, REGISTRY, registryV2, registryV3, workspaceOf } from '../operations/versioned-workspace.js';

const SCHEMA = '../../node_modules/prometeu-packer/dist/schemas/asset.schema.json';

/** The file with the key that names its schema before all others. */
const named = (text: string): string => text.replace('{', `{ "$schema": "${SCHEMA}", `);

function withSchemas(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, path.endsWith('.json') ? named(text) : text]));
}

describe('"$schema"', () => {
  it.each([
    ['2 and 3', withSchemas(workspaceOf(registryV2({ a: 1, b: 2 }), { a: assetV2('a'), b: assetV3('b', 2) }))],
    ['3 and 4', withSchemas(workspaceOf(registryV3({ a: 1 }), { a: assetV4('a', 1) }))],
  ])('is read without a word in version %s, and kept by migration and mutation', async (_, files) => {
    const host = createMemoryWorkspace(files);
    const kept = () => {
      for (const [path, bytes] of host.files()) {
        if (!path.endsWith('asset.json') && path !== REGISTRY) continue;
        expect([path, Object.keys(JSON.parse(new TextDecoder().decode(bytes)) as object)[0]]).toEqual([path, '$schema']);
      }
    };
    const { diagnostics } = (await readWorkspace(host))._unsafeUnwrap();
    expect(diagnostics.filter(({ code }) => /^(?:STRUCTURE|JSON)_/.test(code))).toEqual([]);

    const { plan, report } = (await planMigration(host))._unsafeUnwrap().value;
    const consent = { uuids: report.derived.map(({ uuid }) => uuid) };
    (await applyPlan(host, plan, { consent }))._unsafeUnwrap();
    kept();

    const renamed = (await planMutation(host, { mutations: [{ kind: 'rename', root: 'a', name: 'renamed' }] }))._unsafeUnwrap();
    (await applyPlan(host, renamed.value))._unsafeUnwrap();
    kept();
    expect((await readWorkspace(host))._unsafeUnwrap().diagnostics).toEqual([]);
  });
});
