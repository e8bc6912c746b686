import { describe, expect, test } from 'vitest';
import type { AssetDeclaration } from '../../src/artifacts/asset/model.js';
import type { Registry } from '../../src/artifacts/registry/model.js';
import { createMemoryWorkspace } from '../../src/memory/create-memory-workspace.js';
import { applyPlan } from '../../src/operations/apply-plan.js';
import { build } from '../../src/operations/build.js';
import { planMutation } from '../../src/operations/plan-mutation.js';
import { readWorkspace } from '../../src/operations/read-workspace.js';
import type { Mutation } from '../../src/plans/mutate/mutation.js';
import type { Plan } from '../../src/plans/plan.js';
import { planDigest } from '../../src/plans/plan-digest.js';
import { portableCompute } from '../../src/codec/portable-compute.js';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';
const ONE = 'assets/one/asset.json';

const BY_HAND = [
  '{',
  '\t"schema_version": 4,',
  '',
  `\t"asset_uuid": "${uuid(1)}",`,
  '\t"name" : "asset-1", "type": "data_bank",',
  '\t"inputs": { "main": ["data.bin"] },',
  '\t"output": { "format": "raw", "codec": "none", "note": 1.50 },',
  '\t"colour": "r\\u0065d"',
  '}',
].join('\r\n');

function host(change: Record<string, string | Uint8Array> = {}) {
  return createMemoryWorkspace({ ...workspace({ one: 1, two: 2 }), [ONE]: BY_HAND, ...change });
}

type Host = ReturnType<typeof host>;

const textOf = (it: Host, path: string): string => new TextDecoder().decode(it.files().get(path));
const jsonOf = <T>(it: Host, path: string): T => JSON.parse(textOf(it, path)) as T;
const plan = (it: Host, ...mutations: Mutation[]) => planMutation(it, { mutations });

async function applied(it: Host, ...mutations: Mutation[]): Promise<Plan> {
  const made = (await plan(it, ...mutations))._unsafeUnwrap().value;
  (await applyPlan(it, made))._unsafeUnwrap();
  const again = (await plan(it, ...mutations.filter(({ kind }) => kind !== 'remove')))._unsafeUnwrap().value;
  expect(again.edits).toEqual([]); // it says so already
  return made;
}

/** Whether everything that is wanted stands in what was found. */
function isDeepSubset(found: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return Object.is(found, wanted);
  if (typeof found !== 'object' || found === null) return false;
  return Object.entries(wanted).every(([key, value]) => isDeepSubset((found as Record<string, unknown>)[key], value));
}

