import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from 'prometeu-packer/report';
import { describe, expect, it } from 'vitest';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame, temporaryFolder } from './run-cli.js';

describe('doctor', () => {
  it('gives its verdict on a healthy workspace, and writes nothing', async () => {
    const workspace = sampleGame();
    await runCli(workspace, ['register', '--apply']);
    const before = listFiles(workspace);
    const { code, report } = await runJson(workspace, ['doctor']);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      ok: true,
      verdict: { read: { can: true }, mutate: { can: true }, build: { can: true, decidedBy: [] } },
      diagnostics: [],
      result: {
        assets: [
          { root: 'levels/forest', identity: 'ok', asset_id: 1 },
          { root: 'palettes/day', identity: 'ok', asset_id: 2 },
          { root: 'sounds/jump', identity: 'ok', asset_id: 3 },
          { root: 'sprites/hero', identity: 'ok', asset_id: 4 },
        ],
      },
    });
    expect((await runCli(workspace, ['doctor'])).stdout.split('\n')).toEqual([
      'no findings',
      '',
      'artifact  version  trust       state   file',
      'registry  4        reconciled  ok      assets/.prometeu/index.json',
      'undo      1        meaning     ok      assets/.prometeu/undo/last.json',
      'archive   -        -           absent  build/assets.pa',
      'and 4 declarations of the current version, reconciled',
      '',
      'can read: yes',
      'can mutate: yes',
      'can build: yes',
      '',
    ]);
    expect(listFiles(workspace)).toEqual(before);
  });

  it('says what does not go, and why', async () => {
    const { code, report } = await runJson(sampleGame(), ['doctor']);
    expect(code).toBe(0);
    expect(report.verdict).toMatchObject({ build: { can: false, decidedBy: ['REGISTRY_MISSING'] } });
  });

  it('explains a code of the verdict that no finding has, once', async () => {
    const { summary, help } = explain('REGISTRY_MISSING') ?? { summary: '-', help: '-' };
    const { stdout } = await runCli(sampleGame(), ['doctor']);
    expect(stdout).not.toMatch(/^error REGISTRY_MISSING/m);
    expect(stdout.split(`REGISTRY_MISSING: ${summary}`)).toHaveLength(2);
    expect(stdout.split(help)).toHaveLength(2);
  });

  it('explains no code of the verdict that a finding has', async () => {
    const { stdout } = await runCli(temporaryFolder(), ['doctor']);
    expect(stdout).toMatch(/^can \w+: no, because of .*WORKSPACE_NO_ASSETS_FOLDER/m);
    expect(stdout).not.toContain('WORKSPACE_NO_ASSETS_FOLDER: ');
  });

  it('answers 1 where there is an error, and shows the line it is in', async () => {
    const workspace = sampleGame();
    await runCli(workspace, ['register', '--apply']);
    writeFileSync(join(workspace, 'assets/sprites/hero/asset.json'), '{\n\t"schema_version": 4,\n\t"name": "Hero!",\n}\n');
    const { code, stdout } = await runCli(workspace, ['doctor']);
    expect(code).toBe(1);
    const [, number] = /^error JSON_\w+ assets\/sprites\/hero\/asset\.json:(\d+):\d+$/m.exec(stdout) ?? [];
    expect(stdout).toMatch(new RegExp(`^ +${number} \\| `, 'm'));
    expect((await runJson(workspace, ['doctor'])).report).toMatchObject({ ok: false, exit_code: 1, verdict: { read: { can: false } } });
  });

  it('runs where there is nothing', async () => {
    const { code, report } = await runJson(temporaryFolder(), ['doctor']);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: 'WORKSPACE_NO_ASSETS_FOLDER' }]);
  });

  it('shows no name as it is that a terminal would act on', async () => {
    const workspace = sampleGame();
    mkdirSync(join(workspace, 'assets/\u001b[2J\u202eevil'));
    for (const format of ['text', 'json']) {
      const { code, stdout } = await runCli(workspace, ['doctor', '--format', format]);
      expect(code).toBe(1);
      expect(stdout).toContain('\\u001b[2J\\u202eevil');
      expect(stdout).not.toMatch(/[\u001b\u202e]/);
    }
  });
});
