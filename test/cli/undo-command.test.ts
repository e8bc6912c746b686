import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from './list-files.js';
import { runCli, runJson, sampleGame } from './run-cli.js';

interface UndoResult {
  readonly state: string;
  readonly written: readonly string[];
  readonly plan: { readonly kind: string; readonly digest: string; readonly edits: readonly { readonly action: string }[] };
}

async function undo(cwd: string, ...argv: string[]) {
  const done = await runJson(cwd, ['undo', ...argv]);
  return { ...done, result: done.report.result as UndoResult | null, codes: done.report.diagnostics.map(({ code }) => code) };
}

const withoutRecord = (folder: string) => new Map([...listFiles(folder)].filter(([file]) => !file.includes('undo')));

async function registeredGame() {
  const game = sampleGame();
  const before = withoutRecord(game);
  expect((await runCli(game, ['register', '--apply'])).code).toBe(0);
  return { game, before, after: withoutRecord(game) };
}

describe('undo', () => {
  it('previews, applies the very plan that was previewed, and does it again', async () => {
    const { game, before, after } = await registeredGame();
    const preview = await undo(game);
    expect([preview.code, preview.result?.state, preview.result?.plan.kind]).toEqual([0, 'previewed', 'undo']);
    expect(new Set(preview.result?.plan.edits.map(({ action }) => action))).toEqual(new Set(['remove']));
    expect(withoutRecord(game)).toEqual(after);
    const done = await undo(game, '--apply', '--plan', preview.result?.plan.digest ?? '');
    expect([done.code, done.result?.state]).toEqual([0, 'applied']);
    expect(withoutRecord(game)).toEqual(before);
    expect((await undo(game, '--apply')).code).toBe(0);
    expect(withoutRecord(game)).toEqual(after);
  });

  it('says how to apply what it shows, and exits with 1 where it is asked to', async () => {
    const { game } = await registeredGame();
    const { stdout } = await runCli(game, ['undo']);
    expect(stdout).toMatch(/^ {2}prometeu-packer undo --apply --plan [0-9a-f]{64}$/m);
    expect((await undo(game, '--exit-code')).code).toBe(1);
  });

  it('is refused where there is nothing to undo, or a file was changed since', async () => {
    const { game } = await registeredGame();
    appendFileSync(join(game, 'assets/sprites/hero/asset.json'), '\n');
    expect(await undo(game, '--apply')).toMatchObject({ code: 1, codes: ['UNDO_CONFLICT'], result: null });
    rmSync(join(game, 'assets/.prometeu/undo'), { recursive: true });
    expect(await undo(game)).toMatchObject({ code: 1, codes: ['UNDO_NOTHING'] });
  });

  it('refuses another plan than the one previewed', async () => {
    const { game, after } = await registeredGame();
    expect(await undo(game, '--apply', '--plan', '0'.repeat(64))).toMatchObject({ code: 1, codes: ['PLAN_STALE'] });
    expect(withoutRecord(game)).toEqual(after);
  });
});
