import { describe, expect, it } from 'vitest';
import { applyPlan, build, planRegister, type Diagnostic, type Failure } from 'prometeu-packer';
import { createMemoryWorkspace, type MemoryWorkspace } from 'prometeu-packer/memory';
import { recordingPort } from 'prometeu-packer/testing';
import { soundPng } from '../sources/png/png-builder.js';
import { heroDeclaration, smallRegistry, smallWorkspace, uuidOf } from './small-workspace.js';
import { unwrap } from './unwrap.js';

type Expected = Pick<Diagnostic, 'code' | 'location'> & { readonly data?: object };

interface Case {
  readonly name: string;
  /** What is done to a sound, built workspace. */
  readonly spoil: (workspace: MemoryWorkspace) => void;
  /** Every error there has to be, in order of file and place. */
  readonly errors: readonly Expected[];
}

const registryPath = 'assets/.prometeu/index.json';
const heroPath = 'assets/hero/asset.json';
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Where a stretch of a text stands that occurs once in it, as a diagnostic says it. */
const textAt = (file: string, text: string, part: string, pointer: string): Diagnostic['location'] => {
  expect(text.split(part)).toHaveLength(2);
  const position = (index: number): { line: number; column: number; offset: number } => {
    const lines = text.slice(0, index).split('\n');
    return { line: lines.length, column: lines.at(-1)!.length + 1, offset: Buffer.byteLength(text.slice(0, index)) };
  };
  const start = text.indexOf(part);
  return { kind: 'text', file, pointer, range: { start: position(start), end: position(start + part.length) } };
};

const hero = json(heroDeclaration);
const colours = smallWorkspace()['assets/colours/asset.json'] as string;
const cut = hero.slice(0, hero.indexOf('"type"'));
const scripted = json({ ...heroDeclaration, scripts: { prebuild: 'rm -rf /' } });
const executing = json({ ...heroDeclaration, output: { ...heroDeclaration.output, exec: 'echo' } });
const newer = json({ ...smallRegistry, schema_version: 5, assets: 'of another shape' });
const { schema_version, ...unversioned } = smallRegistry;
const renamed = json({ version: schema_version, ...unversioned });
const quoted = json({ ...smallRegistry, schema_version: '4' });
const copied = json({ ...heroDeclaration, name: 'hero-copy' });
const damaged = Uint8Array.from(soundPng, (byte, index) => (index === 8 + 25 + 8 + 3 ? byte ^ 4 : byte));

