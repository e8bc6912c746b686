import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame } from './run-cli.js';

const HERO = 'assets/sprites/hero/asset.json';
const DAY = 'assets/palettes/day/asset.json';

/** A registered game: a byte order mark before one declaration, a lost claim in another, a copy of a third. */
async function slippedGame(): Promise<string> {
  const workspace = sampleGame();
  await runCli(workspace, ['register', '--apply']);
  const path = (file: string): string => join(workspace, file);
  writeFileSync(path(HERO), `\ufeff${readFileSync(path(HERO), 'utf8')}`);
  writeFileSync(path(DAY), readFileSync(path(DAY), 'utf8').replace(/ {2}"asset_uuid": .*\n/, ''));
  return workspace;
}

const codesOf = (found: unknown): readonly string[] => (found as { code: string }[]).map(({ code }) => code);

describe('doctor --fix', () => {
  it('shows what it would mend, and the command that does it; writes nothing', async () => {
    const workspace = await slippedGame();
    const before = listFiles(workspace);
    const { code, report } = await runJson(workspace, ['doctor', '--fix']);
    expect([code, report.diagnostics]).toEqual([0, []]);
    const result = report.result as { state: string; mended: unknown; left: unknown; plan: { digest: string } };
    expect([result.state, codesOf(result.mended), result.left]).toEqual(['previewed', ['JSON_BOM', 'IDENTITY_LOST_CLAIM'], []]);
    const { stdout } = await runCli(workspace, ['doctor', '--fix']);
    expect(stdout).toContain(`prometeu-packer doctor --fix --apply --plan ${result.plan.digest}`);
    expect(listFiles(workspace)).toEqual(before);
    expect((await runCli(workspace, ['doctor', '--fix', '--exit-code'])).code).toBe(1);
  });

  it('applies just what was shown, then tells what remains', async () => {
    const workspace = await slippedGame();
    const { report } = await runJson(workspace, ['doctor', '--fix']);
    const { digest } = (report.result as { plan: { digest: string } }).plan;
    const applied = await runJson(workspace, ['doctor', '--fix', '--apply', '--plan', digest]);
    expect([applied.code, applied.report.diagnostics]).toEqual([0, []]);
    expect(applied.report.verdict).toMatchObject({ read: { can: true }, mutate: { can: true }, build: { can: true } });
    expect((await runJson(workspace, ['doctor'])).report.diagnostics).toEqual([]);
    const again = await runJson(workspace, ['doctor', '--fix', '--apply']);
    expect([again.code, (again.report.result as { state: string }).state]).toEqual([0, 'nothing-to-do']);
    await runCli(workspace, ['undo', '--apply']);
    expect(readFileSync(join(workspace, HERO), 'utf8').startsWith('\ufeff')).toBe(true);
  });

  it('refuses a plan that is no longer the one shown', async () => {
    const workspace = await slippedGame();
    const { code, report } = await runJson(workspace, ['doctor', '--fix', '--apply', '--plan', '0'.repeat(64)]);
    expect([code, codesOf(report.diagnostics)]).toEqual([1, ['PLAN_STALE']]);
  });

  it('leaves what somebody has to choose, and shows the text as it would be', async () => {
    const workspace = await slippedGame();
    writeFileSync(join(workspace, HERO), readFileSync(join(workspace, HERO), 'utf8').replace('"name"', '"nmae"'));
    const { code, stdout } = await runCli(workspace, ['doctor', '--fix']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^leaves JSON_BOM /m);
    expect(stdout).toMatch(/^mends {2}IDENTITY_LOST_CLAIM /m);
  });

  it.each([
    [['doctor', '--apply']],
    [['doctor', '--exit-code']],
    [['doctor', '--fix', '--require-current']],
    [['doctor', '--fix', '--plan', '0'.repeat(64)]],
  ])('takes no %j', async (argv) => {
    expect((await runCli(sampleGame(), argv)).code).toBe(2);
  });
});
