import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleGameFolder } from '../../etc/make-sample-game.mjs';
import { listFiles } from './list-files.js';
import { runCli, runJson, temporaryFolder } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'prometeu-diff-'));
const here = join(folder, 'here');
const there = join(folder, 'there');

beforeAll(async () => {
  cpSync(sampleGameFolder, here, { recursive: true });
  await runCli(here, ['register', '--apply']);
  cpSync(here, there, { recursive: true });
  const source = join(there, 'assets/palettes/day/colours.bin');
  const bytes = readFileSync(source);
  bytes.writeUInt8(bytes.readUInt8(9) ^ 0xff, 9);
  writeFileSync(source, bytes);
  expect((await runCli(here, ['build'])).code).toBe(0);
  expect((await runCli(there, ['build'])).code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('diff', () => {
  it('answers 0 and tells field, asset and source file of what differs; writes nothing', async () => {
    const before = listFiles(here);
    const { code, report } = await runJson(here, ['diff', there]);
    expect(code).toBe(0);
    expect(report.result).toMatchObject({
      equal: false,
      first: { offset: 12, region: 'prelude', field: 'headerCrc32' },
      assets: [{ asset_name: 'day', state: 'changed', byte: { offset: 9, input: { role: 'main', path: 'colours.bin', offset: 9 } } }],
    });
    expect(listFiles(here)).toEqual(before);
    expect((await runCli(here, ['diff', there])).stdout).toContain('colours.bin');
  });

  it('answers 1 for a difference where the exit code is asked to tell it, and 0 for none', async () => {
    expect((await runCli(here, ['diff', there, '--exit-code'])).code).toBe(1);
    expect((await runCli(here, ['diff', here, '--exit-code'])).code).toBe(0);
  });

  it('answers 2 where there is no such folder or nothing is built in it', async () => {
    expect((await runCli(here, ['diff', join(there, 'nowhere')])).code).toBe(2);
    const bare = temporaryFolder();
    const { code, report } = await runJson(here, ['diff', bare]);
    expect([code, report.diagnostics.map(({ code: found }) => found)]).toEqual([2, ['IO_NOT_FOUND']]);
  });
});
