import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Registry } from '../../src/artifacts/registry/model.js';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame } from './run-cli.js';

const HERO = 'assets/sprites/hero/asset.json';

async function registered(): Promise<string> {
  const workspace = sampleGame();
  await runCli(workspace, ['register', '--apply']);
  return workspace;
}

const heroOf = (workspace: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(workspace, HERO), 'utf8')) as Record<string, unknown>;

describe('set', () => {
  it('previews, and writes just that when it is applied with the digest', async () => {
    const workspace = await registered();
    const before = listFiles(workspace);
    const argv = ['set', 'sprites/hero', 'name=knight', 'preload=on'];
    const preview = await runCli(workspace, argv);
    expect(preview.code).toBe(0);
    expect(listFiles(workspace)).toEqual(before);
    const command = preview.stdout.trimEnd().split('\n').at(-1)?.trim().split(' ') ?? [];
    expect(command.slice(0, -1)).toEqual(['prometeu-packer', ...argv, '--apply', '--plan']);
    const applied = await runJson(workspace, command.slice(1));
    expect(applied.report.result).toMatchObject({ state: 'applied', plan: { kind: 'mutate' }, written: [HERO] });
    expect(heroOf(workspace)).toMatchObject({ name: 'knight', preload: { enabled: true } });
    const again = await runJson(workspace, [...argv, '--exit-code']);
    expect(again).toMatchObject({ code: 0, report: { result: { state: 'nothing-to-do' } } });
  });

  it('changes every field there is', async () => {
    const workspace = await registered();
    const main = (heroOf(workspace)['inputs'] as { main: string[] }).main.join(',');
    const fields = [
      'preload.slot=7',
      'metadata.frames=4',
      'metadata.title=Hero',
      'metadata.loop=true',
      `inputs.frames=${main}`,
      'inputs.main=',
      'type=data_bank',
      'format=raw',
    ];
    expect((await runCli(workspace, ['set', 'sprites/hero', ...fields, '--apply'])).code).toBe(0);
    expect(heroOf(workspace)).toMatchObject({
      type: 'data_bank',
      preload: { enabled: true, slot: 7 },
      inputs: { frames: main.split(',') },
      output: { format: 'raw', metadata: { frames: 4, title: 'Hero', loop: true } },
    });
    expect(
      (await runCli(workspace, ['set', 'sprites/hero', 'preload=off', 'preload.slot=none', 'metadata.loop=none', '--apply'])).code,
    ).toBe(0);
    expect(heroOf(workspace)).toMatchObject({ preload: { enabled: false }, output: { metadata: { frames: 4, title: 'Hero' } } });
    expect((await runCli(workspace, ['set', 'sprites/hero', 'preload=none', 'included=no', '--apply'])).code).toBe(0);
    expect(heroOf(workspace)).not.toHaveProperty('preload');
    const index = JSON.parse(readFileSync(join(workspace, 'assets/.prometeu/index.json'), 'utf8')) as Registry;
    expect(index.assets.find(({ root }) => root === 'sprites/hero')).toMatchObject({ included_in_build: false });
  });

  it('removes an asset, and its declaration only where that is asked for', async () => {
    const workspace = await registered();
    expect((await runCli(workspace, ['set', 'sprites/hero', '--remove', '--delete-declaration', '--apply'])).code).toBe(0);
    expect(existsSync(join(workspace, HERO))).toBe(false);
    expect((await runCli(workspace, ['doctor'])).code).toBe(0);
  });

  it('moves its folder, and the identity stays', async () => {
    const workspace = await registered();
    const { asset_uuid } = heroOf(workspace);
    const argv = ['set', 'sprites/hero', '--move-to', 'people/hero/'];
    const preview = await runCli(workspace, argv);
    const command = preview.stdout.trimEnd().split('\n').at(-1)?.trim().split(' ') ?? [];
    expect((await runCli(workspace, command.slice(1))).code).toBe(0);
    expect(existsSync(join(workspace, HERO))).toBe(false);
    const moved = JSON.parse(readFileSync(join(workspace, 'assets/people/hero/asset.json'), 'utf8')) as Record<string, unknown>;
    expect(moved['asset_uuid']).toBe(asset_uuid);
    expect((await runCli(workspace, ['doctor'])).code).toBe(0);
    expect((await runCli(workspace, ['set', 'people/hero', '--move-to', '../hero'])).code).toBe(1);
  });

  it('refuses what the workspace refuses, with 1', async () => {
    const workspace = await registered();
    const refused = await runJson(workspace, ['set', 'sprites/hero', 'name=Not A Name', '--apply']);
    expect(refused.code).toBe(1);
    expect(refused.report.diagnostics).toMatchObject([{ code: 'STRUCTURE_BAD_FORMAT', location: { file: HERO, pointer: '/name' } }]);
    expect((await runJson(workspace, ['set', 'sprites/villain', 'name=x'])).code).toBe(1);
  });

  it.each([
    [['sprites/hero']],
    [['sprites/hero', 'nam=x']],
    [['sprites/hero', 'name']],
    [['sprites/hero', 'included=maybe']],
    [['sprites/hero', 'preload.slot=x']],
    [['sprites/hero', 'preload.where=1']],
    [['sprites/hero', 'toString=1']],
    [['sprites/hero', 'included=toString']],
    [['sprites/hero', '--delete-declaration']],
    [['sprites/hero', 'name=x', '--remove']],
    [['sprites/hero', 'name=x', '--move-to', 'x']],
    [['sprites/hero', '--remove', '--move-to', 'x']],
    [[]],
  ])('does not run for %j', async (args) => {
    const workspace = await registered();
    expect((await runCli(workspace, ['set', ...args])).code).toBe(2);
  });
});
