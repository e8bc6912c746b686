import { describe, expect, it } from 'vitest';
import { portableCompute, readWorkspace } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { DEFAULT_BUDGETS } from '../../../src/operations/budgets.js';
import { chooseMigrations } from '../../../src/plans/migrate/choose-migrations.js';
import { draftMigration } from '../../../src/plans/migrate/draft-migration.js';
import { assetV2, assetV3, REGISTRY, registryV2, workspaceOf } from '../../operations/versioned-workspace.js';

const FILES = workspaceOf(registryV2({ a: 1, b: 2, c: 3 }), { a: assetV2('a'), b: assetV3('b', 2), c: assetV2('c') });

const draft = async (change: Record<string, string> = {}) => {
  const snapshot = (await readWorkspace(createMemoryWorkspace(FILES)))._unsafeUnwrap();
  const chosen = chooseMigrations(snapshot, { hasRoot: () => true, hasRegistry: true });
  const files = new Map(Object.entries({ ...FILES, ...change }).map(([path, text]) => [path, { text, sha256: null }]));
  return draftMigration({ snapshot, chosen, files, budgets: DEFAULT_BUDGETS.json, compute: portableCompute });
};

describe('draftMigration', () => {
  it('makes one edit a file', async () => {
    const { plan, report } = (await draft())._unsafeUnwrap();
    const paths = [REGISTRY, 'assets/a/asset.json', 'assets/b/asset.json', 'assets/c/asset.json'];
    expect(plan.edits.map(({ path }) => path)).toEqual(paths);
    expect(report.files.map(({ file }) => file)).toEqual(paths);
  });

  it('makes no plan where a single file fails, and names all that do', async () => {
    const change = { 'assets/c/asset.json': '{', [REGISTRY]: registryV2({ other: 1 }), 'assets/a/asset.json': assetV2('A') };
    const failure = (await draft(change))._unsafeUnwrapErr();
    expect(failure.map(({ code, location }) => [code, 'file' in location && location.file])).toEqual([
      ['MIGRATION_STEP_FAILED', REGISTRY],
      ['STRUCTURE_BAD_FORMAT', 'assets/a/asset.json'],
      ['JSON_SYNTAX', 'assets/c/asset.json'],
    ]);
    expect((await draft({ 'assets/c/asset.json': '{' })).isErr()).toBe(true);
  });
});
