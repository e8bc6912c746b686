import { describe, expect, it } from 'vitest';
import { applyPlan, doctor, fixChoicesOf, planFix, type Diagnostic, type DiagnosticCode, type Plan } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent, type MemoryWorkspace } from 'prometeu-packer/memory';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { planTextFix } from '../../src/plans/fix/plan-text-fix.js';
import { makePlan } from '../../src/plans/make-plan.js';
import { nodeCompute } from '../../src/node/node-compute.js';
import { declaration, registry, workspace } from '../workspace/workspaces.js';

const REGISTRY = 'assets/.prometeu/index.json';
const HERO = 'assets/hero/asset.json';
const SOUND = workspace({ hero: 1 });
const COPIED = { ...SOUND, 'assets/knight/asset.json': declaration(1, { name: 'knight' }), 'assets/knight/data.bin': 'x' };

type Files = Readonly<Record<string, MemoryContent>>;

const findingsOf = async (host: MemoryWorkspace): Promise<readonly Diagnostic[]> => (await doctor(host))._unsafeUnwrap().diagnostics;

async function find(host: MemoryWorkspace, code: DiagnosticCode): Promise<Diagnostic> {
  const found = (await findingsOf(host)).find((it) => it.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
}

async function fix(host: MemoryWorkspace, code: DiagnosticCode, choice?: string) {
  const { fingerprint } = await find(host, code);
  return planFix(host, { fingerprint, ...(choice !== undefined && { choice }) });
}

const refusalOf = async (files: Files, code: DiagnosticCode, choice?: string) =>
  (await fix(createMemoryWorkspace(files), code, choice))._unsafeUnwrapErr().map(({ code: refused, data }) => [refused, data]);

describe('planFix of a text', () => {
  it.each<[string, DiagnosticCode, string, string]>([
    ['a byte order mark', 'JSON_BOM', HERO, `\ufeff${SOUND[HERO] ?? ''}`],
    ['a byte order mark in the registry', 'JSON_BOM', REGISTRY, `\ufeff${SOUND[REGISTRY] ?? ''}`],
    ['a comma too many', 'JSON_TRAILING_COMMA', HERO, (SOUND[HERO] ?? '').replace(/\n}$/, ',\n}')],
    ['a comma too many in the registry', 'JSON_TRAILING_COMMA', REGISTRY, (SOUND[REGISTRY] ?? '').replace(/}$/, ',}')],
  ])('takes away %s, and no other byte', async (_, code, path, text) => {
    const host = createMemoryWorkspace({ ...SOUND, [path]: text });
    const plan = (await fix(host, code))._unsafeUnwrap().value;
    expect(plan).toMatchObject({ kind: 'fix', identityChanges: [], edits: [{ path }] });
    (await applyPlan(host, JSON.parse(JSON.stringify(plan)) as Plan))._unsafeUnwrap();
    expect(Object.fromEntries([...host.files()].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]))).toMatchObject(SOUND);
    expect(await findingsOf(host)).toEqual([]);
    expect(
      (
        await planFix(host, { fingerprint: (await find(createMemoryWorkspace({ ...SOUND, [path]: text }), code)).fingerprint })
      )._unsafeUnwrapErr()[0].code,
    ).toBe('FIX_NOT_FOUND');
  });

  it('leaves faults beside it where they were', async () => {
    const host = createMemoryWorkspace({ ...SOUND, [REGISTRY]: '\ufeff{"a": 1,}' });
    (await applyPlan(host, (await fix(host, 'JSON_BOM'))._unsafeUnwrap().value))._unsafeUnwrap();
    (await applyPlan(host, (await fix(host, 'JSON_TRAILING_COMMA'))._unsafeUnwrap().value))._unsafeUnwrap();
    expect(new TextDecoder().decode(host.files().get(REGISTRY))).toBe('{"a": 1}');
    expect((await findingsOf(host)).map(({ code }) => code)).toContain('VERSION_MISSING');
  });

  it('writes nothing where the file is another by now', async () => {
    const host = createMemoryWorkspace({ ...SOUND, [HERO]: `\ufeff${SOUND[HERO] ?? ''}` });
    const plan = (await fix(host, 'JSON_BOM'))._unsafeUnwrap().value;
    host.set(HERO, 'edited');
    expect((await applyPlan(host, plan))._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['PLAN_STALE']);
    expect(new TextDecoder().decode(host.files().get(HERO))).toBe('edited');
  });

  it('is refused from outside where it changes an identity that it does not show', async () => {
    const host = createMemoryWorkspace({ ...SOUND, [HERO]: `\ufeff${SOUND[HERO] ?? ''}` });
    const plan = (await fix(host, 'JSON_BOM'))._unsafeUnwrap().value;
    const forged = makePlan({ ...plan, edits: [createTextEdit(HERO, `\ufeff${SOUND[HERO] ?? ''}`, declaration(3))] });
    expect((await applyPlan(host, forged))._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['PLAN_MALFORMED']);
  });

  it('is offered for nothing that is advice only, has no fix, or is no text as a whole', async () => {
    const text = (SOUND[HERO] ?? '').replace('{', '{ // the hero');
    expect(await refusalOf({ ...SOUND, [HERO]: text }, 'JSON_COMMENT')).toEqual([
      ['FIX_NOT_OFFERED', { fingerprint: expect.any(String) as unknown, code: 'JSON_COMMENT' }],
    ]);
    expect((await refusalOf({ ...SOUND, [HERO]: '{' }, 'JSON_SYNTAX', '1')).map(([code]) => code)).toEqual(['FIX_NOT_OFFERED']);
    const snapshot = (await doctor(createMemoryWorkspace(SOUND)))._unsafeUnwrap().snapshot;
    const edits = [{ file: HERO, start: 0, end: 0, newText: ' ' }];
    const lossy = new Map([[HERO, { text: '\ufffd', sha256: 'of other bytes' }]]);
    expect(planTextFix(snapshot, { title: 't', edits }, lossy, nodeCompute)).toBeNull();
    expect(planTextFix(snapshot, { title: 't', edits }, new Map(), nodeCompute)).toBeNull();
  });
});