const cases: readonly Case[] = [
  {
    name: 'a declaration that is cut off',
    spoil: (workspace) => workspace.set(heroPath, cut),
    errors: [{ code: 'JSON_SYNTAX', location: expect.objectContaining({ kind: 'text', file: heroPath }) as Diagnostic['location'] }],
  },
  {
    name: 'a declaration without a required key',
    spoil: (workspace) => workspace.set(heroPath, hero.replace('  "name": "hero",\n', '')),
    errors: [
      {
        code: 'STRUCTURE_MISSING_KEY',
        location: expect.objectContaining({ kind: 'text', file: heroPath, pointer: '' }) as Diagnostic['location'],
        data: { key: 'name' },
      },
    ],
  },
  {
    name: 'an input that is missing',
    spoil: (workspace) => workspace.delete('assets/hero/idle.png'),
    errors: [
      {
        code: 'ASSET_INPUT_MISSING',
        location: textAt(heroPath, hero, '"idle.png"', '/inputs/idle/0'),
        data: { role: 'idle', path: 'idle.png', didYouMean: null },
      },
    ],
  },
  {
    name: 'a folder copied with its identity',
    spoil: (workspace) => {
      workspace.set('assets/hero copy/asset.json', copied);
      for (const path of ['idle.png', 'walk/2.png', 'walk/10.png']) workspace.set(`assets/hero copy/${path}`, soundPng);
    },
    errors: [
      {
        code: 'IDENTITY_COPY',
        location: textAt('assets/hero copy/asset.json', copied, `"${uuidOf(1)}"`, '/asset_uuid'),
        data: {
          root: 'hero copy',
          claimed: uuidOf(1),
          recorded: uuidOf(1),
          recordedRoot: 'hero',
          assetId: 1,
          others: ['hero'],
          otherCount: 1,
        },
      },
      {
        code: 'IDENTITY_COPY',
        location: textAt(heroPath, hero, `"${uuidOf(1)}"`, '/asset_uuid'),
        data: {
          root: 'hero',
          claimed: uuidOf(1),
          recorded: uuidOf(1),
          recordedRoot: 'hero',
          assetId: 1,
          others: ['hero copy'],
          otherCount: 1,
        },
      },
    ],
  },
  {
    name: 'a PNG with a damaged byte',
    spoil: (workspace) => workspace.set('assets/enemy/enemy.png', damaged),
    errors: [
      {
        code: 'PNG_CHUNK_CRC_MISMATCH',
        location: expect.objectContaining({ kind: 'bytes', file: 'assets/enemy/enemy.png' }) as Diagnostic['location'],
      },
    ],
  },
  {
    name: 'a registry of a newer release',
    spoil: (workspace) => workspace.set(registryPath, newer),
    errors: [
      {
        code: 'VERSION_TOO_NEW',
        location: textAt(registryPath, newer, '5', '/schema_version'),
        data: { field: 'schema_version', version: 5 },
      },
    ],
  },
  {
    name: 'a registry whose version stands under another key',
    spoil: (workspace) => workspace.set(registryPath, renamed),
    errors: [
      {
        code: 'VERSION_MISSING',
        location: expect.objectContaining({ kind: 'text', file: registryPath, pointer: '' }) as Diagnostic['location'],
        data: { field: 'schema_version', lookalikes: ['version'] },
      },
    ],
  },
  {
    name: 'a registry whose version is a string',
    spoil: (workspace) => workspace.set(registryPath, quoted),
    errors: [
      {
        code: 'VERSION_MALFORMED',
        location: textAt(registryPath, quoted, '"4"', '/schema_version'),
        data: { field: 'schema_version', token: '"4"' },
      },
    ],
  },
  {
    name: 'a symlink in place of an input',
    spoil: (workspace) => workspace.symlink('assets/colours/colours.bin'),
    errors: [
      {
        code: 'ASSET_INPUT_MISSING',
        location: textAt('assets/colours/asset.json', colours, '"colours.bin"', '/inputs/main/0'),
      },
      { code: 'PATH_SYMLINK', location: { kind: 'file', file: 'assets/colours/colours.bin' } },
    ],
  },
  {
    name: 'a symlink that nothing names',
    spoil: (workspace) => workspace.symlink('assets/draft/elsewhere'),
    errors: [
      { code: 'PATH_SYMLINK', location: { kind: 'file', file: 'assets/draft/elsewhere' }, data: { path: 'assets/draft/elsewhere' } },
    ],
  },
  {
    name: 'a symlink in place of an asset folder',
    spoil: (workspace) => workspace.symlink('assets/undeclared'),
    errors: [{ code: 'PATH_SYMLINK', location: { kind: 'file', file: 'assets/undeclared' } }],
  },
  {
    name: 'a symlink in place of the control folder',
    spoil: (workspace) => workspace.symlink('assets/.prometeu'),
    errors: [{ code: 'PATH_SYMLINK', location: { kind: 'file', file: 'assets/.prometeu' } }],
  },
  {
    name: 'names that are one name on some disks',
    spoil: (workspace) => workspace.set('assets/colours/Colours.BIN', 'other bytes'),
    errors: [
      {
        code: 'PATH_COLLISION',
        location: { kind: 'file', file: 'assets/colours' },
        data: { folder: 'assets/colours', names: ['Colours.BIN', 'colours.bin'] },
      },
    ],
  },
  {
    name: 'a declaration that asks for scripts',
    spoil: (workspace) => workspace.set(heroPath, scripted),
    errors: [
      {
        code: 'STRUCTURE_SCRIPT_KEY',
        location: textAt(heroPath, scripted, '"scripts"', '/scripts'),
        data: { key: 'scripts' },
      },
    ],
  },
  {
    name: 'a declaration that asks for something to be run under output',
    spoil: (workspace) => workspace.set(heroPath, executing),
    errors: [{ code: 'STRUCTURE_SCRIPT_KEY', location: textAt(heroPath, executing, '"exec"', '/output/exec'), data: { key: 'exec' } }],
  },
];

async function builtWorkspace(): Promise<MemoryWorkspace> {
  const workspace = createMemoryWorkspace(smallWorkspace());
  unwrap(await build(workspace));
  return workspace;
}

const reading = new Set(['read', 'stat', 'list', 'open', 'close']);

