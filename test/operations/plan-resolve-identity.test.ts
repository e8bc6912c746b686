import { describe, expect, it } from 'vitest';
import { applyPlan, doctor, planRegister, planResolveIdentity, type Plan, type Registry } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { makePlan } from '../../src/plans/make-plan.js';
import { declaration, registry, uuid, workspace } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';
/** The first uuid that the memory workspace gives. */
const NEW = '00000000-0000-4000-8000-000000000001';
const SECOND = '00000000-0000-4000-8000-000000000002';

type Files = Readonly<Record<string, string>>;

/** A folder that declares an asset, with the source that it names. */
const folder = (root: string, digit: number, change: Readonly<Record<string, unknown>> = {}): Files => ({
  [`assets/${root}/asset.json`]: declaration(digit, { name: root, ...change }),
  [`assets/${root}/data.bin`]: `bytes of ${root}`,
});

const without = (files: Files, root: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(`assets/${root}/`)));

interface Case {
  /** What a person chose. */
  readonly root: string;
  readonly choice: string;
  readonly files: Files;
  /** Every identity change that the plan shows. */
  readonly changes: readonly string[];
  /** Records afterwards: root, number, uuid. */
  readonly records: readonly (readonly [root: string, id: number, uuid: string])[];
  /** Claims afterwards, of the folders that are not as before. */
  readonly claims: Readonly<Record<string, string | null>>;
  readonly retired?: readonly number[];
}

const HERO = workspace({ hero: 1 });
const BOTH = workspace({ hero: 1, villain: 2 });
const hero = ['hero', 1, uuid(1)] as const;
const villain = ['villain', 2, uuid(2)] as const;

