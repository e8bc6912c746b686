import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLockOwner } from 'prometeu-packer';
import { describe, expect, it } from 'vitest';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame, temporaryFolder, type CliRun } from './run-cli.js';

interface RegisterResult {
  readonly state: string;
  readonly written: readonly string[];
  readonly plan: {
    readonly digest: string;
    readonly edits: readonly { readonly path: string; readonly action: string; readonly diff: string }[];
    readonly identityChanges: readonly {
      readonly root: string;
      readonly after: { readonly asset_uuid: string; readonly asset_id: number };
    }[];
  };
}

const CREATED = [
  'assets/.prometeu/.gitignore',
  'assets/.prometeu/index.json',
  'assets/levels/forest/asset.json',
  'assets/palettes/day/asset.json',
  'assets/sounds/jump/asset.json',
  'assets/sprites/hero/asset.json',
];

async function register(cwd: string, ...argv: string[]) {
  const done = await runJson(cwd, ['register', ...argv]);
  return { ...done, result: done.report.result as RegisterResult };
}

/** The command that a preview ends with. */
const commandIn = ({ stdout }: CliRun): string => stdout.trimEnd().split('\n').at(-1) ?? '';

describe('register, as a preview', () => {
  it('tells what it would do, answers 0 and writes nothing', async () => {
    const workspace = sampleGame();
    const before = listFiles(workspace);
    const { code, result } = await register(workspace);
    expect(code).toBe(0);
    expect(result).toMatchObject({ state: 'previewed', written: [] });
    expect(result.plan.edits.map(({ path, action }) => [path, action])).toEqual(CREATED.map((path) => [path, 'create']));
    expect(result.plan.identityChanges.map(({ root, after }) => [root, after.asset_id])).toEqual([
      ['', 0],
      ['levels/forest', 1],
      ['palettes/day', 2],
      ['sounds/jump', 3],
      ['sprites/hero', 4],
    ]);
    expect(listFiles(workspace)).toEqual(before);
  });

  it('names files and identities in text, and one warning of the sample game', async () => {
    const { code, stdout } = await runCli(sampleGame(), ['register']);
    expect(code).toBe(0);
    expect(stdout.match(/^(error|warning|info) \S+/gm)).toEqual(['warning REGISTER_MIXED_KINDS']);
    expect(stdout.match(/(?<=^create {2}).+$/gm)).toEqual(CREATED);
    expect(stdout.match(/(?<=^ +\d {2})\S+/gm)).toEqual(['levels/forest', 'palettes/day', 'sounds/jump', 'sprites/hero']);
  });

  it('answers 1 with --exit-code where there is something to do, else 0', async () => {
    const workspace = sampleGame();
    expect((await runCli(workspace, ['register', '--exit-code'])).code).toBe(1);
    expect((await runCli(workspace, ['register', '--apply', '--exit-code'])).code).toBe(0);
    expect((await runCli(workspace, ['register', '--exit-code'])).code).toBe(0);
  });

  it('shows how the registry changes where there is one', async () => {
    const workspace = sampleGame();
    await register(workspace, 'sprites/hero', '--apply');
    const { stdout } = await runCli(workspace, ['register']);
    expect(stdout).toMatch(/^change {2}assets\/\.prometeu\/index\.json\n(?: .*\n)*? {2}\+ +"root": "sounds\/jump",$/m);
  });

  it('ends with the command that applies it', async () => {
    const workspace = sampleGame();
    const parent = temporaryFolder();
    renameSync(workspace, join(parent, 'my game'));
    const command = commandIn(await runCli(parent, ['register', 'sprites/hero', '--workspace', 'my game']));
    expect(command).toMatch(/^ {2}prometeu-packer register sprites\/hero --workspace 'my game' --apply --plan [0-9a-f]{64}$/);
    const argv = command
      .trim()
      .split(/ (?=(?:[^']*'[^']*')*[^']*$)/)
      .slice(1);
    expect(
      (
        await runCli(
          parent,
          argv.map((word) => word.replaceAll("'", '')),
        )
      ).code,
    ).toBe(0);
    expect([...listFiles(join(parent, 'my game')).keys()]).toContain('assets/sprites/hero/asset.json');
  });
});

describe('register --apply', () => {
  it('writes what a preview tells', async () => {
    const workspace = sampleGame();
    const before = listFiles(workspace);
    const { code, result } = await register(workspace, '--apply');
    expect(code).toBe(0);
    expect(result).toMatchObject({ state: 'applied', written: CREATED });
    const after = listFiles(workspace);
    const created = [...after.keys()].filter((path) => !before.has(path) && !path.startsWith('assets/.prometeu/undo/'));
    expect(created).toEqual(CREATED);
    for (const { root, after: identity } of result.plan.identityChanges.filter(({ root }) => root !== '')) {
      expect(String(after.get(`assets/${root}/asset.json`))).toContain(identity.asset_uuid);
    }
  });

  it('does nothing the second time', async () => {
    const workspace = sampleGame();
    await register(workspace, '--apply');
    const registered = listFiles(workspace);
    const { code, result } = await register(workspace, '--apply');
    expect(code).toBe(0);
    expect(result).toMatchObject({ state: 'nothing-to-do', written: [], plan: { edits: [] } });
    expect(listFiles(workspace)).toEqual(registered);
  });

  it('says no more than it looked at where there is nothing to do', async () => {
    const workspace = sampleGame();
    await register(workspace, 'sounds/jump', '--apply');
    const named = await runCli(workspace, ['register', 'sounds/jump', '--apply']);
    expect(named.stdout).toMatch(/^nothing to do in the folders named$/m);
    await register(workspace, '--apply');
    writeFileSync(join(workspace, 'assets/loose.txt'), 'a');
    for (const argv of [['register'], ['register', '--apply']]) {
      expect((await runCli(workspace, argv)).stdout).toMatch(/^nothing to do: no undeclared folder holds files$/m);
    }
  });

  it('shows the warnings of a plan with nothing to do', async () => {
    const workspace = sampleGame();
    await register(workspace, '--apply');
    writeFileSync(join(workspace, 'assets/loose.txt'), 'a');
    for (const argv of [['register'], ['register', '--apply']]) {
      const { code, stdout } = await runCli(workspace, argv);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^warning WORKSPACE_LOOSE_FILES/m);
    }
  });

  it('registers only the folders that are named', async () => {
    const workspace = sampleGame();
    const { result } = await register(workspace, 'sounds/jump/', 'sprites/hero', '--apply');
    expect(result.plan.identityChanges.map(({ root }) => root)).toEqual(['', 'sounds/jump', 'sprites/hero']);
  });

  it('answers 1 for a folder that is none', async () => {
    const { code, report } = await register(sampleGame(), 'sprites/villain', '--apply');
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: 'REGISTER_ROOT_NOT_FOUND', data: { root: 'sprites/villain' } }]);
  });

  it('gives other identities in another copy', async () => {
    const uuids = async () => (await register(sampleGame(), '--apply')).result.plan.identityChanges.map(({ after }) => after.asset_uuid);
    const [one, two] = [await uuids(), await uuids()];
    expect(new Set([...one, ...two]).size).toBe(10);
  });

  it('answers 1 while another packer holds the lock', async () => {
    const workspace = sampleGame();
    const owner = { token: '0123456789abcdef', host: 'elsewhere', bootId: '', pid: 1, processStart: '' };
    mkdirSync(join(workspace, 'assets/.prometeu'));
    writeFileSync(join(workspace, 'assets/.prometeu/lock'), formatLockOwner(owner));
    const { code, report } = await register(workspace, '--apply');
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: 'PLAN_LOCKED', data: { owner } }]);
  });

  it('answers 1 where the registry is broken, and shows the line', async () => {
    const workspace = sampleGame();
    mkdirSync(join(workspace, 'assets/.prometeu'));
    writeFileSync(join(workspace, 'assets/.prometeu/index.json'), '{\n  "schema_version": 4,\n  "project_uuid": oops\n}\n');
    const { code, stdout } = await runCli(workspace, ['register', '--apply']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error JSON_\w+ assets\/\.prometeu\/index\.json:3:19$/m);
    expect(stdout).toMatch(/^ +3 \| {3}"project_uuid": oops$/m);
  });
});