/** Runs an operation that has to be refused, and checks that it asked for nothing to be written. */
async function refuse(
  workspace: MemoryWorkspace,
  run: (host: MemoryWorkspace) => Promise<{ isErr(): boolean; _unsafeUnwrapErr(): Failure }>,
): Promise<readonly Diagnostic[]> {
  const before = workspace.files();
  const { ports, calls } = recordingPort(workspace);
  const answer = await run({ ...workspace, ...ports });
  expect(answer.isErr()).toBe(true);
  expect(workspace.files()).toEqual(before);
  expect(calls.filter(({ operation }) => !reading.has(operation))).toEqual([]);
  return answer._unsafeUnwrapErr().filter(({ severity }) => severity === 'error');
}

const told = (expected: readonly Expected[]): unknown => expected.map((each) => expect.objectContaining(shape(each)) as unknown);
const shape = ({ code, location, data }: Expected): object => ({
  code,
  location,
  ...(data && { data: expect.objectContaining(data) as unknown }),
});

describe('a build is refused, and nothing is written, for', () => {
  it.each(cases)('$name', async ({ spoil, errors }) => {
    const workspace = await builtWorkspace();
    spoil(workspace);
    expect(await refuse(workspace, build)).toEqual(told(errors));
  });

  it.each(cases)('$name, where nothing was built before', async ({ spoil, errors }) => {
    const workspace = createMemoryWorkspace(smallWorkspace());
    spoil(workspace);
    expect(await refuse(workspace, build)).toEqual(told(errors));
  });
});

describe('a build that would have to write through a symlink', () => {
  it.each(['build', 'build/assets.pa', 'build/preload.json'])('is refused at %s, and no file changes', async (path) => {
    for (const workspace of [await builtWorkspace(), createMemoryWorkspace(smallWorkspace())]) {
      workspace.symlink(path);
      const before = workspace.files();
      const answer = await build(workspace);
      const errors = answer._unsafeUnwrapErr().filter(({ severity }) => severity === 'error');
      expect(errors).toEqual(told([{ code: 'PATH_SYMLINK', location: { kind: 'file', file: path } }]));
      expect(workspace.files()).toEqual(before);
    }
  });
});

describe('a build goes on past', () => {
  it.each([
    ['a broken declaration', 'assets/draft/asset.json', '{'],
    ['a declaration that asks for hooks', 'assets/draft/asset.json', json({ hooks: [], schema_version: 4 })],
  ])('%s of an asset that is left out, and builds the same', async (_, path, content) => {
    const sound = await builtWorkspace();
    const workspace = createMemoryWorkspace(smallWorkspace());
    workspace.set(path, content);
    unwrap(await build(workspace));
    expect(workspace.files().get('build/assets.pa')).toEqual(sound.files().get('build/assets.pa'));
  });
});

const registerCases: readonly Case[] = [
  ...cases.filter(({ name }) => name.startsWith('a registry ') || name.startsWith('a symlink ') || name.startsWith('names ')),
  {
    name: 'a .png that is no PNG',
    spoil: (workspace) => workspace.set('assets/undeclared/tree.png', 'GIF89a'),
    errors: [
      {
        code: 'SOURCE_EXTENSION_MISMATCH',
        location: expect.objectContaining({ file: 'assets/undeclared/tree.png' }) as Diagnostic['location'],
        data: { expected: 'png', found: 'other' },
      },
    ],
  },
  {
    name: 'a .wav that is a PNG',
    spoil: (workspace) => workspace.set('assets/undeclared/long.wav', soundPng),
    errors: [
      {
        code: 'SOURCE_EXTENSION_MISMATCH',
        location: expect.objectContaining({ file: 'assets/undeclared/long.wav' }) as Diagnostic['location'],
        data: { expected: 'wav', found: 'png' },
      },
    ],
  },
];

describe('register is refused, and nothing is written, for', () => {
  it.each(registerCases)('$name', async ({ spoil, errors }) => {
    const workspace = createMemoryWorkspace(smallWorkspace());
    spoil(workspace);
    expect(await refuse(workspace, planRegister)).toEqual(told(errors));
  });

  it('a plan whose workspace has changed', async () => {
    const workspace = createMemoryWorkspace(smallWorkspace());
    const { value: plan } = unwrap(await planRegister(workspace));
    workspace.set('assets/undeclared/late.wav', 'late');
    const before = workspace.files();
    const applied = await applyPlan(workspace, plan);
    expect(applied._unsafeUnwrapErr().map(({ code }) => code)).toEqual(['PLAN_STALE']);
    expect(workspace.files()).toEqual(before);
  });
});