const cases: Readonly<Record<string, Case>> = {
  moved: {
    root: 'knight',
    choice: 'update-root',
    files: { ...without(HERO, 'hero'), ...folder('knight', 1) },
    changes: ['asset-moved knight'],
    records: [['knight', 1, uuid(1)]],
    claims: {},
  },
  'moved, and spelled otherwise': {
    root: 'knight',
    choice: 'update-root',
    files: { ...without(HERO, 'hero'), ...folder('knight', 1, { asset_uuid: `{${uuid(1)}}` }) },
    changes: ['asset-moved knight'],
    records: [['knight', 1, uuid(1)]],
    claims: { knight: uuid(1) },
  },
  'a claim that was lost': {
    root: 'hero',
    choice: 'restore-claim',
    files: { ...HERO, ...folder('hero', 1, { asset_uuid: undefined }) },
    changes: ['claim-added hero'],
    records: [hero],
    claims: { hero: uuid(1) },
  },
  spelling: {
    root: 'hero',
    choice: 'canonicalise',
    files: { ...HERO, ...folder('hero', 1, { asset_uuid: `urn:uuid:${uuid(1)}` }) },
    changes: ['claim-changed hero'],
    records: [hero],
    claims: { hero: uuid(1) },
  },
  'a copy that becomes an asset of its own': {
    root: 'knight',
    choice: 'new-identity',
    files: { ...HERO, ...folder('knight', 1) },
    changes: ['asset-registered knight'],
    records: [hero, ['knight', 100, NEW]],
    claims: { knight: NEW },
  },
  'a copy that becomes the owner': {
    root: 'knight',
    choice: 'make-owner',
    files: { ...HERO, ...folder('knight', 1), ...folder('squire', 1) },
    changes: ['asset-registered hero', 'asset-moved knight', 'asset-registered squire'],
    records: [
      ['knight', 1, uuid(1)],
      ['hero', 100, NEW],
      ['squire', 101, SECOND],
    ],
    claims: { hero: NEW, squire: SECOND },
  },
  'a copy that is none': {
    root: 'knight',
    choice: 'remove',
    files: { ...HERO, ...folder('knight', 1) },
    changes: ['claim-removed knight'],
    records: [hero],
    claims: { knight: null },
  },
  'the owner of copies': {
    root: 'hero',
    choice: 'make-owner',
    files: { ...HERO, ...folder('knight', 1), ...folder('squire', 1) },
    changes: ['asset-registered knight', 'asset-registered squire'],
    records: [hero, ['knight', 100, NEW], ['squire', 101, SECOND]],
    claims: { knight: NEW, squire: SECOND },
  },
  'the owner of a copy that has a record of its own': {
    root: 'hero',
    choice: 'make-owner',
    files: { ...BOTH, ...folder('villain', 1) },
    changes: ['claim-changed villain'],
    records: [hero, villain],
    claims: { villain: uuid(2) },
  },
  'an owner of two whose record has no folder any more': {
    root: 'knight',
    choice: 'choose-owner',
    files: { ...without(HERO, 'hero'), ...folder('knight', 1), ...folder('squire', 1) },
    changes: ['asset-moved knight', 'asset-registered squire'],
    records: [
      ['knight', 1, uuid(1)],
      ['squire', 100, NEW],
    ],
    claims: { squire: NEW },
  },
  'an owner of two that nobody records': {
    root: 'squire',
    choice: 'choose-owner',
    files: { ...HERO, ...folder('knight', 3), ...folder('squire', 3) },
    changes: ['asset-registered knight', 'asset-registered squire'],
    records: [hero, ['knight', 100, NEW], ['squire', 101, uuid(3)]],
    claims: { knight: NEW },
  },
  'an owner that claims nothing itself': {
    root: 'hero',
    choice: 'choose-owner',
    files: { ...HERO, ...folder('hero', 1, { asset_uuid: undefined }), ...folder('knight', 1) },
    changes: ['claim-added hero', 'asset-registered knight'],
    records: [hero, ['knight', 100, NEW]],
    claims: { hero: uuid(1), knight: NEW },
  },
  'another owner than the one that claims nothing': {
    root: 'knight',
    choice: 'choose-owner',
    files: { ...HERO, ...folder('hero', 1, { asset_uuid: undefined }), ...folder('knight', 1) },
    changes: ['asset-registered hero', 'asset-moved knight'],
    records: [
      ['knight', 1, uuid(1)],
      ['hero', 100, NEW],
    ],
    claims: { hero: NEW },
  },
  'a record that is right': {
    root: 'hero',
    choice: 'keep-record',
    files: { ...HERO, ...folder('hero', 3) },
    changes: ['claim-changed hero'],
    records: [hero],
    claims: { hero: uuid(1) },
  },
  'a claim that is right, of what nobody records': {
    root: 'hero',
    choice: 'keep-claim',
    files: { ...HERO, ...folder('hero', 3) },
    changes: ['asset-registered hero', 'asset-retired hero'],
    records: [['hero', 100, uuid(3)]],
    claims: {},
    retired: [1],
  },
  'a claim that is right, of what another folder has left behind': {
    root: 'hero',
    choice: 'keep-claim',
    files: { ...without(BOTH, 'villain'), ...folder('hero', 2), ...folder('knight', 1) },
    changes: ['asset-moved hero', 'asset-moved knight'],
    records: [
      ['knight', 1, uuid(1)],
      ['hero', 2, uuid(2)],
    ],
    claims: {},
  },
  'folders that were swapped': {
    root: 'hero',
    choice: 'swap-records',
    files: { ...BOTH, ...folder('hero', 2), ...folder('villain', 1) },
    changes: ['asset-moved hero', 'asset-moved villain'],
    records: [
      ['villain', 1, uuid(1)],
      ['hero', 2, uuid(2)],
    ],
    claims: {},
  },
  'declarations that were swapped': {
    root: 'hero',
    choice: 'swap-claims',
    files: { ...BOTH, ...folder('hero', 2), ...folder('villain', 1) },
    changes: ['claim-changed hero', 'claim-changed villain'],
    records: [hero, villain],
    claims: { hero: uuid(1), villain: uuid(2) },
  },
  'an invalid claim, recorded': {
    root: 'hero',
    choice: 'restore-claim',
    files: { ...HERO, ...folder('hero', 1, { asset_uuid: 'x' }) },
    changes: ['claim-changed hero'],
    records: [hero],
    claims: { hero: uuid(1) },
  },
  'an invalid claim, unrecorded': {
    root: 'knight',
    choice: 'new-identity',
    files: { ...HERO, ...folder('knight', 1, { asset_uuid: null }) },
    changes: ['asset-registered knight'],
    records: [hero, ['knight', 100, NEW]],
    claims: { knight: NEW },
  },
  'a retired claim': {
    root: 'knight',
    choice: 'new-identity',
    files: { ...HERO, ...folder('knight', 14) },
    changes: ['asset-registered knight'],
    records: [hero, ['knight', 100, NEW]],
    claims: { knight: NEW },
  },
  'a retired claim where a record stands': {
    root: 'hero',
    choice: 'new-identity',
    files: { ...HERO, ...folder('hero', 14) },
    changes: ['asset-registered hero', 'asset-retired hero'],
    records: [['hero', 100, NEW]],
    claims: { hero: NEW },
    retired: [1],
  },
  'no claim and no record': {
    root: 'knight',
    choice: 'register',
    files: { ...HERO, ...folder('knight', 1, { asset_uuid: undefined }) },
    changes: ['asset-registered knight'],
    records: [hero, ['knight', 100, NEW]],
    claims: { knight: NEW },
  },
  'no claim and no registry': {
    root: 'knight',
    choice: 'register',
    files: folder('knight', 1, { asset_uuid: undefined }),
    changes: ['project-created ', 'asset-registered knight'],
    records: [['knight', 1, SECOND]],
    claims: { knight: SECOND },
    retired: [],
  },
  'an identity from elsewhere': {
    root: 'knight',
    choice: 'register-keeping',
    files: { ...HERO, ...folder('knight', 3) },
    changes: ['asset-registered knight'],
    records: [hero, ['knight', 100, uuid(3)]],
    claims: {},
  },
  'an identity from elsewhere that is given up': {
    root: 'knight',
    choice: 'register-new',
    files: { ...HERO, ...folder('knight', 3) },
    changes: ['asset-registered knight'],
    records: [hero, ['knight', 100, NEW]],
    claims: { knight: NEW },
  },
  'a record without a folder': {
    root: 'villain',
    choice: 'remove-record',
    files: without(BOTH, 'villain'),
    changes: ['asset-retired villain'],
    records: [hero],
    claims: {},
    retired: [2],
  },
};

