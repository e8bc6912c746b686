import {
  applyPlan,
  build,
  planFix,
  planMigration,
  planMutation,
  planRegister,
  planResolveIdentity,
  readWorkspace,
  type Diagnostic,
  type Outcome,
  type Plan,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { withFaults } from 'prometeu-packer/testing';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../e2e/unwrap.js';
import { assetV2, assetV3, assetV4, REGISTRY, registryV2, registryV3, workspaceOf } from '../operations/versioned-workspace.js';
import { uuid } from '../workspace/workspaces.js';

const SEVEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const roots = Object.fromEntries(SEVEN.map((root, index) => [root, index + 1]));

const sevenOld = (): Record<string, string> =>
  workspaceOf(registryV2(roots), Object.fromEntries(SEVEN.map((root) => [root, assetV2(root)])));

const current = (): Record<string, string> => {
  const registry = JSON.parse(registryV3({ a: 1, b: 2 })) as { assets: object[] };
  const assets = registry.assets.map((record) => ({ ...record, included_in_build: true }));
  const text = `${JSON.stringify({ ...registry, schema_version: 4, assets, retired: [] }, null, 2)}\n`;
  return workspaceOf(text, { a: assetV4('a', 1), b: assetV4('b', 2) });
};

const codesOf = (diagnostics: readonly Diagnostic[], file: string): readonly string[] =>
  diagnostics.filter(({ location }) => 'file' in location && location.file === file).map(({ code }) => code);

const errorsOf = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => diagnostics.filter(({ severity }) => severity === 'error');

async function read(workspace: MemoryWorkspace): Promise<readonly Diagnostic[]> {
  return unwrap(await readWorkspace(workspace)).diagnostics;
}

describe('V7 a migration fails midway, at file 3 of 7', () => {
  it('V7 while it is planned: nothing is planned, and what fails is told', async () => {
    const workspace = createMemoryWorkspace(sevenOld());
    workspace.set('assets/c/asset.json', assetV2('c', { inputs: 7 }));
    const before = workspace.files();
    const refused = (await planMigration(workspace))._unsafeUnwrapErr();
    expect(codesOf(refused, 'assets/c/asset.json')).toContain('STRUCTURE_WRONG_TYPE');
    expect(workspace.files()).toEqual(before);
  });

  it('V7 while it is carried out, whichever operation fails on that file: no file has changed', async () => {
    for (const operation of ['create', 'write', 'sync', 'close'] as const) {
      const workspace = createMemoryWorkspace(sevenOld(), { capabilities: { atomicReplace: true, durable: true } });
      const { plan } = unwrap(await planMigration(workspace)).value;
      const before = workspace.files();
      const faulty = withFaults(workspace, (asked, path) => (asked === operation && path.startsWith('assets/c/.') ? 'io' : undefined));
      const applied = await applyPlan(faulty, plan, { consent: { planDigest: plan.digest } });
      expect([operation, applied._unsafeUnwrapErr()[0].code]).toEqual([operation, 'PLAN_IO_FAILED']);
      expect([operation, workspace.files()]).toEqual([operation, before]);
    }
  });
});

describe('V9 mixed versions', () => {
  it('V9 each file is judged by itself, in whatever order they are read', async () => {
    const files = {
      ...workspaceOf(registryV3({ a: 1, b: 2, c: 3 }), { a: assetV2('a'), b: assetV3('b', 2), c: assetV4('c', 3) }),
      'assets/d/asset.json': '{ "schema_version": 9, "of": ["another", "shape"] }',
      'assets/.prometeu/cache.json': '{ "schema_version": 77 }',
    };
    const told: string[] = [];
    for (const seed of [0, 1, 2, 3, 4]) {
      const workspace = createMemoryWorkspace(files, { order: 'shuffled', seed });
      const diagnostics = await read(workspace);
      expect(codesOf(diagnostics, 'assets/d/asset.json')).toEqual(['VERSION_TOO_NEW']);
      expect(codesOf(diagnostics, 'assets/c/asset.json')).toEqual([]);
      expect(codesOf(diagnostics, 'assets/b/asset.json')).toEqual(['MIGRATION_PENDING']);
      expect(codesOf(diagnostics, REGISTRY)).toContain('MIGRATION_PENDING');
      told.push(JSON.stringify(diagnostics));
    }
    expect(new Set(told).size).toBe(1);
  });
});

describe('V10 a version that stands there twice', () => {
  it('V10 is refused with both places, and neither is taken for the version', async () => {
    const text = `{ "schema_version": 4,\n  "schema_version": 3 }\n`;
    const diagnostics = await read(createMemoryWorkspace({ ...current(), 'assets/a/asset.json': text }));
    const [found, ...others] = errorsOf(diagnostics).filter(
      ({ location }) => 'file' in location && location.file === 'assets/a/asset.json',
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'JSON_DUPLICATE_KEY', location: { pointer: '/schema_version', range: { start: { line: 2 } } } });
    expect(found?.related).toMatchObject([{ location: { range: { start: { line: 1, column: 3 } } } }]);
  });
});

const IDENTITY_CHOICES = [
  ...['update-root', 'restore-claim', 'canonicalise', 'new-identity', 'make-owner', 'choose-owner', 'keep-claim', 'keep-record'],
  ...['swap-records', 'swap-claims', 'register', 'register-new', 'register-keeping', 'remove-record', 'remove'],
] as const;

const editedBy = (planned: Outcome<Plan>): readonly string[] =>
  planned.map(({ value }) => value.edits.map(({ path }) => path)).unwrapOr([]);

