import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleGameFolder } from '../../etc/make-sample-game.mjs';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame, temporaryFolder } from './run-cli.js';

const pristine = mkdtempSync(join(tmpdir(), 'prometeu-cli-'));

beforeAll(async () => {
  cpSync(sampleGameFolder, pristine, { recursive: true });
  expect((await runCli(pristine, ['register', '--apply'])).code).toBe(0);
  expect((await runCli(pristine, ['build'])).code).toBe(0);
});

afterAll(() => rmSync(pristine, { recursive: true, force: true }));

/** A copy of the sample game, registered and built. */
function builtGame(): string {
  const workspace = temporaryFolder();
  cpSync(pristine, workspace, { recursive: true });
  return workspace;
}

/** Turns one bit of a file round. */
function damage(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  writeFileSync(file, bytes);
}

describe('verify', () => {
  it('answers 0 for what was just built, tells the same as build, and writes nothing', async () => {
    const workspace = builtGame();
    const { result } = (await runJson(workspace, ['build'])).report;
    const before = listFiles(workspace);
    const { code, report } = await runJson(workspace, ['verify']);
    expect(code).toBe(0);
    expect(report.diagnostics).toEqual([]);
    const { archive, length, archive_digest, assets, preload } = result as Record<string, unknown>;
    expect(report.result).toEqual({ ok: true, archive, length, archive_digest, assets, preload });
    expect(listFiles(workspace)).toEqual(before);
  });

  it('answers 1 where nothing is built', async () => {
    const workspace = sampleGame();
    await runCli(workspace, ['register', '--apply']);
    const { code, report } = await runJson(workspace, ['verify']);
    expect(code).toBe(1);
    expect(report.diagnostics.map((found) => found.code)).toContain('VERIFY_NOT_BUILT');
  });

  it('answers 1 where a source changed', async () => {
    const workspace = builtGame();
    damage(join(workspace, 'assets/palettes/day/colours.bin'), 3);
    const { code, report } = await runJson(workspace, ['verify']);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: 'VERIFY_ARCHIVE_STALE', data: { asset: 'day', field: 'sha256' } }]);
  });

  it('answers 1 where a companion is gone', async () => {
    const workspace = builtGame();
    rmSync(join(workspace, 'build/preload.json'));
    const { code, report } = await runJson(workspace, ['verify']);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: 'VERIFY_NOT_BUILT', location: { file: 'build/preload.json' } }]);
  });

  it.each([
    ['prelude', 4],
    ['header', 40],
    ['payload', 3500],
  ])('answers 1 where the %s is damaged', async (_, offset) => {
    const workspace = builtGame();
    damage(join(workspace, 'build/assets.pa'), offset);
    const { code, report } = await runJson(workspace, ['verify']);
    expect(code).toBe(1);
    expect(report).toMatchObject({ ok: false, result: { ok: false } });
    expect((await runCli(workspace, ['verify'])).code).toBe(1);
  });
});

describe('verify ARCHIVE', () => {
  it('checks an archive anywhere, without a workspace', async () => {
    const folder = temporaryFolder();
    copyFileSync(join(builtGame(), 'build/assets.pa'), join(folder, 'copy.pa'));
    const { code, report } = await runJson(folder, ['verify', 'copy.pa']);
    expect(code).toBe(0);
    expect(report.result).toMatchObject({ ok: true, archive: 'copy.pa', assets: { length: 4 } });
    expect((await runCli(temporaryFolder(), ['verify', join(folder, 'copy.pa')])).code).toBe(0);
  });

  it('takes its path from the workspace where one is given', async () => {
    const workspace = builtGame();
    const [folder, elsewhere] = [basename(workspace), dirname(workspace)];
    const { code, report } = await runJson(elsewhere, ['verify', 'build/assets.pa', '--workspace', folder]);
    expect({ code, result: report.result }).toMatchObject({ code: 0, result: { ok: true, archive: 'build/assets.pa' } });
    expect((await runJson(elsewhere, ['verify', 'build/assets.pa'])).code).toBe(2);
    expect((await runJson(elsewhere, ['verify', join(workspace, 'build/assets.pa'), '--workspace', 'nowhere'])).code).toBe(0);
  });

  it('answers 1 where it is damaged', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'copy.pa');
    copyFileSync(join(builtGame(), 'build/assets.pa'), file);
    damage(file, 3500);
    const { code, report } = await runJson(folder, ['verify', 'copy.pa']);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ severity: 'error', location: { file: 'copy.pa' } }]);
  });

  it.each(['nowhere.pa', 'nowhere/copy.pa', '.'])('answers 2 where there is no file: %s', async (file) => {
    expect((await runJson(temporaryFolder(), ['verify', file])).code).toBe(2);
  });
});