const named = Object.entries(cases);

const planFor = async (host: MemoryWorkspace, { root, choice }: Pick<Case, 'root' | 'choice'>) =>
  planResolveIdentity(host, { root, choice });

async function makePlanFor(host: MemoryWorkspace, chosen: Pick<Case, 'root' | 'choice'>): Promise<Plan> {
  return (await planFor(host, chosen))._unsafeUnwrap().value;
}

const textOf = (host: MemoryWorkspace, path: string): string | null => {
  const bytes = host.files().get(path);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
};
const registryOf = (host: MemoryWorkspace): Registry => JSON.parse(textOf(host, REGISTRY) ?? '') as Registry;
const claimOf = (host: MemoryWorkspace, root: string): unknown => {
  const text = textOf(host, `assets/${root}/asset.json`);
  return text === null ? null : (JSON.parse(text) as { asset_uuid?: unknown }).asset_uuid;
};

/** What stands against each asset, by the severity of the worst. */
async function findings(host: MemoryWorkspace) {
  const { diagnostics } = (await doctor(host))._unsafeUnwrap();
  return diagnostics.map(({ code, severity, fingerprint, location }) => ({
    code,
    severity,
    fingerprint,
    file: location.kind === 'workspace' ? '' : location.file,
  }));
}

describe.each(named)('resolving %s', (_, chosen) => {
  const { root, choice, files, changes, records, claims, retired = [] } = chosen;

  it(`by ${choice}: does what the plan shows, and no more`, async () => {
    const host = createMemoryWorkspace(files);
    const before = await findings(host);
    const plan = await makePlanFor(host, chosen);
    expect(plan.kind).toBe('resolve');
    expect(plan.identityChanges.map((it) => `${it.kind} ${it.root}`)).toEqual(changes);
    expect(plan.identityChanges.every(({ evidence }) => evidence !== '')).toBe(true);

    (await applyPlan(host, JSON.parse(JSON.stringify(plan)) as Plan))._unsafeUnwrap();
    const index = registryOf(host);
    expect(index.assets.map((it) => [it.root, it.asset_id, it.asset_uuid])).toEqual([...records].sort((a, b) => a[1] - b[1]));
    expect(index.retired.map(({ asset_id }) => asset_id).filter((id) => id !== 99)).toEqual(retired);
    const roots = new Set(Object.keys(files).flatMap((path) => /^assets\/(\w+)\/asset\.json$/.exec(path)?.[1] ?? []));
    for (const it of roots)
      expect([it, claimOf(host, it)]).toEqual([it, it in claims ? claims[it] : claimOf(createMemoryWorkspace(files), it)]);
    for (const [path, text] of Object.entries(files)) if (path.endsWith('.bin')) expect(textOf(host, path)).toBe(text);

    const after = await findings(host);
    const fingerprints = new Set(before.map(({ fingerprint }) => fingerprint));
    const mended = before.filter(({ fingerprint }) => !after.some((it) => it.fingerprint === fingerprint));
    expect(mended.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^IDENTITY_/));
    expect(after.filter(({ severity, fingerprint }) => severity === 'error' && !fingerprints.has(fingerprint))).toEqual([]);
    const again = (await planFor(host, chosen))._unsafeUnwrapErr();
    expect(again.map(({ code }) => code)).toEqual([
      again[0].code === 'RESOLVE_ROOT_NOT_FOUND' ? 'RESOLVE_ROOT_NOT_FOUND' : 'RESOLVE_CHOICE_NOT_OFFERED',
    ]);
  });

  it('writes nothing where anything that was read is another by now', async () => {
    const made = await makePlanFor(createMemoryWorkspace(files), chosen);
    const declared = Object.keys(files).filter((path) => path.endsWith('.json'));
    for (const path of [...declared, 'assets/stranger/asset.json']) {
      const host = createMemoryWorkspace(files);
      host.set(path, `${files[path] ?? '{}'}\n`);
      const left = host.files();
      const refused = (await applyPlan(host, made))._unsafeUnwrapErr();
      expect(refused.map(({ code }) => code)).toEqual(['PLAN_STALE']);
      expect(host.files()).toEqual(left);
    }
  });

  it('is refused for another choice, and where the workspace is in doubt', async () => {
    const other = (await planFor(createMemoryWorkspace(files), { root, choice: 'burn' }))._unsafeUnwrapErr();
    expect(other.map(({ code, data }) => [code, data])).toEqual([
      [
        'RESOLVE_CHOICE_NOT_OFFERED',
        expect.objectContaining({ root, choice: 'burn', choices: expect.arrayContaining([choice]) as unknown }),
      ],
    ]);
    const twice = createMemoryWorkspace({ ...files, 'assets/name/x': '1', 'assets/NAME/x': '1' });
    expect((await planFor(twice, chosen))._unsafeUnwrapErr().map(({ code }) => code)).toContain('PATH_COLLISION');
    const broken = createMemoryWorkspace({ ...files, [REGISTRY]: '{' });
    expect((await planFor(broken, chosen))._unsafeUnwrapErr().map(({ code }) => code)).toContain('JSON_SYNTAX');
  });

  it('is refused from outside where it does not show all that it does', async () => {
    const host = createMemoryWorkspace(files);
    const plan = await makePlanFor(host, chosen);
    const left = host.files();
    const [first, ...rest] = plan.identityChanges;
    const altered = plan.identityChanges.map((it) => ({ ...it, root: `${it.root}x` }));
    expect(first).toBeDefined();
    for (const identityChanges of [rest, altered, [...plan.identityChanges, ...plan.identityChanges]]) {
      const forged = makePlan({ ...plan, identityChanges });
      const refused = (await applyPlan(host, forged))._unsafeUnwrapErr();
      expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['PLAN_MALFORMED']));
    }
    expect(host.files()).toEqual(left);
  });
});