describe('register --apply --plan', () => {
  it('applies just the plan that was previewed', async () => {
    const workspace = sampleGame();
    const previewed = await register(workspace);
    const applied = await register(workspace, '--apply', '--plan', previewed.result.plan.digest);
    expect(applied.code).toBe(0);
    expect(applied.result.plan).toEqual(previewed.result.plan);
    const uuids = previewed.result.plan.identityChanges.map(({ after }) => after.asset_uuid);
    const registry = readFileSync(join(workspace, 'assets/.prometeu/index.json'), 'utf8');
    expect(uuids.filter((uuid) => !registry.includes(uuid))).toEqual([]);
  });

  it.each([
    [
      'a new folder came',
      (workspace: string) => (mkdirSync(join(workspace, 'assets/new')), writeFileSync(join(workspace, 'assets/new/a'), 'a')),
    ],
    ['a file came', (workspace: string) => writeFileSync(join(workspace, 'assets/sprites/hero/notes.txt'), 'a')],
    ['a file went', (workspace: string) => renameSync(join(workspace, 'assets/sounds'), join(workspace, 'sounds'))],
  ])('refuses with 1 and writes nothing where %s', async (_, change) => {
    const workspace = sampleGame();
    const { digest } = (await register(workspace)).result.plan;
    change(workspace);
    const before = listFiles(workspace);
    const { code, report } = await register(workspace, '--apply', '--plan', digest);
    expect(code).toBe(1);
    expect(report).toMatchObject({ ok: false, diagnostics: [{ code: 'PLAN_STALE' }], result: null });
    expect(listFiles(workspace)).toEqual(before);
  });

  it('refuses a plan that is applied already, and one of another root', async () => {
    const workspace = sampleGame();
    const { digest } = (await register(workspace, 'sprites/hero')).result.plan;
    for (const wrong of [digest.replace(/.$/, (last) => (last === '0' ? '1' : '0')), ''.padEnd(64, '0')]) {
      expect((await register(workspace, 'sprites/hero', '--apply', '--plan', wrong)).code).toBe(1);
    }
    expect((await register(workspace, '--apply', '--plan', digest)).code).toBe(1);
    expect((await register(workspace, 'sprites/hero', '--apply', '--plan', digest)).code).toBe(0);
    expect((await register(workspace, 'sprites/hero', '--apply', '--plan', digest)).code).toBe(1);
  });
});
