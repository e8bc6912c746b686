import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { runCli, runJson, temporaryFolder } from './run-cli.js';

describe('explain', () => {
  it('tells severity, summary and help of a code', async () => {
    const { severity, summary, help } = catalogue.PLAN_STALE;
    const { code, stdout } = await runCli(temporaryFolder(), ['explain', 'PLAN_STALE']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `PLAN_STALE (${severity})\n${summary}\n${help}\n` });
    const { report } = await runJson(temporaryFolder(), ['explain', 'PLAN_STALE']);
    expect(report).toMatchObject({ ok: true, result: { code: 'PLAN_STALE', severity, summary, help } });
  });

  it.each(['NO_SUCH_CODE', 'constructor', ''])('answers 2 for %j', async (code) => {
    expect(await runCli(temporaryFolder(), ['explain', code])).toMatchObject({ code: 2, stdout: '' });
    expect((await runJson(temporaryFolder(), ['explain', code])).report).toMatchObject({ ok: false, exit_code: 2, result: null });
  });
});
