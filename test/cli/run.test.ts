import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { run } from '../../src/cli/run.js';
import { runCli, runJson, sampleGame, temporaryFolder } from './run-cli.js';

describe('run', () => {
  it.each([
    [[]],
    [['publish']],
    [['toString']],
    [['build', '--no-such-option']],
    [['build', '--apply']],
    [['build', '--plan', 'x']],
    [['doctor', '--exit-code']],
    [['doctor', 'more']],
    [['verify', 'a', 'b']],
    [['explain']],
    [['register', '--plan', 'x']],
    [['register', '--apply', '--plan', 'abc']],
    [['register', '--apply', '--plan', '']],
    [['register', '--apply', '--plan', ''.padEnd(64, 'F')]],
    [['migrate', '--accept-identity', 'x']],
    [['migrate', '--accept-listed-identities']],
    [['migrate', '--apply', '--accept-listed-identities', '--accept-identity', 'x']],
    [['migrate', '--apply', '--require-current']],
    [['migrate', '--apply', '--accept-identity']],
    [['register', '--require-current']],
    [['doctor', '--format', 'xml']],
    [['doctor', '--format', 'html']],
  ])('refuses %j with 2, and says why on stderr alone', async (argv) => {
    const { code, stdout, stderr } = await runCli(sampleGame(), argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('repeats nothing of the command line that a terminal would act on', async () => {
    const { stderr } = await runCli(temporaryFolder(), ['\u001b[2J\u202e']);
    expect(stderr).toContain('\\u001b[2J\\u202e');
    expect(stderr).not.toMatch(/[\u001b\u202e]/);
  });

  it('tells how it is used, naming every command', async () => {
    const { code, stdout, stderr } = await runCli(temporaryFolder(), ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name } of commands) expect(stdout).toContain(`\n  ${name}`);
  });

  it.each(commands)('tells how $name is used', async ({ name, usage }) => {
    const { code, stdout } = await runCli(temporaryFolder(), [name, '--help']);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(`prometeu-packer ${name} ${usage}`.trim());
  });

  it('tells its version', async () => {
    expect(await runCli(temporaryFolder(), ['--version'])).toEqual({ code: 0, stdout: '0.0.0-test\n', stderr: '' });
  });

  it.each(['register', 'build', 'verify', 'doctor'])('%s answers 2 where there is no workspace', async (command) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    for (const [workspace, code] of [
      ['nowhere', 'IO_NOT_FOUND'],
      ['file', 'IO_WRONG_KIND'],
    ] as const) {
      const done = await runJson(folder, [command, '--workspace', workspace]);
      expect(done.code).toBe(2);
      expect(done.report).toMatchObject({ command, ok: false, exit_code: 2, diagnostics: [{ code }], result: null });
      const text = await runCli(folder, [command, '--workspace', workspace]);
      expect(text).toMatchObject({ code: 2, stdout: '' });
      expect(text.stderr).toContain(code);
    }
  });

  it('finds the workspace from the current folder', async () => {
    const workspace = sampleGame();
    expect((await runCli(join(workspace, 'assets'), ['doctor', '--workspace', '..'])).code).toBe(0);
  });

  it('answers 2 where it is cancelled', async () => {
    const { code, report } = await runJson(sampleGame(), ['doctor'], { signal: AbortSignal.abort() });
    expect(code).toBe(2);
    expect(report.diagnostics).toMatchObject([{ code: 'IO_ABORTED' }]);
  });

  it('answers 2 to a defect, and does not reject', async () => {
    const broken = (): never => {
      throw new Error('broken');
    };
    const told: string[] = [];
    const stderr = (text: string) => void told.push(text);
    const io = { cwd: '/', stdout: broken, stderr, isTerminal: false, color: false, version: broken, signal: new AbortController().signal };
    expect(await run(['--version'], io)).toBe(2);
    expect(await run(['--help'], io)).toBe(2);
    expect(told).toHaveLength(2);
  });

  it('shows progress on stderr, and only on a terminal', async () => {
    const workspace = sampleGame();
    expect((await runCli(workspace, ['register', '--apply'])).stderr).toBe('');
    const watched = await runCli(workspace, ['build'], { isTerminal: true });
    const piped = await runCli(workspace, ['build']);
    expect(watched.stderr).not.toBe('');
    expect(piped).toEqual({ ...watched, stderr: '' });
  });

  it('colours findings where stdout takes colours', async () => {
    expect((await runCli(sampleGame(), ['register'], { color: true })).stdout).toContain('\u001b[');
    expect((await runCli(sampleGame(), ['register'])).stdout).not.toContain('\u001b');
  });
});