const refusalOf = async (files: Files, chosen: Pick<Case, 'root' | 'choice'>) =>
  (await planFor(createMemoryWorkspace(files), chosen))._unsafeUnwrapErr().map(({ code, data }) => [code, data]);

describe('planResolveIdentity', () => {
  it('says where there is no such asset', async () => {
    expect(await refusalOf(HERO, { root: 'nobody', choice: 'register' })).toEqual([['RESOLVE_ROOT_NOT_FOUND', { root: 'nobody' }]]);
  });

  it('has nothing to choose where nothing is wrong', async () => {
    const data = { root: 'hero', class: 'ok', choice: 'restore-claim', choices: [] };
    expect(await refusalOf(HERO, { root: 'hero', choice: 'restore-claim' })).toEqual([['RESOLVE_CHOICE_NOT_OFFERED', data]]);
  });

  it('leaves records that clash to a person', async () => {
    const clash = { ...BOTH, [REGISTRY]: registry({ hero: 1, villain: 1 }) };
    expect(await refusalOf(clash, { root: 'hero', choice: 'edit-by-hand' })).toEqual([
      ['RESOLVE_BY_HAND', { root: 'hero', class: 'id-conflict' }],
    ]);
  });

  it('gives no identity away while who may hold it cannot be read', async () => {
    const files = { ...HERO, 'assets/hero/asset.json': '{', ...folder('knight', 1) };
    const data = { root: 'knight', reason: 'unreadable', files: ['assets/hero/asset.json'] };
    expect(await refusalOf(files, { root: 'knight', choice: 'choose-owner' })).toEqual([['RESOLVE_BLOCKED', data]]);
  });

  it('takes no folder from a record for which several others could be meant', async () => {
    const files = { ...HERO, ...folder('hero', 3), ...folder('knight', 1), ...folder('squire', 1) };
    const data = { root: 'hero', reason: 'several', files: ['assets/knight/asset.json', 'assets/squire/asset.json'] };
    expect(await refusalOf(files, { root: 'hero', choice: 'keep-claim' })).toEqual([['RESOLVE_BLOCKED', data]]);
  });

  it('registers no folder that some disk takes for one that is recorded', async () => {
    const files = { ...HERO, [REGISTRY]: registry({ HERO: 1 }), ...folder('hero', 2, { asset_uuid: undefined }) };
    const refused = await refusalOf(files, { root: 'hero', choice: 'register' });
    expect(refused).toEqual([['REGISTRY_DUPLICATE_ROOT', { root: 'hero', earlier: 'HERO' }]]);
  });

  it('begins no registry where identities are claimed', async () => {
    const files = { ...folder('hero', 1), ...folder('knight', 2, { asset_uuid: undefined }) };
    expect((await refusalOf(files, { root: 'knight', choice: 'register' })).map(([code]) => code)).toContain('REGISTRY_MISSING');
  });

  it('gives no number twice, and none beyond the last', async () => {
    const full = JSON.stringify({ ...(JSON.parse(registry({ hero: 1 })) as object), next_asset_id: 4_294_967_295 });
    const files = { ...HERO, [REGISTRY]: full, ...folder('knight', 1) };
    expect(await refusalOf(files, { root: 'knight', choice: 'new-identity' })).toEqual([
      ['REGISTER_IDS_EXHAUSTED', { next: 4_294_967_295 }],
    ]);
  });

  it.each(['no uuid', uuid(1), uuid(14)])('does not believe an identity source that gives %j', async (given) => {
    const host = createMemoryWorkspace({ ...HERO, ...folder('knight', 1) });
    const refused = await planResolveIdentity({ ...host, identity: { newUuid: () => given } }, { root: 'knight', choice: 'new-identity' });
    expect(refused._unsafeUnwrapErr().map(({ code, data }) => [code, data])).toEqual([['REGISTER_IDENTITY_REFUSED', { found: given }]]);
  });

  it('makes a copy part of builds just as its owner is', async () => {
    const files = { ...HERO, [REGISTRY]: registry({ hero: 1 }, { included_in_build: false }), ...folder('knight', 1) };
    const host = createMemoryWorkspace(files);
    (await applyPlan(host, await makePlanFor(host, { root: 'knight', choice: 'new-identity' })))._unsafeUnwrap();
    expect(registryOf(host).assets.map(({ included_in_build }) => included_in_build)).toEqual([false, false]);
  });

  it('makes whoever else claims an identity part of builds just as its owner is', async () => {
    const files = { ...HERO, [REGISTRY]: registry({ hero: 1 }, { included_in_build: false }), ...folder('knight', 1) };
    const host = createMemoryWorkspace(files);
    (await applyPlan(host, await makePlanFor(host, { root: 'hero', choice: 'make-owner' })))._unsafeUnwrap();
    expect(registryOf(host).assets.map(({ included_in_build }) => included_in_build)).toEqual([false, false]);
  });

  it('keeps what nobody knows in the registry to the letter', async () => {
    const [open, close] = ['{ "team": 1.50, ', ', "notes" : [ "\\u0061" ]}'];
    const index = registry({ hero: 1, villain: 2 })
      .replace(/^\{/, open)
      .replace('"root":"hero"', '"colour" : "r\\u0065d", "root":"hero"')
      .replace(/\}$/, close);
    const host = createMemoryWorkspace({ ...without(BOTH, 'hero'), ...folder('knight', 1), [REGISTRY]: index });
    (await applyPlan(host, await makePlanFor(host, { root: 'knight', choice: 'update-root' })))._unsafeUnwrap();
    const after = textOf(host, REGISTRY) ?? '';
    for (const token of ['"team": 1.50', '"colour": "r\\u0065d"', '"notes": [ "\\u0061" ]']) expect(after).toContain(token);
    expect(registryOf(host).assets[0]).toMatchObject({ root: 'knight', colour: 'red' });
  });

  it('restores a claim beside faults that have nothing to do with it', async () => {
    const host = createMemoryWorkspace({ ...HERO, ...folder('hero', 1, { asset_uuid: undefined, type: 'x' }) });
    (await applyPlan(host, await makePlanFor(host, { root: 'hero', choice: 'restore-claim' })))._unsafeUnwrap();
    expect(claimOf(host, 'hero')).toBe(uuid(1));
  });

  it('is stale where a file changes while it is planned', async () => {
    const files = { ...HERO, ...folder('hero', 1, { asset_uuid: undefined }) };
    let reads = 0;
    const host: MemoryWorkspace = createMemoryWorkspace(files, {
      faults: (operation, path) => {
        if (operation === 'read' && path === 'assets/hero/asset.json') reads += 1;
        if (reads === 2) host.set('assets/hero/asset.json', '{}');
        return undefined;
      },
    });
    const refused = (await planFor(host, { root: 'hero', choice: 'restore-claim' }))._unsafeUnwrapErr();
    expect(refused.map(({ code, data }) => [code, 'differences' in data && data.differences.map(({ path }) => path)])).toEqual([
      ['PLAN_STALE', ['assets/hero/asset.json']],
    ]);
  });
});

