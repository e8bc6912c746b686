import { appendFileSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan, planRegister } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { describe, expect, it } from 'vitest';
import { buildAnswer } from '../../src/cli/run-build.js';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame, temporaryFolder } from './run-cli.js';

const BUILT = ['build/asset_table.json', 'build/asset_table_metadata.json', 'build/assets.pa', 'build/preload.json'];

async function registeredGame(): Promise<string> {
  const workspace = sampleGame();
  expect((await runCli(workspace, ['register', '--apply'])).code).toBe(0);
  return workspace;
}

const CACHE = 'assets/.prometeu/cache.json';

/** Every file but the cache, which holds times. */
const filesButCache = (workspace: string) => new Map([...listFiles(workspace)].filter(([path]) => path !== CACHE));

const builtFiles = (workspace: string): readonly string[] => [...listFiles(workspace).keys()].filter((path) => path.startsWith('build/'));

describe('build', () => {
  it('packs the sample game and tells what is in the archive', async () => {
    const workspace = await registeredGame();
    const { code, report } = await runJson(workspace, ['build']);
    expect(code).toBe(0);
    const archive = readFileSync(join(workspace, 'build/assets.pa'));
    expect(report).toMatchObject({
      command: 'build',
      ok: true,
      exit_code: 0,
      counts: { error: 0, warning: 0, info: 0 },
      result: {
        state: 'applied',
        archive: 'build/assets.pa',
        length: archive.length,
        assets: [
          { asset_id: 1, asset_name: 'forest', bank_type: 'DATA', offset: 0, size: 396 },
          { asset_id: 2, asset_name: 'day', bank_type: 'DATA', offset: 400, size: 32 },
          { asset_id: 3, asset_name: 'jump', bank_type: 'SOUNDS', offset: 432, size: 1644 },
          { asset_id: 4, asset_name: 'hero', bank_type: 'TILES', offset: 2080, size: 552 },
        ],
        preload: [],
        written: BUILT,
      },
    });
    expect(builtFiles(workspace)).toEqual(BUILT);
  });

  it('tells the same in text', async () => {
    const { code, stdout, stderr } = await runCli(await registeredGame(), ['build']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^ *\d+ {2}.*$/gm)).toEqual([
      expect.stringMatching(/^ 1 {2}forest +DATA +0 +396 {2}[0-9a-f]{12}$/),
      expect.stringMatching(/^ 2 {2}day +DATA +400 +32 {2}[0-9a-f]{12}$/),
      expect.stringMatching(/^ 3 {2}jump +SOUNDS +432 +1644 {2}[0-9a-f]{12}$/),
      expect.stringMatching(/^ 4 {2}hero +TILES +2080 +552 {2}[0-9a-f]{12}$/),
    ]);
    expect(stdout.match(/(?<=^wrote {2}).+$/gm)).toEqual(BUILT);
  });

  it('writes the same bytes and says the same the second time', async () => {
    const workspace = await registeredGame();
    const first = await runJson(workspace, ['build']);
    const files = filesButCache(workspace);
    const second = await runJson(workspace, ['build']);
    expect(second).toEqual(first);
    expect(filesButCache(workspace)).toEqual(files);
  });

  it('writes a cache, and with --no-cache none', async () => {
    const workspace = await registeredGame();
    expect((await runJson(workspace, ['build', '--no-cache'])).code).toBe(0);
    expect(listFiles(workspace).has(CACHE)).toBe(false);
    expect((await runJson(workspace, ['build'])).code).toBe(0);
    expect(listFiles(workspace).has(CACHE)).toBe(true);
  });

  it('writes nothing with --trust-times where all of it is built, and else what it writes without', async () => {
    const workspace = await registeredGame();
    for (const [path] of listFiles(workspace)) utimesSync(join(workspace, path), 1e9, 1e9); // long before the build
    const first = await runJson(workspace, ['build']);
    const files = listFiles(workspace);
    const second = await runJson(workspace, ['build', '--trust-times']);
    expect(second.report.result).toMatchObject({ state: 'nothing-to-do', assets: null, written: [] });
    expect(second.report.result).toMatchObject({ archive_digest: (first.report.result as { archive_digest: string }).archive_digest });
    expect(listFiles(workspace)).toEqual(files);
    appendFileSync(join(workspace, 'assets/levels/forest/tiles.bin'), 'more');
    expect((await runJson(workspace, ['build', '--trust-times'])).report.result).toMatchObject({ state: 'applied', written: BUILT });
  });

  it('answers 2 where it is told to leave the cache alone and to trust it', async () => {
    expect((await runCli(temporaryFolder(), ['build', '--no-cache', '--trust-times'])).code).toBe(2);
  });

  it('answers 1 where nothing is registered, and writes nothing', async () => {
    const workspace = sampleGame();
    const { code, report } = await runJson(workspace, ['build']);
    expect(code).toBe(1);
    expect(report).toMatchObject({ ok: false, exit_code: 1, diagnostics: [{ code: 'REGISTRY_MISSING' }], result: null });
    expect(builtFiles(workspace)).toEqual([]);
  });

  it('answers 1 where a source is broken, and writes nothing', async () => {
    const workspace = await registeredGame();
    truncateSync(join(workspace, 'assets/sprites/hero/idle.png'), 100);
    const { code, report } = await runJson(workspace, ['build']);
    expect(code).toBe(1);
    expect(report.diagnostics[0]).toMatchObject({ severity: 'error', location: { file: 'assets/sprites/hero/idle.png' } });
    expect(builtFiles(workspace)).toEqual([]);
  });

  it('answers 0 where there are warnings alone', async () => {
    const workspace = await registeredGame();
    const file = join(workspace, 'assets/sprites/hero/asset.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"name"', '"author": "ann",\n  "name"'));
    const { code, report } = await runJson(workspace, ['build']);
    expect(code).toBe(0);
    expect(report).toMatchObject({ ok: true, counts: { error: 0, warning: 1 } });
  });

  it('answers 2 and writes nothing where it is cancelled', async () => {
    const workspace = await registeredGame();
    const { code } = await runJson(workspace, ['build'], { signal: AbortSignal.abort() });
    expect(code).toBe(2);
    expect(builtFiles(workspace)).toEqual([]);
  });

  it('tells where the build is committed and not yet in its place', async () => {
    let built = false;
    const faults = (operation: string, path: string) => (built && operation === 'rename' && path.startsWith('build/') ? 'busy' : undefined);
    const workspace = createMemoryWorkspace({ 'assets/day/colours.bin': new Uint8Array(32) }, { faults });
    const plan = (await planRegister(workspace))._unsafeUnwrap().value;
    expect((await applyPlan(workspace, plan)).isOk()).toBe(true);
    built = true;
    const io = {
      cwd: '/',
      stdout: String,
      stderr: String,
      isTerminal: false,
      color: false,
      version: String,
      signal: new AbortController().signal,
    };
    const answer = await buildAnswer(workspace, io, { requireCurrent: false, cache: 'write' });
    expect(answer).toMatchObject({
      ran: true,
      diagnostics: [{ code: 'PLAN_TRANSACTION_PENDING' }],
      result: { state: 'pending', archive: 'build/assets.pa', assets: null },
    });
  });
});
