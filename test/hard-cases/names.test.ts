import { applyPlan, build, planRegister, readWorkspace, type Diagnostic } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryContent } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { createTextEdit } from '../../src/plans/create-text-edit.js';
import { makePlan } from '../../src/plans/make-plan.js';
import { heroDeclaration, smallRegistry, smallWorkspace, uuidOf } from '../e2e/small-workspace.js';
import { unwrap } from '../e2e/unwrap.js';
import { soundPng } from '../sources/png/png-builder.js';

const HERO = 'assets/hero/asset.json';
const REGISTRY = 'assets/.prometeu/index.json';

type Files = Readonly<Record<string, MemoryContent | null>>;

function workspaceWith(changes: Files) {
  const workspace = createMemoryWorkspace(smallWorkspace());
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) workspace.delete(path);
    else workspace.set(path, content);
  }
  return workspace;
}

const hero = (change: object): Files => ({ [HERO]: JSON.stringify({ ...heroDeclaration, ...change }) });

async function errorsWith(changes: Files): Promise<readonly Diagnostic[]> {
  const { diagnostics } = unwrap(await readWorkspace(workspaceWith(changes)));
  return diagnostics.filter(({ severity }) => severity === 'error');
}

describe('P15 letters that look like ASCII', () => {
  const CYRILLIC = 'h\u0435ro';

  it.each([
    ['a name', { name: CYRILLIC }, '/name'],
    ['a role', { inputs: { [CYRILLIC]: ['idle.png'] } }, `/inputs/${CYRILLIC}`],
  ])('P15 are no part of an identifier: %s', async (_, change, pointer) => {
    const found = await errorsWith(hero(change));
    expect(found.map(({ code, location }) => [code, 'pointer' in location && location.pointer])).toEqual([
      ['STRUCTURE_BAD_FORMAT', pointer],
    ]);
  });

  it('P15 may stand in the name of a folder, which gives an asset an ASCII name when it is registered', async () => {
    const workspace = createMemoryWorkspace({ [`assets/${CYRILLIC}/data.bin`]: 'x' });
    const { value } = unwrap(await planRegister(workspace));
    const declared = value.edits.find(({ path }) => path.endsWith('/asset.json'));
    const text = declared?.kind === 'text' ? (declared.after ?? '{}') : '{}';
    expect(JSON.parse(text)).toMatchObject({ name: 'h-ro' });
  });
});

describe('P24 outputs that meet each other, or an input', () => {
  it('P24 no declaration can say where its bytes go: all stand in the one archive, each under its own number', async () => {
    const files = hero({ output: { ...heroDeclaration.output, path: '../hero/idle.png' } });
    const { diagnostics } = unwrap(await readWorkspace(workspaceWith(files)));
    expect(diagnostics.filter(({ code }) => code === 'STRUCTURE_UNKNOWN_KEY')).toMatchObject([{ location: { pointer: '/output/path' } }]);
    const workspace = workspaceWith(files);
    unwrap(await build(workspace));
    expect(workspace.files().get('assets/hero/idle.png')).toEqual(Uint8Array.from(soundPng));
  });

  it.each(['../../build/assets.pa', '../.prometeu/index.json', 'assets.pa', '.prometeu/x', 'asset.json'])(
    'P24 nothing that is written can be an input: %s',
    async (path) => {
      const found = await errorsWith(hero({ inputs: { main: [path] } }));
      expect(found.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:PATH_ESCAPES_ROOT|PATH_OWNED)$/)]);
    },
  );

  it('P24 two assets of one name are refused, and so is a plan that writes one file twice', async () => {
    const found = await errorsWith(hero({ name: 'enemy' }));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['ASSET_NAME_TAKEN']));
    const edits = ['one', 'two'].map((text) => createTextEdit('assets/new/asset.json', null, text));
    const preconditions = { projectUuid: null, files: [], heads: [], folders: [] };
    const twice = makePlan({ kind: 'register', edits, identityChanges: [], preconditions });
    const workspace = workspaceWith({});
    const before = workspace.files();
    expect((await applyPlan(workspace, twice))._unsafeUnwrapErr()[0].code).toBe('PLAN_MALFORMED');
    expect(workspace.files()).toEqual(before);
  });
});

describe('I8 the index is gone, or is that of another branch', () => {
  it('I8 no registry is begun anew while declarations claim identities', async () => {
    const workspace = workspaceWith({ [REGISTRY]: null });
    for (const refused of [await planRegister(workspace), await build(workspace)]) {
      expect(refused._unsafeUnwrapErr().map(({ code }) => code)).toContain('REGISTRY_MISSING');
    }
    expect(workspace.files().has(REGISTRY)).toBe(false);
  });

  it('I8 another index is told asset by asset, and no asset is given a new number for it', async () => {
    const assets = smallRegistry.assets.map((record) => (record.root === 'hero' ? { ...record, asset_uuid: uuidOf(8) } : record));
    const workspace = workspaceWith({ [REGISTRY]: JSON.stringify({ ...smallRegistry, assets }) });
    const found = unwrap(await readWorkspace(workspace)).diagnostics.filter(({ severity }) => severity === 'error');
    expect(found).toMatchObject([{ code: 'IDENTITY_CONFLICT', data: { root: 'hero' } }]);
    expect((await build(workspace))._unsafeUnwrapErr().map(({ code }) => code)).toContain('IDENTITY_CONFLICT');
  });
});

describe('I11 formats and codecs', () => {
  it.each([
    ['format', { format: 'jpeg', codec: 'none' }],
    ['codec', { format: 'png', codec: 'lz4' }],
  ])('I11 an unknown %s is refused by name', async (key, output) => {
    const found = await errorsWith(hero({ output }));
    expect(found).toMatchObject([{ code: 'STRUCTURE_NOT_ALLOWED', location: { pointer: `/output/${key}` } }]);
  });

  it('I11 bytes of another kind are refused by their first bytes, whatever the file is called', async () => {
    const png = { 'assets/sounds/jump/jump.wav': new Uint8Array(soundPng) };
    const [found] = await errorsWith(png);
    expect(found).toMatchObject({ artifact: 'source', location: { file: 'assets/sounds/jump/jump.wav', offset: 0 } });
    const planned = await planRegister(createMemoryWorkspace({ 'assets/odd/jump.wav': new Uint8Array(soundPng) }));
    expect(planned._unsafeUnwrapErr().map(({ severity }) => severity)).toContain('error');
  });
});