describe('planResolveIdentity, where files are of earlier versions', () => {
  const old = (root: string, version: number, change: Readonly<Record<string, unknown>> = {}): string =>
    JSON.stringify({
      schema_version: version,
      name: root,
      type: 'data_bank',
      inputs: { main: version === 2 ? 'data.bin' : ['data.bin'] },
      output: { format: 'raw', codec: 'none' },
      ...change,
    });
  const knight = (text: string): Files => ({ 'assets/knight/asset.json': text, 'assets/knight/data.bin': 'x' });
  const settle = async (files: Files, chosen: Pick<Case, 'root' | 'choice'>) => {
    const host = createMemoryWorkspace(files);
    const plan = await makePlanFor(host, chosen);
    (await applyPlan(host, JSON.parse(JSON.stringify(plan)) as Plan))._unsafeUnwrap();
    const after = (await doctor(host))._unsafeUnwrap();
    expect(after.diagnostics).toEqual([]);
    return { plan, declared: JSON.parse(textOf(host, `assets/${chosen.root}/asset.json`) ?? '') as object };
  };

  it.each([
    ['version 2', old('knight', 2)],
    ['version 2 with a preload', old('knight', 2, { preload: true })],
    ['version 3', old('knight', 3)],
  ])('registers a declaration of %s in the current one', async (_, text) => {
    const { plan, declared } = await settle({ ...HERO, ...knight(text) }, { root: 'knight', choice: 'register' });
    expect(plan.identityChanges.map(({ kind, root }) => `${kind} ${root}`)).toEqual(['asset-registered knight']);
    expect(declared).toMatchObject({ schema_version: 4, asset_uuid: NEW, inputs: { main: ['data.bin'] } });
  });

  it('gives a copy of version 3 a new identity in the current one', async () => {
    const files = { ...HERO, ...knight(old('knight', 3, { asset_uuid: uuid(1) })) };
    const { declared } = await settle(files, { root: 'knight', choice: 'new-identity' });
    expect(declared).toMatchObject({ schema_version: 4, asset_uuid: NEW });
  });

  it('gives a recorded declaration of version 2 its identity, although another folder claims it', async () => {
    const files = { ...HERO, 'assets/hero/asset.json': old('hero', 2), ...folder('knight', 1) };
    const { plan, declared } = await settle(files, { root: 'hero', choice: 'choose-owner' });
    expect(plan.identityChanges.map(({ kind, root }) => `${kind} ${root}`)).toEqual(['claim-added hero', 'asset-registered knight']);
    expect(declared).toMatchObject({ schema_version: 4, asset_uuid: uuid(1) });
  });

  it('migrates nothing that has faults', async () => {
    const files = { ...HERO, ...knight(old('knight', 2, { name: 'Knight!' })) };
    const refused = (await planFor(createMemoryWorkspace(files), { root: 'knight', choice: 'register' }))._unsafeUnwrapErr();
    expect(refused.map(({ code, location }) => [code, location.kind === 'text' && location.pointer])).toEqual([
      ['STRUCTURE_BAD_FORMAT', '/name'],
    ]);
  });

  it('waits for the migration of the registry, and so does registering', async () => {
    const three = JSON.stringify({
      schema_version: 3,
      project_uuid: uuid(15),
      next_asset_id: 2,
      assets: [{ asset_id: 1, asset_uuid: uuid(1), root: 'hero' }],
    });
    const host = createMemoryWorkspace({ ...HERO, [REGISTRY]: three, ...folder('knight', 1), 'assets/new/data.bin': 'x' });
    const refusals = [await planFor(host, { root: 'knight', choice: 'new-identity' }), await planRegister(host)];
    for (const refused of refusals) {
      expect(refused._unsafeUnwrapErr()).toMatchObject([
        {
          code: 'RESOLVE_MIGRATE_FIRST',
          location: { kind: 'file', file: REGISTRY },
          data: { version: 3, current: 4 },
          found: 3,
          supported: { oldest: 2, current: 4 },
          migration: { attempted: false },
          manualAction: { required: true },
          blocks: { build: false, studio: true },
        },
      ]);
    }
  });
});