describe('planFix of an identity', () => {
  it('plans what was chosen', async () => {
    const host = createMemoryWorkspace(COPIED);
    const [found] = (await findingsOf(host)).filter(
      ({ code, data }) => code === 'IDENTITY_COPY' && 'root' in data && data.root === 'knight',
    );
    const planned = await planFix(host, { fingerprint: found?.fingerprint ?? '', choice: 'new-identity' });
    expect(planned._unsafeUnwrap().value).toMatchObject({
      kind: 'resolve',
      identityChanges: [{ kind: 'asset-registered', root: 'knight' }],
    });
  });

  it('takes the one choice that there is', async () => {
    const files = { ...SOUND, [HERO]: declaration(1, { asset_uuid: undefined }) };
    const planned = await fix(createMemoryWorkspace(files), 'IDENTITY_LOST_CLAIM');
    expect(planned._unsafeUnwrap().value.identityChanges.map(({ kind }) => kind)).toEqual(['claim-added']);
  });

  it.each([undefined, 'burn'])('asks for one of several choices where %j was chosen', async (choice) => {
    const host = createMemoryWorkspace(COPIED);
    const found = (await findingsOf(host)).find(({ code, data }) => code === 'IDENTITY_COPY' && 'root' in data && data.root === 'knight');
    const fingerprint = found?.fingerprint ?? '';
    const refused = (await planFix(host, { fingerprint, ...(choice !== undefined && { choice }) }))._unsafeUnwrapErr();
    expect(refused.map(({ code, data }) => [code, data])).toEqual([
      [
        'FIX_CHOICE_NEEDED',
        { fingerprint, code: 'IDENTITY_COPY', choice: choice ?? null, choices: ['new-identity', 'make-owner', 'remove'] },
      ],
    ]);
  });

  it('leaves to a person what only a person can mend', async () => {
    const clash = { ...workspace({ hero: 1, villain: 2 }), [REGISTRY]: registry({ hero: 1, villain: 1 }) };
    expect((await refusalOf(clash, 'IDENTITY_ID_CONFLICT')).map(([code]) => code)).toEqual(['RESOLVE_BY_HAND']);
    const host = createMemoryWorkspace(clash);
    expect(fixChoicesOf(await find(host, 'IDENTITY_ID_CONFLICT'))).toEqual([]);
  });

  it('finds nothing that is not there', async () => {
    const refused = (await planFix(createMemoryWorkspace(SOUND), { fingerprint: '0123456789abcdef' }))._unsafeUnwrapErr();
    expect(refused.map(({ code, data }) => [code, data])).toEqual([['FIX_NOT_FOUND', { fingerprint: '0123456789abcdef' }]]);
  });
});
