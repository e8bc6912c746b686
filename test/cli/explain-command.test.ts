import { describe, expect, it } from 'vitest';
import { explainCode } from '../../src/explain.js';
import { runCli, runJson, temporaryFolder } from './run-cli.js';

describe('explain', () => {
  it('tells all there is to say of a code', async () => {
    const explained = explainCode('PLAN_STALE');
    const { report } = await runJson(temporaryFolder(), ['explain', 'PLAN_STALE']);
    expect(report).toMatchObject({ ok: true, result: JSON.parse(JSON.stringify(explained)) as unknown });
    const { code, stdout } = await runCli(temporaryFolder(), ['explain', 'PLAN_STALE']);
    expect(code).toBe(0);
    for (const text of [explained?.severity, explained?.summary, explained?.why, ...(explained?.fix ?? []), explained?.example.about]) {
      expect(stdout).toContain(text);
    }
  });

  it.each(['NO_SUCH_CODE', 'constructor', ''])('answers 2 for %j', async (code) => {
    expect(await runCli(temporaryFolder(), ['explain', code])).toMatchObject({ code: 2, stdout: '' });
    expect((await runJson(temporaryFolder(), ['explain', code])).report).toMatchObject({ ok: false, exit_code: 2, result: null });
  });
});
