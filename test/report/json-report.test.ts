import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { wordsOfCodes } from '../../src/report/words-of-codes.js';
import { jsonReport, type JsonReport, type ReportContent } from '../../src/report/json-report.js';
import { atBytes, atHostileFile, atText, omitted } from './sample-diagnostics.js';

const read = (content: ReportContent): JsonReport => JSON.parse(jsonReport(content)) as JsonReport;

describe('jsonReport', () => {
  it('holds the findings as they are', () => {
    const diagnostics = [atHostileFile, atText, atBytes];
    expect(read({ command: 'doctor', diagnostics }).diagnostics).toEqual(diagnostics);
  });

  it('has its keys in one order', () => {
    const full = read({ command: 'doctor', diagnostics: [], exitCode: 0, verdict: {}, result: {} });
    expect(Object.keys(full)).toEqual([
      'report_version',
      'command',
      'ok',
      'exit_code',
      'counts',
      'verdict',
      'diagnostics',
      'rules',
      'result',
    ]);
    const least = read({ command: 'doctor', diagnostics: [] });
    expect(Object.keys(least)).toEqual(['report_version', 'command', 'ok', 'counts', 'diagnostics', 'rules', 'result']);
    expect(least).toMatchObject({ report_version: 1, ok: true, result: null });
  });

  it('counts exactly, and is ok only without errors', () => {
    expect(read({ command: 'verify', diagnostics: [atBytes, omitted] })).toMatchObject({
      ok: false,
      counts: { error: 31, warning: 0, info: 1 },
    });
    expect(read({ command: 'verify', diagnostics: [atHostileFile] })).toMatchObject({ ok: true, counts: { warning: 1 } });
  });

  it('is not ok where the command did not run', () => {
    expect(read({ command: 'verify', diagnostics: [], exitCode: 2 }).ok).toBe(false);
  });

  it('explains the codes that occur, by code, and no others', () => {
    const { severity } = catalogue.ASSET_NO_INPUTS;
    const { summary, help } = wordsOfCodes.ASSET_NO_INPUTS;
    const { rules } = read({ command: 'doctor', diagnostics: [atHostileFile, atBytes, atBytes] });
    expect(Object.keys(rules)).toEqual(['ASSET_NO_INPUTS', 'WORKSPACE_LOOSE_FILES']);
    expect(rules['ASSET_NO_INPUTS']).toEqual({ summary, help, severity });
  });

  it('is the same text for the same findings, two spaces and a final line end', () => {
    const content = { command: 'doctor', diagnostics: [atText], result: { a: 1 } };
    expect(jsonReport(content)).toBe(jsonReport(structuredClone(content)));
    expect(jsonReport(content)).toMatch(/^\{\n {2}"report_version": 1,\n[^]*\n\}\n$/);
  });

  it('writes a BigInt as the text of its digits', () => {
    const content = { command: 'build', diagnostics: [], verdict: { b: 2n }, result: { a: [1n, 2n ** 64n] } };
    expect(read(content)).toMatchObject({ verdict: { b: '2' }, result: { a: ['1', '18446744073709551616'] } });
  });

  it('has null for what cannot be written as JSON', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const hostile = {
      get a(): never {
        throw new Error('hostile');
      },
    };
    for (const result of [cyclic, hostile, () => 1]) {
      expect(read({ command: 'build', diagnostics: [], verdict: result, result })).toMatchObject({ ok: true, verdict: null, result: null });
    }
  });

  it('escapes what a terminal or a log would act on, and keeps its meaning', () => {
    const result = { hostile: '\u001b[2J\u009b\u202e\u2028\ud800\u{e0041}\r\n\t"\\' };
    const text = jsonReport({ command: 'doctor', diagnostics: [], result });
    expect(text).not.toMatch(/[^\n\P{Cc}]|[\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u);
    expect((JSON.parse(text) as JsonReport).result).toEqual(result);
  });
});
