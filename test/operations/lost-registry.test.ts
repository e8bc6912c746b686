import { describe, expect, it } from 'vitest';
import {
  applyPlan,
  doctor,
  fixChoicesOf,
  planFix,
  planMutation,
  planRegister,
  planResolveIdentity,
  planSafeFixes,
  readWorkspace,
} from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';
import { lspCodeActions } from 'prometeu-packer/report';
import { openSession } from 'prometeu-packer/studio';
import { unwrap } from '../e2e/unwrap.js';
import { declaration, registry, uuid } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';
const folder = (root: string, text: string): Record<string, string> => ({
  [`assets/${root}/asset.json`]: text,
  [`assets/${root}/data.bin`]: `bytes of ${root}`,
});
const unclaimed = (digit: number): string => declaration(digit, { asset_uuid: undefined });

/** Every kind of claim, and a folder without a declaration: nobody can tell which of them the registry recorded. */
const LOST: Record<string, MemoryContent> = {
  ...folder('claimed', declaration(1)),
  ...folder('copied', declaration(2, { name: 'copied' })),
  ...folder('copy', declaration(2, { name: 'copy' })),
  ...folder('invalid', declaration(3, { asset_uuid: 'no uuid' })),
  ...folder('none', unclaimed(4)),
  ...folder('spelled', declaration(5, { asset_uuid: uuid(5).toUpperCase() })),
  'assets/new/data.bin': 'bytes of new',
};

const codesOf = (found: readonly { readonly code: string }[]): readonly string[] => found.map(({ code }) => code);
const refusalOf = async (planned: ReturnType<typeof planFix>) => (await planned)._unsafeUnwrapErr();

describe('a workspace whose registry is lost', () => {
  it('tells that once, judges no claim, and offers no choice that would be refused', async () => {
    const host = createMemoryWorkspace(LOST);
    const { diagnostics, verdict, snapshot } = unwrap(await doctor(host));
    expect(diagnostics.map(({ code, data }) => [code, 'choices' in data ? data.choices : null])).toEqual([
      ['REGISTRY_MISSING', null],
      ['IDENTITY_INVALID_CLAIM', []],
    ]);
    expect(diagnostics[0]?.data).toEqual({ expected: REGISTRY, claiming: 5 });
    expect(snapshot.assets.map(({ root, identity }) => [root, identity.class])).toEqual([
      ['claimed', 'unreadable'],
      ['copied', 'unreadable'],
      ['copy', 'unreadable'],
      ['invalid', 'invalid-claim'],
      ['none', 'unreadable'],
      ['spelled', 'unreadable'],
    ]);
    expect(verdict.mutate).toEqual({ can: false, decidedBy: ['IDENTITY_INVALID_CLAIM', 'REGISTRY_MISSING'] });
    expect(diagnostics.flatMap(fixChoicesOf)).toEqual([]);
    const uriOf = (file: string): string => `file:///${file}`;
    expect(lspCodeActions(diagnostics, { uriOf, workspaceUri: uriOf(REGISTRY), documentOf: () => undefined })).toEqual([]);
    const { plan, left } = unwrap(await planSafeFixes(host)).value;
    expect([plan.edits, left]).toEqual([[], []]);
  });

  it('offers nothing in a session either', async () => {
    const session = unwrap(await openSession(createMemoryWorkspace(LOST)));
    for (const root of ['claimed', 'invalid', 'none']) {
      expect(unwrap(await session.codeActions({ file: `assets/${root}/asset.json` }))).toEqual([]);
    }
    await session.close();
  });

  it('refuses every plan by what is missing, and writes nothing', async () => {
    const host = createMemoryWorkspace(LOST);
    const invalid = unwrap(await readWorkspace(host)).diagnostics.find(({ code }) => code === 'IDENTITY_INVALID_CLAIM');
    const fingerprint = invalid?.fingerprint ?? '';
    const refusals = [
      planFix(host, { fingerprint }),
      planFix(host, { fingerprint, choice: 'new-identity' }),
      planResolveIdentity(host, { root: 'claimed', choice: 'register-keeping' }),
      planResolveIdentity(host, { root: 'none', choice: 'register' }),
      planRegister(host),
      planMutation(host, { mutations: [{ kind: 'rename', root: 'claimed', name: 'other' }] }),
    ];
    for (const refused of refusals) expect(codesOf(await refusalOf(refused))).toContain('REGISTRY_MISSING');
    expect([...host.files().keys()].sort()).toEqual(Object.keys(LOST).sort());
  });

  it('is as it was once the registry is back', async () => {
    const host = createMemoryWorkspace({ ...folder('a', declaration(1)), ...folder('b', declaration(2)) });
    expect(unwrap(await doctor(host)).verdict.mutate.can).toBe(false);
    host.set(REGISTRY, registry({ a: 1, b: 2 }));
    expect(unwrap(await doctor(host)).diagnostics).toEqual([]);
  });

  it('takes each folder by itself once a person has put a registry without records there', async () => {
    const host = createMemoryWorkspace(LOST);
    const empty = { schema_version: 4, project_uuid: uuid(15), next_asset_id: 1, assets: [], retired: [] };
    host.set(REGISTRY, JSON.stringify(empty));
    const planned = unwrap(await planResolveIdentity(host, { root: 'claimed', choice: 'register-keeping' })).value;
    expect(planned.identityChanges).toMatchObject([{ root: 'claimed', after: { asset_uuid: uuid(1), asset_id: 1 } }]);
    unwrap(await applyPlan(host, planned));
    const found = unwrap(await readWorkspace(host)).diagnostics;
    expect(found.map(({ code, data }) => [code, 'root' in data ? data.root : null])).toEqual([
      ['IDENTITY_AMBIGUOUS', 'copied'],
      ['IDENTITY_AMBIGUOUS', 'copy'],
      ['IDENTITY_INVALID_CLAIM', 'invalid'],
      ['IDENTITY_UNREGISTERED', 'none'],
      ['IDENTITY_IMPORTED', 'spelled'],
    ]);
    expect(found.filter((one) => fixChoicesOf(one).length === 0)).toEqual([]);
  });
});

describe('a registry that cannot be read', () => {
  it('offers no choice either', async () => {
    const host = createMemoryWorkspace({ ...LOST, [REGISTRY]: '{' });
    const { diagnostics } = unwrap(await doctor(host));
    expect(diagnostics.map(({ code, data }) => [code, 'choices' in data ? data.choices : null])).toEqual([
      ['JSON_SYNTAX', null],
      ['IDENTITY_INVALID_CLAIM', []],
    ]);
    const refused = await refusalOf(planFix(host, { fingerprint: diagnostics[1]?.fingerprint ?? '' }));
    expect(codesOf(refused)).toContain('JSON_SYNTAX');
  });
});

describe('a workspace that never had a registry', () => {
  it('begins one by the choice that a declared folder is offered, where nothing is claimed', async () => {
    const host = createMemoryWorkspace({ ...folder('none', unclaimed(4)), 'assets/new/data.bin': 'bytes of new' });
    const [found] = unwrap(await doctor(host)).diagnostics;
    expect([found?.code, found === undefined ? [] : fixChoicesOf(found).map(({ choice }) => choice)]).toEqual([
      'IDENTITY_UNREGISTERED',
      ['register'],
    ]);
    unwrap(await applyPlan(host, unwrap(await planFix(host, { fingerprint: found?.fingerprint ?? '' })).value));
    expect(unwrap(await doctor(host)).verdict.build.can).toBe(true);
  });
});