describe('V11 a file of a newer release in the hands of this one', () => {
  const newer = assetV4('a', 1, { schema_version: 5, brand_new: true });

  it('V11 is refused by whatever would save it, and stays as it is', async () => {
    const workspace = createMemoryWorkspace({ ...current(), 'assets/a/asset.json': newer });
    const refusals = [
      await planMutation(workspace, { mutations: [{ kind: 'rename', root: 'a', name: 'other' }] }),
      await planMigration(workspace),
      await build(workspace),
    ];
    for (const refused of refusals) expect(errorsOf(refused._unsafeUnwrapErr()).map(({ code }) => code)).toContain('VERSION_TOO_NEW');
    const registered = await planRegister(workspace);
    expect(registered.map(({ value }) => value.edits).unwrapOr([])).toEqual([]);
    expect(new TextDecoder().decode(workspace.files().get('assets/a/asset.json'))).toBe(newer);
  });

  it('V11 is edited by no choice that settles an identity, and by no fix', async () => {
    const placed: readonly Record<string, string>[] = [
      { 'assets/a/asset.json': newer },
      { 'assets/copy/asset.json': newer, 'assets/copy/data.bin': 'x' },
      { 'assets/new/asset.json': newer.replaceAll(uuid(1), uuid(8)), 'assets/new/data.bin': 'x' },
    ];
    for (const files of placed) {
      const workspace = createMemoryWorkspace({ ...current(), ...files });
      const { assets, diagnostics } = unwrap(await readWorkspace(workspace));
      const path = Object.keys(files)[0] ?? '';
      for (const { root } of assets) {
        for (const choice of IDENTITY_CHOICES) {
          const planned = await planResolveIdentity(workspace, { root, choice });
          expect([root, choice, editedBy(planned).includes(path)]).toEqual([root, choice, false]);
        }
      }
      for (const { fingerprint } of diagnostics) expect(editedBy(await planFix(workspace, { fingerprint }))).not.toContain(path);
    }
  });

  it('V11 a registry of a newer release holds up every plan', async () => {
    const workspace = createMemoryWorkspace({ ...current(), [REGISTRY]: '{ "schema_version": 5 }', 'assets/new/data.bin': 'x' });
    const before = workspace.files();
    const rename = { kind: 'rename', root: 'b', name: 'other' } as const;
    for (const refused of [await planRegister(workspace), await planMutation(workspace, { mutations: [rename] }), await build(workspace)]) {
      expect(refused._unsafeUnwrapErr().map(({ code }) => code)).toContain('VERSION_TOO_NEW');
    }
    expect(workspace.files()).toEqual(before);
  });
});

describe('what is not valid', () => {
  it.each([
    ['structure', { inputs: 7 }],
    ['a key of its own code', { scripts: {} }],
    ['meaning', { inputs: { main: ['../../outside'] } }],
  ])('is not written back with something else in it changed: %s', async (_, change) => {
    const workspace = createMemoryWorkspace({ ...current(), 'assets/a/asset.json': assetV4('a', 1, change) });
    const renamed = await planMutation(workspace, { mutations: [{ kind: 'rename', root: 'a', name: 'other' }] });
    const told = codesOf(renamed._unsafeUnwrapErr(), 'assets/a/asset.json');
    expect(told).toEqual(codesOf(errorsOf(await read(workspace)), 'assets/a/asset.json'));
    expect(told).not.toEqual([]);
  });

  it('may be mended by a mutation, since what comes of it is', async () => {
    const workspace = createMemoryWorkspace({
      ...current(),
      'assets/a/asset.json': assetV4('a', 1, { inputs: { main: ['../../outside'] } }),
    });
    const mended = await planMutation(workspace, { mutations: [{ kind: 'set-inputs', root: 'a', inputs: { main: ['data.bin'] } }] });
    expect(editedBy(mended)).toEqual(['assets/a/asset.json']);
  });
});

describe('V12 keys that nobody knows in a version that is supported', () => {
  it('V12 are told as warnings, and stay to the letter when the file is changed', async () => {
    const unknown = '  "a_later_minor": { "kept" : [ 1.50, "\\u00e9" ] },\n';
    const text = assetV4('a', 1).replace('  "name"', `${unknown}  "name"`);
    const workspace = createMemoryWorkspace({ ...current(), 'assets/a/asset.json': text });
    const diagnostics = await read(workspace);
    expect(codesOf(diagnostics, 'assets/a/asset.json')).toEqual(['STRUCTURE_UNKNOWN_KEY']);
    expect(errorsOf(diagnostics)).toEqual([]);
    const planned = unwrap(await planMutation(workspace, { mutations: [{ kind: 'rename', root: 'a', name: 'other' }] }));
    unwrap(await applyPlan(workspace, planned.value));
    expect(new TextDecoder().decode(workspace.files().get('assets/a/asset.json'))).toBe(text.replace('"a"', '"other"'));
  });

  it('V12 are kept through a migration and in the registry', async () => {
    const old = workspaceOf(registryV3({ a: 1 }, { a_later_minor: 'kept' }), { a: assetV3('a', 1, { another: [1] }) });
    const workspace = createMemoryWorkspace(old);
    unwrap(await applyPlan(workspace, unwrap(await planMigration(workspace)).value.plan));
    const value = (path: string): unknown => JSON.parse(new TextDecoder().decode(workspace.files().get(path)));
    expect(value('assets/a/asset.json')).toMatchObject({ schema_version: 4, another: [1], asset_uuid: uuid(1) });
    expect(value(REGISTRY)).toMatchObject({ schema_version: 4, a_later_minor: 'kept' });
  });
});