describe('planResolveIdentity of a declaration written by hand', () => {
  const written = (uuidLine: string): string =>
    [
      '{',
      '\t"name" : "hero",',
      '\t"schema_version":4,',
      ...(uuidLine === '' ? [] : [uuidLine]),
      '',
      '\t"type": "data\\u005fbank",',
      '\t"inputs": {"main": ["data.bin"] },',
      '\t"output": { "format": "raw", "codec":"none" },',
      '\t"extensions": { "weight": 1.50 }',
      '}',
      '',
    ].join('\r\n');

  it.each([
    ['restore-claim', '', `\t"asset_uuid":"${uuid(1)}",`],
    ['restore-claim', '\t"asset_uuid"  :  7,', `\t"asset_uuid"  :  "${uuid(1)}",`],
    ['canonicalise', `\t"asset_uuid": "{${uuid(1)}}",`, `\t"asset_uuid": "${uuid(1)}",`],
  ])('by %s changes one line', async (choice, before, after) => {
    const host = createMemoryWorkspace({ ...HERO, 'assets/hero/asset.json': written(before) });
    const plan = await makePlanFor(host, { root: 'hero', choice });
    expect(plan.edits).toMatchObject([{ path: 'assets/hero/asset.json', before: written(before), after: written(after) }]);
  });
});