async function refusal(it: Host, ...mutations: Mutation[]) {
  const before = [...it.files()].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
  const refused = (await plan(it, ...mutations))._unsafeUnwrapErr();
  expect([...it.files()].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual(before);
  return refused.map(({ code, location, data }) => ({ code, location, data }));
}

describe('a declaration is changed by the smallest edit', () => {
  const cases: readonly (readonly [string, Mutation, (text: string) => string])[] = [
    ['name', { kind: 'rename', root: 'one', name: 'night' }, (text) => text.replace('"asset-1"', '"night"')],
    [
      'preload',
      { kind: 'set-preload', root: 'one', preload: { enabled: true, slot: 3 } },
      (text) => text.replace('"note": 1.50 },', '"note": 1.50 },\r\n\t"preload": { "enabled": true, "slot": 3 },'),
    ],
    [
      'output',
      { kind: 'set-output', root: 'one', output: { metadata: { w: 8 } } },
      (text) => text.replace('"codec": "none",', '"codec": "none", "metadata": { "w": 8 },'),
    ],
    ['type', { kind: 'set-output', root: 'one', type: 'tile_bank' }, (text) => text.replace('"data_bank"', '"tile_bank"')],
    [
      'inputs',
      { kind: 'set-inputs', root: 'one', inputs: { main: ['more.bin', 'data.bin'] } },
      (text) => text.replace('["data.bin"]', '["more.bin", "data.bin"]'),
    ],
  ];

  test.each(cases)('%s', async (_, mutation, expected) => {
    const it = host({ 'assets/one/more.bin': 'more' });
    const made = await applied(it, mutation);
    expect(made.edits.map(({ path }) => path)).toEqual([ONE]);
    expect(made.identityChanges).toEqual([]);
    expect(textOf(it, ONE)).toBe(expected(BY_HAND));
    expect((await build(it)).isOk()).toBe(true);
  });

  test('what is taken out leaves no trace', async () => {
    const it = host();
    await applied(it, { kind: 'set-preload', root: 'one', preload: { enabled: true } });
    await applied(it, { kind: 'set-preload', root: 'one', preload: null });
    expect(textOf(it, ONE)).toBe(BY_HAND);
  });
});

test('a slot that is not given goes, and what nobody knows inside stays', async () => {
  const it = host({ [ONE]: declaration(1, { preload: { enabled: true, slot: 4, why: 'boss' } as never }) });
  await applied(it, { kind: 'set-preload', root: 'one', preload: { enabled: false } });
  const { preload } = jsonOf<AssetDeclaration>(it, ONE);
  expect(preload).toEqual({ enabled: false, why: 'boss' });
});

test('several changes are one plan', async () => {
  const it = host();
  const made = await applied(
    it,
    { kind: 'rename', root: 'one', name: 'night' },
    { kind: 'set-preload', root: 'one', preload: { enabled: true } },
    { kind: 'rename', root: 'two', name: 'day' },
    { kind: 'set-inclusion', root: 'two', included: false },
  );
  expect(made.edits.map(({ path }) => path)).toEqual([REGISTRY, ONE, 'assets/two/asset.json']);
  expect(jsonOf<Registry>(it, REGISTRY).assets.map((record) => record.included_in_build)).toEqual([true, false]);
});

test('two names may change places in one plan, though neither could alone', async () => {
  const it = host();
  expect(await refusal(it, { kind: 'rename', root: 'one', name: 'asset-2' })).toContainEqual(
    expect.objectContaining({ code: 'ASSET_NAME_TAKEN' }),
  );
  await applied(it, { kind: 'rename', root: 'one', name: 'asset-2' }, { kind: 'rename', root: 'two', name: 'asset-1' });
});

describe('removed', () => {
  test('the record goes, its identity is retired, and no file is deleted', async () => {
    const it = host();
    const made = await applied(it, { kind: 'remove', root: 'one' });
    expect(made.edits.map(({ path }) => path)).toEqual([REGISTRY]);
    expect(made.identityChanges).toMatchObject([
      { kind: 'asset-retired', root: 'one', before: { asset_uuid: uuid(1), asset_id: 1 }, after: null },
    ]);
    expect(JSON.parse(textOf(it, REGISTRY))).toMatchObject({
      assets: [{ root: 'two' }],
      retired: [{ asset_id: 1, asset_uuid: uuid(1) }, { asset_id: 99 }],
    });
    expect(it.files().has(ONE)).toBe(true);
    const [state] = (await readWorkspace(it))._unsafeUnwrap().assets;
    expect(state?.identity.class).toBe('retired-claim');
    expect((await build(it)).isOk()).toBe(true);
  });

  test('its asset.json goes where that is asked for, and nothing else', async () => {
    const it = host();
    const made = await applied(it, { kind: 'remove', root: 'one', deleteDeclaration: true });
    expect(made.identityChanges.map(({ kind, root }) => [kind, root])).toEqual([
      ['asset-retired', 'one'],
      ['claim-removed', 'one'],
    ]);
    expect(it.files().has(ONE)).toBe(false);
    expect(it.files().has('assets/one/data.bin')).toBe(true);
    expect((await readWorkspace(it))._unsafeUnwrap().diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a record whose folder is gone can be removed', async () => {
    const it = host();
    it.delete(ONE);
    const made = await applied(it, { kind: 'remove', root: 'one', deleteDeclaration: true });
    expect(made.edits.map(({ path }) => path)).toEqual([REGISTRY]);
  });
});

describe('refused, and nothing is written', () => {
  test.each<[string, Mutation, object]>([
    ['no such asset', { kind: 'rename', root: 'three', name: 'x' }, { code: 'MUTATION_ROOT_NOT_FOUND', data: { root: 'three' } }],
    ['a path for a root', { kind: 'rename', root: '../one', name: 'x' }, { code: 'MUTATION_ROOT_NOT_FOUND', data: { root: '../one' } }],
    [
      'a name that is none',
      { kind: 'rename', root: 'one', name: 'Night' },
      { code: 'STRUCTURE_BAD_FORMAT', location: { file: ONE, pointer: '/name' }, data: { found: 'Night' } },
    ],
    [
      'a slot that is none',
      { kind: 'set-preload', root: 'one', preload: { enabled: true, slot: 65_536 } },
      { code: 'STRUCTURE_OUT_OF_RANGE', location: { file: ONE, pointer: '/preload/slot' } },
    ],
    [
      'an input that is not there',
      { kind: 'set-inputs', root: 'one', inputs: { main: ['gone.bin'] } },
      { location: { file: ONE, pointer: '/inputs/main/0' } },
    ],
    [
      'an input that climbs out',
      { kind: 'set-inputs', root: 'one', inputs: { main: ['../two/data.bin'] } },
      { code: 'PATH_ESCAPES_ROOT', location: { pointer: '/inputs/main/0' } },
    ],
    ['no inputs', { kind: 'set-inputs', root: 'one', inputs: {} }, { code: 'ASSET_NO_INPUTS' }],
    ['a format that does not suit', { kind: 'set-output', root: 'one', output: { format: 'png' } }, { code: 'ASSET_FORMAT_UNSUITABLE' }],
    [
      'a name that is taken',
      { kind: 'rename', root: 'one', name: 'asset-2' },
      { code: 'ASSET_NAME_TAKEN', location: { file: ONE, pointer: '/name' } },
    ],
  ])('%s', async (_, mutation, found) => {
    const refused = (await refusal(host(), mutation)).filter((one) => isDeepSubset(one, found));
    expect(refused).toHaveLength(1);
  });

  test('a slot that another asset has', async () => {
    const it = host({ 'assets/two/asset.json': declaration(2, { preload: { enabled: true, slot: 7 } }) });
    const codes = (await refusal(it, { kind: 'set-preload', root: 'one', preload: { enabled: true, slot: 7 } })).map(({ code }) => code);
    expect(codes).toContain('ASSET_SLOT_TAKEN');
  });

  test('inclusion of what is not recorded', async () => {
    const it = host({ 'assets/three/asset.json': declaration(3), 'assets/three/data.bin': 'three' });
    expect(await refusal(it, { kind: 'set-inclusion', root: 'three', included: true })).toMatchObject([
      { code: 'MUTATION_NOT_REGISTERED', data: { root: 'three', class: 'imported' } },
    ]);
    await applied(it, { kind: 'rename', root: 'three', name: 'trois' }); // its declaration is its own
  });

  test('a declaration that cannot be read, or is of an earlier version', async () => {
    expect(await refusal(host({ [ONE]: '{' }), { kind: 'rename', root: 'one', name: 'x' })).toMatchObject([
      { code: 'MUTATION_NOT_READABLE', data: { root: 'one' } },
    ]);
    const old = host({ [ONE]: declaration(1, { schema_version: 3 as never }) });
    expect(await refusal(old, { kind: 'rename', root: 'one', name: 'x' })).toMatchObject([
      { code: 'RESOLVE_MIGRATE_FIRST', location: { file: ONE }, data: { version: 3 } },
    ]);
  });

  test('everything, while the registry cannot be read or is of an earlier version', async () => {
    const codes = async (text: string) =>
      (await refusal(host({ [REGISTRY]: text }), { kind: 'rename', root: 'one', name: 'x' })).map(({ code }) => code);
    expect(await codes('{')).toContain('JSON_SYNTAX');
    const old = JSON.parse(registry({ one: 1, two: 2 })) as Registry;
    const assets = old.assets.map(({ asset_id, asset_uuid, root }) => ({ asset_id, asset_uuid, root }));
    const v3 = { ...old, schema_version: 3, retired: undefined, assets };
    expect(await codes(JSON.stringify(v3))).toEqual(['RESOLVE_MIGRATE_FIRST']);
  });
});

test('a plan that was made before a change is stale', async () => {
  const it = host();
  const made = (await plan(it, { kind: 'rename', root: 'one', name: 'night' }))._unsafeUnwrap().value;
  it.set(ONE, BY_HAND.replace('asset-1', 'asset-9'));
  expect((await applyPlan(it, made))._unsafeUnwrapErr()[0].code).toBe('PLAN_STALE');
  expect(textOf(it, ONE)).toBe(BY_HAND.replace('asset-1', 'asset-9'));
});

test('a plan that hides what it does to identity is refused', async () => {
  const it = host();
  const made = (await plan(it, { kind: 'remove', root: 'one' }))._unsafeUnwrap().value;
  const hiding = { ...made, identityChanges: [] };
  const forged = { ...hiding, digest: planDigest(hiding, portableCompute)! };
  expect((await applyPlan(it, forged))._unsafeUnwrapErr().map(({ code }) => code)).toContain('PLAN_MALFORMED');
});

const REST = { type: 'data_bank', inputs: { main: ['data.bin'] }, output: { format: 'raw', codec: 'none' } };
const orphaned = (...roots: string[]): string => {
  const digits: Readonly<Record<string, number>> = { one: 1, two: 2, gone: 5 };
  const assets = roots.map((root) => ({ asset_id: digits[root], asset_uuid: uuid(digits[root] ?? 0), root, included_in_build: true }));
  return JSON.stringify({ schema_version: 4, project_uuid: uuid(15), next_asset_id: 100, assets, retired: [] });
};

test('an error of another record, told at another place afterwards, stands in nobody else\u2019s way', async () => {
  const it = host({ [REGISTRY]: orphaned('one', 'two', 'gone') });
  expect((await plan(it, { kind: 'remove', root: 'one' })).isOk()).toBe(true);
  const unsorted = host({ [REGISTRY]: orphaned('gone', 'two', 'one') });
  expect((await plan(unsorted, { kind: 'set-inclusion', root: 'one', included: false })).isOk()).toBe(true);
});

test('a declaration is changed also where there is no registry', async () => {
  const text = JSON.stringify({ schema_version: 4, name: 'one', ...REST });
  const it = createMemoryWorkspace({ [ONE]: text, 'assets/one/data.bin': 'x' });
  await applied(it, { kind: 'rename', root: 'one', name: 'night' });
  expect(textOf(it, ONE)).toBe(text.replace('"one"', '"night"'));
});

test('a record is not retired while another has its uuid', async () => {
  const shared = JSON.parse(orphaned('one', 'two')) as { assets: Record<string, unknown>[] };
  shared.assets[1] = { ...shared.assets[1], asset_uuid: uuid(1) };
  const refused = await refusal(host({ [REGISTRY]: JSON.stringify(shared) }), { kind: 'remove', root: 'one' });
  expect(refused.map(({ code, data }) => [code, data])).toEqual([['RESOLVE_BY_HAND', { root: 'one', class: 'id-conflict' }]]);
});
