import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiagnosticSubject } from '../../src/diagnostics/artifact-kind.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { VersionFacts } from '../../src/diagnostics/version-facts.js';
import { jsonReport, type ReportContent } from '../../src/report/json-report.js';
import { applyPolicy } from '../../src/policy/apply-policy.js';
import { baselineOf } from '../../src/policy/baseline-of.js';
import { anyDiagnostic } from './many-diagnostics.js';
import { readReportSchema, reportSchema } from './report-schema.js';
import { atBytes, atHostileFile, atText, atWorkspace, omitted } from './sample-diagnostics.js';

const judge = reportSchema();

const faultsOf = (content: ReportContent) => (judge(JSON.parse(jsonReport(content))) ? [] : (judge.errors ?? []));

const facts: VersionFacts = {
  found: null,
  supported: { range: '>=2 <5', oldest: 2, current: 4 },
  migration: { attempted: true, steps: [{ id: 'asset-3-to-4', from: 3, to: 4, outcome: 'failed' }], outcome: 'failed' },
  identity: { implicated: true, fields: ['asset_uuid'], registry: true },
  manualAction: { required: true, what: 'upgrade' },
  blocks: { build: true, studio: false },
};

/** Everything that a finding can speak of. */
const SUBJECTS: Readonly<Record<DiagnosticSubject, true>> = {
  asset: true,
  registry: true,
  archive: true,
  'asset-table': true,
  preload: true,
  'asset-metadata': true,
  cache: true,
  journal: true,
  source: true,
  workspace: true,
  plan: true,
  policy: true,
  evidence: true,
};

const fixed: Diagnostic = {
  ...atText,
  ...facts,
  fixes: [{ title: 'Mend', applicability: 'safe', edits: [{ file: 'a', start: 0, end: 1, newText: '' }] }],
};

const diagnostics = [atWorkspace, atHostileFile, fixed, atBytes, omitted];
const full = { command: 'doctor', diagnostics, exitCode: 1, verdict: { read: 1 }, result: { a: 1 } };
const report = JSON.parse(
  jsonReport({ ...full, policy: applyPolicy(diagnostics, { rules: [], baseline: baselineOf(diagnostics) }) }),
) as object;

type Change = readonly [path: readonly (string | number)[], value: unknown];

/** The report with a value changed at a place, or taken away where the value is undefined. */
function changed([path, value]: Change): unknown {
  const copy = structuredClone(report);
  const last = path.at(-1) ?? '';
  const at = path.slice(0, -1).reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy as never);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

describe('docs/schemas/report.v1.schema.json', () => {
  it('takes every report, and describes every key of it', () => {
    expect(judge(report) ? [] : judge.errors).toEqual([]);
    expect(faultsOf(full)).toEqual([]);
    expect(faultsOf({ command: 'doctor', diagnostics: [] })).toEqual([]);
    fc.assert(
      fc.property(fc.array(anyDiagnostic, { maxLength: 5 }), fc.boolean(), (found, isJudged) => {
        const policy = applyPolicy(found, { rules: [{ code: 'STRUCTURE_UNKNOWN_KEY', severity: 'ignore' }], baseline: baselineOf(found) });
        expect(faultsOf({ command: 'doctor', diagnostics: found, ...(isJudged && { policy }) })).toEqual([]);
      }),
    );
  });

  it.each(Object.keys(SUBJECTS))('knows findings that speak of %s', (artifact) => {
    expect(judge(changed([['diagnostics', 0, 'artifact'], artifact]))).toBe(true);
  });

  it('leaves room for keys that a later release adds, where it is read as it is published', () => {
    const published = new Ajv({ strict: true, allowUnionTypes: true }).compile(readReportSchema());
    for (const path of [['later'], ['counts', 'fatal'], ['diagnostics', 0, 'later']]) {
      expect([path, published(changed([path, 1])), judge(changed([path, 1]))]).toEqual([path, true, false]);
    }
  });

  it.each<Change>([
    [['report_version'], 2],
    [['report_version'], undefined],
    [['command'], 1],
    [['ok'], undefined],
    [['ok'], 'yes'],
    [['exit_code'], 3],
    [['counts', 'error'], -1],
    [['counts', 'info'], undefined],
    [['policy', 'before'], undefined],
    [['policy', 'suppressed', 0, 'by'], 'nobody'],
    [['policy', 'suppressed', 0, 'fingerprint'], undefined],
    [['verdict'], true],
    [['result'], undefined],
    [['result'], []],
    [['rules', 'lower'], {}],
    [['rules', 'ASSET_NO_INPUTS', 'help'], undefined],
    [['diagnostics', 0, 'code'], 'lower'],
    [['diagnostics', 0, 'severity'], 'fatal'],
    [['diagnostics', 0, 'artifact'], 'game'],
    [['diagnostics', 0, 'fingerprint'], 'x'],
    [['diagnostics', 0, 'data'], null],
    [['diagnostics', 0, 'found'], 3],
    [['diagnostics', 0, 'location'], { kind: 'nowhere' }],
    [['diagnostics', 2, 'location', 'range', 'start', 'line'], 0],
    [['diagnostics', 2, 'location', 'pointer'], undefined],
    [['diagnostics', 2, 'related', 0, 'message'], undefined],
    [['diagnostics', 2, 'fixes', 0, 'applicability'], 'maybe'],
    [['diagnostics', 2, 'fixes', 0, 'edits', 0, 'start'], -1],
    [['diagnostics', 2, 'supported'], undefined],
    [['diagnostics', 2, 'migration', 'outcome'], 'lost'],
    [['diagnostics', 2, 'migration', 'steps', 0, 'id'], undefined],
    [['diagnostics', 2, 'identity', 'fields'], 'asset_uuid'],
    [['diagnostics', 2, 'manualAction', 'what'], undefined],
    [['diagnostics', 2, 'blocks', 'studio'], undefined],
  ])('refuses a report with %j made %j', (path, value) => {
    expect(judge(changed([path, value]))).toBe(false);
  });
});
