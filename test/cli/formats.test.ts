import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SarifLog } from '../../src/report/sarif-log.js';
import { sarifSchema } from '../report/sarif/sarif-schema.js';
import { runCli, runJson, sampleGame, temporaryFolder } from './run-cli.js';

const isSarif = sarifSchema();

const HERO = 'assets/sprites/hero/asset.json';
const JUMP = 'assets/sounds/jump/asset.json';

/** The sample game, registered, with a key that nobody knows (a warning) and an input that is not there (an error). */
async function brokenGame(): Promise<string> {
  const game = sampleGame();
  await runCli(game, ['register', '--apply']);
  const change = (file: string, from: string, to: string): void => {
    writeFileSync(join(game, file), readFileSync(join(game, file), 'utf8').replace(from, to));
  };
  change(HERO, '{', '{\n  "colour": 1,');
  change(JUMP, 'jump.wav', 'gone.wav');
  return game;
}

const sarifOf = (stdout: string): SarifLog['runs'][number] => {
  const log = JSON.parse(stdout) as SarifLog;
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
  return log.runs[0]!;
};

const uriOf = ({ locations }: SarifLog['runs'][number]['results'][number]) => locations[0]?.physicalLocation.artifactLocation.uri;

describe('--format sarif', () => {
  it('prints a valid log of the findings, errors first, and nothing else', async () => {
    const { code, stdout, stderr } = await runCli(await brokenGame(), ['doctor', '--format', 'sarif']);
    const { results, tool, invocations, automationDetails } = sarifOf(stdout);
    expect(results.map((result) => [result.ruleId, result.level, uriOf(result)])).toEqual([
      ['ASSET_INPUT_MISSING', 'error', JUMP],
      ['STRUCTURE_UNKNOWN_KEY', 'warning', HERO],
    ]);
    expect(tool.driver.semanticVersion).toBe('0.0.0-test');
    expect(invocations).toMatchObject([{ executionSuccessful: true, exitCode: 1 }]);
    expect(automationDetails.id).toBe('prometeu-packer/doctor/');
    expect([code, stderr]).toEqual([1, '']);
  });

  it('names files from the current folder, where a checkout begins', async () => {
    const parent = temporaryFolder();
    const game = join(parent, 'my game');
    mkdirSync(join(game, 'assets/one'), { recursive: true });
    writeFileSync(join(game, 'assets/one/asset.json'), '{');
    const argv = ['doctor', '--format', 'sarif', '--workspace', 'my game'];
    expect(sarifOf((await runCli(parent, argv)).stdout).results.map(uriOf)).toContain('my%20game/assets/one/asset.json');
    const outside = await runCli(join(game, 'assets'), ['doctor', '--format', 'sarif', '--workspace', '..']);
    expect(sarifOf(outside.stdout).results.map(uriOf)).toContain('assets/one/asset.json');
  });

  it('prints a log where a command could not run, too', async () => {
    const { code, stdout } = await runCli(temporaryFolder(), ['doctor', '--format', 'sarif', '--workspace', 'nowhere']);
    expect(sarifOf(stdout).invocations).toMatchObject([{ executionSuccessful: false, exitCode: 2 }]);
    expect(code).toBe(2);
  });

  it('names the file of an archive that is verified alone', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/game.pa'), 'PK');
    const { stdout } = await runCli(folder, ['verify', 'out/game.pa', '--format', 'sarif']);
    expect(new Set(sarifOf(stdout).results.map(uriOf))).toEqual(new Set(['out/game.pa']));
  });
});

describe('--format github', () => {
  it('prints the text, out of the reach of whoever named the files, and annotations below it', async () => {
    const game = await brokenGame();
    const { code, stdout, stderr } = await runCli(game, ['doctor', '--format', 'github'], { color: true });
    const plain = await runCli(game, ['doctor']);
    const token = /^::stop-commands::([0-9a-f]{32})\n/.exec(stdout)?.[1] ?? '';
    const [text, annotations] = stdout.slice(`::stop-commands::${token}\n`.length).split(`::${token}::\n`);
    expect(text).toBe(plain.stdout);
    expect(annotations?.split('\n').map((line) => line.split('::')[1])).toEqual([
      expect.stringMatching(/^error file=assets\/sounds\/jump\/asset\.json,line=\d+,.*title=ASSET_INPUT_MISSING$/),
      expect.stringMatching(/^warning file=assets\/sprites\/hero\/asset\.json,line=2,.*title=STRUCTURE_UNKNOWN_KEY$/),
      undefined,
    ]);
    expect([code, stderr]).toEqual([1, '']);
  });
});

describe('--format baseline', () => {
  it('prints a policy that knows what was found, with which the same findings are no error', async () => {
    const game = await brokenGame();
    const { code, stdout, stderr } = await runCli(game, ['doctor', '--format', 'baseline']);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      policy_version: 1,
      severities: {},
      baseline: [
        { code: 'ASSET_INPUT_MISSING', file: JUMP },
        { code: 'STRUCTURE_UNKNOWN_KEY', file: HERO },
      ],
    });
    writeFileSync(join(game, 'policy.json'), stdout);
    const judged = await runJson(game, ['doctor', '--policy', 'policy.json']);
    expect([judged.code, judged.report]).toMatchObject([0, { ok: true, diagnostics: [], verdict: { build: { can: false } } }]);
    const again = await runCli(game, ['doctor', '--policy', 'policy.json', '--format', 'baseline']);
    expect(again).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('prints nothing but words on stderr where the command could not run', async () => {
    const { code, stdout, stderr } = await runCli(temporaryFolder(), ['doctor', '--format', 'baseline', '--workspace', 'nowhere']);
    expect([code, stdout, stderr === '']).toEqual([2, '', false]);
  });
});

describe('--format html', () => {
  it('prints the page of a report', async () => {
    const { code, stdout, stderr } = await runCli(await brokenGame(), ['report', '--format', 'html']);
    expect([code, stderr, /^<!doctype html>/i.test(stdout)]).toEqual([1, '', true]);
  });
});
