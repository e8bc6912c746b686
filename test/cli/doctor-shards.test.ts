import { execFile } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../e2e/bundle.js';
import { runCli, runJson, sampleGame, temporaryFolder } from './run-cli.js';

/** What a process left behind. */
interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A game with a sound picture that stands twice, a cut one, and one with bytes after its end. */
async function damagedGame(): Promise<string> {
  const game = sampleGame();
  await runCli(game, ['register', '--apply']);
  const pictures = readdirSync(join(game, 'assets'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'));
  const [first, second] = pictures.sort().map((file) => join(game, 'assets', file));
  const bytes = readFileSync(first!);
  writeFileSync(second!, bytes.subarray(0, -9));
  for (const [name, content] of [
    ['again', bytes],
    ['longer', Buffer.concat([bytes, Buffer.from('!')])],
  ] as const) {
    mkdirSync(join(game, 'assets/copies', name), { recursive: true });
    writeFileSync(join(game, 'assets/copies', name, 'picture.png'), content);
  }
  await runCli(game, ['register', '--apply']);
  return game;
}

describe('shards in processes of their own', () => {
  let program: string;
  const start = (cwd: string, ...args: readonly string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, [program, ...args], { cwd, maxBuffer: 1 << 26 }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  let installed: string;
  beforeAll(async () => {
    installed = mkdtempSync(join(tmpdir(), 'prometeu-shards-'));
    copyFileSync(join(import.meta.dirname, '../../package.json'), join(installed, 'package.json'));
    program = await bundle('src/cli.ts', join(installed, 'dist'));
  });
  afterAll(() => rmSync(installed, { recursive: true, force: true }));

  it('one or three of them, and one that merges: the bytes of one alone, in every format', async () => {
    const game = await damagedGame();
    const checkout = (): string => {
      const folder = temporaryFolder();
      cpSync(game, folder, { recursive: true });
      return folder;
    };
    const formats = ['text', 'json', 'sarif', 'github'];
    const alone = await Promise.all(formats.map((format) => start(game, 'doctor', '--format', format)));
    expect(alone.map(({ code, stdout }) => [code, stdout.includes('PNG_TRUNCATED')])).toEqual(formats.map(() => [1, true]));
    for (const count of [1, 3]) {
      const artifacts = temporaryFolder();
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      const files = numbers.map((shard) => join(artifacts, `${shard}.json`)).reverse();
      const jobs = await Promise.all(
        numbers.map((shard) => start(checkout(), 'doctor', '--shard', `${shard}/${count}`, '--evidence', join(artifacts, `${shard}.json`))),
      );
      expect(jobs.map(({ stderr }) => stderr)).toEqual(jobs.map(() => ''));
      expect(Math.max(...jobs.map(({ code }) => code))).toBe(1); // of the cut picture
      const merged = await Promise.all(formats.map((format) => start(game, 'doctor', '--format', format, '--merge', ...files)));
      expect(merged).toEqual(alone);
    }
  });
});

describe('doctor --shard', () => {
  it('answers with the findings of its share, and says so in its report', async () => {
    const game = await damagedGame();
    const reports = await Promise.all([1, 2].map((shard) => runJson(game, ['doctor', '--shard', `${shard}/2`])));
    const codes = reports.map(({ report }) => report.diagnostics.map(({ code }) => code));
    expect(codes.flat().sort()).toEqual(expect.arrayContaining(['PNG_TRAILING_BYTES', 'PNG_TRUNCATED']));
    expect(reports.map(({ code }) => code)).toEqual(codes.map((list) => (list.includes('PNG_TRUNCATED') ? 1 : 0)));
    const results = reports.map(({ report }) => report.result as { readonly assets: number; readonly all_assets: number });
    expect(results.reduce((sum, { assets }) => sum + assets, 0)).toBe(results[0]?.all_assets);
    expect(reports.map(({ report }) => report.verdict)).toEqual([undefined, undefined]);
  });

  it('takes no known finding for gone, since it has seen a share', async () => {
    const game = await damagedGame();
    const { stdout } = await runCli(game, ['doctor', '--format', 'baseline']);
    writeFileSync(join(game, 'policy.json'), stdout);
    for (const shard of ['1/2', '2/2']) {
      const { report } = await runJson(game, ['doctor', '--shard', shard, '--policy', 'policy.json']);
      expect(report.diagnostics.filter(({ code }) => code === 'POLICY_BASELINE_STALE')).toEqual([]);
    }
  });

  it('writes evidence over evidence, and never among the assets', async () => {
    const game = sampleGame();
    for (const go of [1, 2]) {
      expect([go, (await runCli(game, ['doctor', '--shard', '1/2', '--evidence', 'one.json'])).code]).toEqual([go, 0]);
    }
    const { code } = await runCli(game, ['doctor', '--shard', '1/2', '--evidence', 'assets/one.json']);
    expect([code, existsSync(join(game, 'assets/one.json'))]).toEqual([2, false]);
    expect((await runCli(game, ['doctor', '--shard', '1/2', '--evidence', 'no/such/folder/one.json'])).code).toBe(2);
  });

  it.runIf(process.platform !== 'win32')('writes evidence through no symlink, and over nothing but a file', async () => {
    const game = sampleGame();
    const elsewhere = temporaryFolder();
    const source = readdirSync(join(game, 'assets'), { recursive: true, encoding: 'utf8' }).find((file) => file.endsWith('.png'))!;
    const before = readFileSync(join(game, 'assets', source));
    symlinkSync(game, join(elsewhere, 'link'));
    const viaLink = ['doctor', '--workspace', 'link', '--shard', '1/2', '--evidence', join(game, 'assets', source)];
    expect((await runCli(elsewhere, viaLink)).code).toBe(2);
    expect(readFileSync(join(game, 'assets', source)).equals(before)).toBe(true);
    writeFileSync(join(elsewhere, 'outside.txt'), 'mine');
    symlinkSync(join(elsewhere, 'outside.txt'), join(game, 'shard.json'));
    expect((await runCli(game, ['doctor', '--shard', '1/2', '--evidence', 'shard.json'])).code).toBe(2);
    expect(readFileSync(join(elsewhere, 'outside.txt'), 'utf8')).toBe('mine');
    mkdirSync(join(game, 'folder.json'));
    expect((await runCli(game, ['doctor', '--shard', '1/2', '--evidence', 'folder.json'])).code).toBe(2);
    expect(readdirSync(game).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('doctor --merge', () => {
  const write = async (game: string, count: number): Promise<readonly string[]> => {
    const names = Array.from({ length: count }, (_, index) => `shard-${index + 1}-of-${count}.json`);
    for (const [index, name] of names.entries()) await runCli(game, ['doctor', '--shard', `${index + 1}/${count}`, '--evidence', name]);
    return names;
  };

  it('runs nothing where evidence cannot be used, and says of every file why', async () => {
    const game = sampleGame();
    const [one = '', two = ''] = await write(game, 2);
    const [, , third = ''] = await write(game, 3);
    writeFileSync(join(game, 'cut.json'), readFileSync(join(game, one), 'utf8').slice(0, -5));
    writeFileSync(
      join(game, 'newer.json'),
      readFileSync(join(game, one), 'utf8').replace('"evidence_version": 1', '"evidence_version": 2'),
    );
    const told = async (...files: readonly string[]) => {
      const { code, report } = await runJson(game, ['doctor', '--merge', ...files]);
      return [code, report.result, ...report.diagnostics.map((found) => [found.code, 'file' in found.location ? found.location.file : ''])];
    };
    expect(await told('cut.json', two, 'newer.json')).toEqual([
      2,
      null,
      ['JSON_SYNTAX', 'cut.json'],
      ['EVIDENCE_VERSION_UNSUPPORTED', 'newer.json'],
    ]);
    expect(await told(one, third)).toEqual([2, null, ['EVIDENCE_SHARD_COUNT_DIFFERS', third]]);
    expect(await told(one, one)).toEqual([2, null, ['EVIDENCE_SHARD_MISSING', '']]);
    expect(await told(one, two, 'gone.json')).toEqual([2, null, ['IO_NOT_FOUND', 'gone.json']]);
    expect((await told(one, two))[0]).toBe(0);
  });

  it('takes what it is told of unknown keys into the report', async () => {
    const game = sampleGame();
    const [one = ''] = await write(game, 1);
    writeFileSync(join(game, one), readFileSync(join(game, one), 'utf8').replace('{', '{"later": 1,'));
    const { code, report } = await runJson(game, ['doctor', '--merge', one]);
    expect([code, report.diagnostics.filter(({ artifact }) => artifact === 'evidence').map((found) => found.code)]).toEqual([
      0,
      ['STRUCTURE_UNKNOWN_KEY'],
    ]);
  });
});

it.each([
  ['doctor', '--shard', '0/2'],
  ['doctor', '--shard', '3/2'],
  ['doctor', '--shard', '2'],
  ['doctor', '--shard', '1/2', '--fix'],
  ['doctor', '--shard', '1/2', '--merge', 'a.json'],
  ['doctor', '--shard', '1/2', '--format', 'baseline'],
  ['doctor', '--shard', '1/2', '--evidence', ''],
  ['doctor', '--evidence', 'a.json'],
  ['doctor', '--merge'],
  ['doctor', '--merge', 'a.json', '--fix'],
  ['doctor', 'a.json'],
  ['build', '--shard', '1/2'],
])('%s %s %s: a command line that means nothing is refused', async (...argv) => {
  const { code, stdout } = await runCli(temporaryFolder(), argv);
  expect([code, stdout]).toEqual([2, '']);
});
