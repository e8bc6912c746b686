import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame } from './run-cli.js';

/** A registered game in which someone copied the hero. */
async function copiedHero(): Promise<string> {
  const workspace = sampleGame();
  await runCli(workspace, ['register', '--apply']);
  cpSync(join(workspace, 'assets/sprites/hero'), join(workspace, 'assets/sprites/knight'), { recursive: true });
  const file = join(workspace, 'assets/sprites/knight/asset.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"hero"', '"knight"'));
  return workspace;
}

/** The commands that doctor tells, by what they mend. */
async function toldBy(workspace: string, ...argv: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { stdout } = await runCli(workspace, ['doctor', ...argv]);
  const told = [...stdout.matchAll(/^fix: prometeu-packer (.+?) {2}# (.+)$/gm)];
  return new Map(told.map(([, command = '', what = '']) => [what, command.split(' ')]));
}

const KNIGHT = 'IDENTITY_COPY assets/sprites/knight/asset.json';

describe('doctor', () => {
  it('tells for each finding how it can be mended', async () => {
    const told = await toldBy(await copiedHero());
    expect([...told.keys()].sort()).toEqual(['IDENTITY_COPY assets/sprites/hero/asset.json', KNIGHT]);
    expect(told.get(KNIGHT)).toEqual(['fix', expect.stringMatching(/^[0-9a-f]{16}$/), '--choice', 'new-identity|make-owner|remove']);
  });

  it('names the workspace where that is another folder', async () => {
    const workspace = await copiedHero();
    const told = await toldBy('/', '--workspace', workspace);
    expect(told.get(KNIGHT)?.slice(2, 4)).toEqual(['--workspace', workspace]);
  });
});

describe('fix', () => {
  it('previews, and writes just that when it is applied with the digest', async () => {
    const workspace = await copiedHero();
    const [, fingerprint = ''] = (await toldBy(workspace)).get(KNIGHT) ?? [];
    const before = listFiles(workspace);
    const argv = ['fix', fingerprint, '--choice', 'new-identity'];
    const preview = await runCli(workspace, argv);
    expect(preview.code).toBe(0);
    expect(listFiles(workspace)).toEqual(before);
    const command = preview.stdout.trimEnd().split('\n').at(-1)?.trim().split(' ') ?? [];
    expect(command.slice(0, -1)).toEqual(['prometeu-packer', ...argv, '--apply', '--plan']);
    const applied = await runJson(workspace, command.slice(1));
    expect(applied.code).toBe(0);
    expect(applied.report.result).toMatchObject({ state: 'applied', plan: { kind: 'resolve', digest: command.at(-1) } });
    const shown = /(?<=sprites\/knight +)[0-9a-f-]{36}/.exec(preview.stdout)?.[0] ?? 'none';
    expect(String(listFiles(workspace).get('assets/sprites/knight/asset.json'))).toContain(shown);
    expect((await runCli(workspace, ['doctor'])).code).toBe(0);
  });

  it('shows what becomes of each identity', async () => {
    const workspace = await copiedHero();
    const [, fingerprint = ''] = (await toldBy(workspace)).get(KNIGHT) ?? [];
    const { stdout } = await runCli(workspace, ['fix', fingerprint, '--choice', 'make-owner']);
    expect(stdout).toMatch(/^asset-moved {2}sprites\/hero -> sprites\/knight {2}[0-9a-f-]{36} {2}id 4 /m);
    expect(stdout).toMatch(/^ *5 {2}sprites\/hero +[0-9a-f-]{36}$/m);
  });

  it('is refused where it is no longer what was previewed', async () => {
    const workspace = await copiedHero();
    const [, fingerprint = ''] = (await toldBy(workspace)).get(KNIGHT) ?? [];
    const argv = ['fix', fingerprint, '--choice', 'remove'];
    const command = (await runCli(workspace, argv)).stdout.trimEnd().split(' ');
    renameSync(join(workspace, 'assets/sounds'), join(workspace, 'assets/noises'));
    const before = listFiles(workspace);
    const refused = await runJson(workspace, [...argv, '--apply', '--plan', command.at(-1) ?? '']);
    expect(refused.code).toBe(1);
    expect(refused.report.diagnostics.map(({ code }) => code)).toEqual(['PLAN_STALE']);
    expect(listFiles(workspace)).toEqual(before);
  });

  it.each([
    [['--choice', 'burn'], 'FIX_CHOICE_NEEDED'],
    [[], 'FIX_CHOICE_NEEDED'],
  ])('answers 1 where nothing that is offered is chosen: %j', async (options, code) => {
    const workspace = await copiedHero();
    const [, fingerprint = ''] = (await toldBy(workspace)).get(KNIGHT) ?? [];
    const refused = await runJson(workspace, ['fix', fingerprint, ...options, '--apply']);
    expect(refused.code).toBe(1);
    expect(refused.report.diagnostics.map((found) => found.code)).toEqual([code]);
  });

  it('answers 1 for a fingerprint that nothing has, and 2 for none', async () => {
    const workspace = await copiedHero();
    expect((await runJson(workspace, ['fix', '0123456789abcdef'])).report).toMatchObject({
      exit_code: 1,
      diagnostics: [{ code: 'FIX_NOT_FOUND' }],
    });
    expect((await runCli(workspace, ['fix'])).code).toBe(2);
    expect((await runCli(workspace, ['build', '--choice', 'x'])).code).toBe(2);
  });

  it('answers 1 with --exit-code where there is something to do', async () => {
    const workspace = await copiedHero();
    const [, fingerprint = ''] = (await toldBy(workspace)).get(KNIGHT) ?? [];
    expect((await runCli(workspace, ['fix', fingerprint, '--choice', 'remove', '--exit-code'])).code).toBe(1);
  });
});
