import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SarifLog } from '../../src/report/sarif-log.js';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame } from './run-cli.js';

const JUMP = 'assets/sounds/jump/asset.json';

/** The sample game, registered, whose sound names an input that is not there, with a policy beside it. */
async function gameWith(policy: object | string): Promise<string> {
  const game = sampleGame();
  await runCli(game, ['register', '--apply']);
  const file = join(game, JUMP);
  writeFileSync(file, readFileSync(file, 'utf8').replace('jump.wav', 'gone.wav').replace('{', '{\n  "colour": 1,'));
  writeFileSync(join(game, 'policy.json'), typeof policy === 'string' ? policy : JSON.stringify({ policy_version: 1, ...policy }));
  return game;
}

const severities = (codes: Readonly<Record<string, string>>): object => ({ severities: codes });

const JUDGED = ['--policy', 'policy.json'] as const;

describe('--policy', () => {
  it('changes what is shown and the exit code, and never what is allowed', async () => {
    const game = await gameWith(severities({ ASSET_INPUT_MISSING: 'warning', STRUCTURE_UNKNOWN_KEY: 'ignore' }));
    const { code, report } = await runJson(game, ['doctor', ...JUDGED]);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      ok: true,
      counts: { error: 0, warning: 1, info: 0 },
      policy: {
        before: { error: 1, warning: 1, info: 0 },
        suppressed: [{ by: 'rule', code: 'STRUCTURE_UNKNOWN_KEY', location: { file: JUMP } }],
      },
      verdict: { build: { can: false, decidedBy: ['ASSET_INPUT_MISSING'] } },
      diagnostics: [{ code: 'ASSET_INPUT_MISSING', severity: 'warning' }],
    });
  });

  it('lowers no error that says why something was refused', async () => {
    const game = await gameWith(severities({ ASSET_INPUT_MISSING: 'ignore' }));
    const before = listFiles(game);
    const { code, report } = await runJson(game, ['build', ...JUDGED]);
    expect(code).toBe(1);
    expect(report).toMatchObject({ ok: false, result: null });
    expect(report.diagnostics).toContainEqual(expect.objectContaining({ code: 'ASSET_INPUT_MISSING', severity: 'error' }));
    expect(listFiles(game)).toEqual(before);
  });

  it('raises warnings to errors, of what succeeded too', async () => {
    const game = await gameWith(severities({ STRUCTURE_UNKNOWN_KEY: 'error' }));
    const file = join(game, JUMP);
    writeFileSync(file, readFileSync(file, 'utf8').replace('gone.wav', 'jump.wav'));
    expect((await runCli(game, ['build'])).code).toBe(0);
    expect((await runJson(game, ['build', ...JUDGED])).report).toMatchObject({
      ok: false,
      exit_code: 1,
      result: { state: 'applied' },
    });
  });

  it('refuses what is protected and what is unknown, at its place in the file', async () => {
    const game = await gameWith('{\n  "policy_version": 1,\n  "severities": { "JSON_BOM": "ignore", "TYPO": "error" }\n}');
    const { code, report } = await runJson(game, ['doctor', ...JUDGED]);
    const about = report.diagnostics.filter(({ artifact }) => artifact === 'policy');
    expect(about).toMatchObject([
      { code: 'POLICY_CODE_PROTECTED', location: { file: 'policy.json', range: { start: { line: 3, column: 19 } } } },
      { code: 'POLICY_CODE_UNKNOWN', location: { file: 'policy.json', pointer: '/severities/TYPO' } },
    ]);
    expect(code).toBe(1);
    const { stdout } = await runCli(game, ['doctor', ...JUDGED]);
    expect(stdout).toContain('3 |   "severities": { "JSON_BOM": "ignore"');
  });

  it('exits by the errors that are only counted too, where those that are shown are known', async () => {
    const game = await gameWith({});
    const file = join(game, JUMP);
    const gone = Array.from({ length: 60 }, (_, index) => `"gone-${index}.wav"`).join(', ');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"gone.wav"', gone));
    writeFileSync(join(game, 'policy.json'), (await runCli(game, ['doctor', '--format', 'baseline'])).stdout);
    const { code, report } = await runJson(game, ['doctor', ...JUDGED]);
    expect([code, report.counts.error, report.ok]).toEqual([1, 10, false]);
  });

  it('tells known findings that are gone to those who look at everything', async () => {
    const entry = { fingerprint: '0123456789abcdef', code: 'ASSET_NAME_TAKEN', file: JUMP };
    const game = await gameWith({ baseline: [entry] });
    const stale = async (...argv: readonly string[]) =>
      (await runJson(game, [...argv, ...JUDGED])).report.diagnostics.filter(({ code }) => code === 'POLICY_BASELINE_STALE').length;
    expect([await stale('doctor'), await stale('report'), await stale('build'), await stale('verify')]).toEqual([1, 1, 0, 0]);
  });

  it.each([
    ['that is not there', null],
    ['that is no JSON', '{'],
    ['of another version', '{ "policy_version": 2 }'],
    ['that is broken', '{ "policy_version": 1, "baseline": {} }'],
  ])('runs nothing by a file %s, and exits with 2', async (_, text) => {
    const game = await gameWith(text ?? '{}');
    const before = listFiles(game);
    const name = text === null ? 'none.json' : 'policy.json';
    const { code, report } = await runJson(game, ['register', '--apply', '--policy', name]);
    expect(code).toBe(2);
    expect(report).toMatchObject({ ok: false, result: null });
    expect(report.diagnostics.map(({ artifact, location }) => [artifact, 'file' in location ? location.file : null])).toEqual([
      ['policy', name],
    ]);
    expect(listFiles(game)).toEqual(before);
    const { stdout, stderr } = await runCli(game, ['register', '--apply', '--policy', name]);
    expect([stdout, stderr === '']).toEqual(['', false]);
  });

  it('follows no symlink, and takes no name that is not portable', async () => {
    const game = await gameWith({});
    symlinkSync('policy.json', join(game, 'link.json'));
    expect((await runJson(game, ['doctor', '--policy', 'link.json'])).report.diagnostics).toMatchObject([{ code: 'PATH_SYMLINK' }]);
    expect((await runCli(game, ['doctor', '--policy', 'a:b.json'])).code).toBe(2);
    expect((await runCli(game, ['doctor', '--policy', ''])).code).toBe(2);
  });

  it('takes a file from anywhere, and names it from where the log starts', async () => {
    const game = await gameWith({});
    mkdirSync(join(game, 'ci'));
    writeFileSync(join(game, 'ci/policy.json'), '{ "policy_version": 1, "severities": { "TYPO": "error" } }');
    const { stdout } = await runCli(game, ['doctor', '--workspace', 'assets', '--policy', 'ci/policy.json', '--format', 'sarif']);
    const { results } = (JSON.parse(stdout) as SarifLog).runs[0]!;
    expect(results.map(({ ruleId, locations }) => [ruleId, locations[0]?.physicalLocation.artifactLocation.uri])).toContainEqual([
      'POLICY_CODE_UNKNOWN',
      'ci/policy.json',
    ]);
  });

  it('shows what is left out as suppressed in a log', async () => {
    const game = await gameWith(severities({ STRUCTURE_UNKNOWN_KEY: 'ignore' }));
    const { stdout } = await runCli(game, ['doctor', ...JUDGED, '--format', 'sarif']);
    const { results } = (JSON.parse(stdout) as SarifLog).runs[0]!;
    expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions?.length])).toEqual([
      ['ASSET_INPUT_MISSING', 0],
      ['STRUCTURE_UNKNOWN_KEY', 1],
    ]);
  });
});
