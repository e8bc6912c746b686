import { describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli, runJson, sampleGame, temporaryFolder } from './run-cli.js';

async function builtGame(): Promise<string> {
  const folder = sampleGame();
  await runCli(folder, ['register', '--apply']);
  expect((await runCli(folder, ['build'])).code).toBe(0);
  return folder;
}

describe('report', () => {
  it('writes one page with the archive and what was found, and exits as doctor does', async () => {
    const folder = await builtGame();
    const sound = await runCli(folder, ['report', '--format', 'html']);
    expect(sound.code).toBe(0);
    expect(sound.stdout.startsWith('<!doctype html>')).toBe(true);
    expect(sound.stdout.match(/<g class="archive-box"/g)?.length).toBeGreaterThan(5);

    writeFileSync(join(folder, 'assets/palettes/day/asset.json'), '{ "schema_version": 4, <script>');
    const broken = await runCli(folder, ['report', '--format', 'html']);
    expect(broken.code).toBe(1);
    expect(broken.stdout.includes('<script>')).toBe(false);
    expect(broken.stdout.match(/<article class="finding error"/g)).toHaveLength(1);
    expect(broken.stdout.includes('<mark>&lt;')).toBe(true); // the line is shown, the place marked
  });

  it('is the same page each time', async () => {
    const folder = await builtGame();
    const page = async (): Promise<string> => (await runCli(folder, ['report', '--format', 'html'])).stdout;
    expect(await page()).toBe(await page());
  });

  it('gives the regions of the archive as data, every byte of it', async () => {
    const folder = await builtGame();
    const { report } = await runJson(folder, ['report']);
    const { archive } = report.result as { archive: { length: number; regions: { offset: number; size: number }[] } };
    expect(archive.regions.reduce((end, { offset, size }) => (offset === end ? end + size : -1), 0)).toBe(archive.length);
  });

  it('tells of a broken archive, and maps it as unknown', async () => {
    const folder = await builtGame();
    writeFileSync(join(folder, 'build/assets.pa'), 'no archive at all, but long enough to have a prelude');
    const { report, code } = await runJson(folder, ['report']);
    expect(code).toBe(1);
    expect(report.diagnostics.map(({ code: found }) => found)).toEqual(['ARCHIVE_BAD_MAGIC']);
    expect((report.result as { archive: { regions: { kind: string }[] } }).archive.regions.map(({ kind }) => kind)).toEqual(['unknown']);
  });

  it('needs no archive', async () => {
    const { report, code } = await runJson(sampleGame(), ['report']);
    expect([code, (report.result as { archive: unknown }).archive]).toEqual([0, null]);
  });

  it('shows how many findings the policy left out', async () => {
    const folder = sampleGame();
    await runCli(folder, ['register', '--apply']);
    writeFileSync(join(folder, 'assets/loose.txt'), 'nobody asked for it');
    const all = await runJson(folder, ['report']);
    const [known] = all.report.diagnostics;
    const policy = { policy_version: 1, severities: { [known!.code]: 'ignore' }, baseline: [] };
    writeFileSync(join(folder, 'policy.json'), JSON.stringify(policy));
    const { stdout } = await runCli(folder, ['report', '--format', 'html', '--policy', 'policy.json']);
    expect(/<b>(\d+)<\/b> left out by policy/.exec(stdout)?.[1]).toBe('1');
  });

  it('answers 2 where there is no workspace', async () => {
    expect((await runCli(temporaryFolder(), ['report', '--format', 'html', '--workspace', 'nowhere'])).code).toBe(2);
  });
});
