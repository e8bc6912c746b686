import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { wordsOfCodes } from '../../../src/report/words-of-codes.js';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { SarifContent } from '../../../src/report/sarif-content.js';
import { sarifLog, sarifReport } from '../../../src/report/sarif-report.js';
import { anyDiagnostic } from '../many-diagnostics.js';
import { atBytes, atHostileFile, atText, atWorkspace, omitted } from '../sample-diagnostics.js';
import { sarifSchema } from './sarif-schema.js';

const validate = sarifSchema();

const faultsOf = (log: unknown) => (validate(log) ? [] : (validate.errors ?? []));

const runOf = (content: Omit<SarifContent, 'command'>) => sarifLog({ command: 'doctor', ...content }).runs[0]!;

const all: readonly Diagnostic[] = [atWorkspace, atHostileFile, atText, atBytes, omitted];

describe('sarifLog', () => {
  it('keeps to the official schema, which refuses what does not', () => {
    const full = {
      command: 'doctor',
      diagnostics: all,
      suppressed: [{ diagnostic: atText, by: 'baseline' as const }],
      exitCode: 1,
      version: '1.2.3',
      helpUri: (code: string) => `https://example.org/${code}`,
      limit: 3,
    };
    expect(faultsOf(sarifLog(full))).toEqual([]);
    expect(faultsOf(sarifLog({ command: 'doctor', diagnostics: [] }))).toEqual([]);
    const log = sarifLog(full);
    expect(faultsOf({ ...log, version: '2.0.0' })).not.toEqual([]);
    expect(faultsOf({ ...log, runs: [{ ...log.runs[0], columnKind: 'bytes' }] })).not.toEqual([]);
    expect(faultsOf({ ...log, runs: [{ ...log.runs[0], results: [{}] }] })).not.toEqual([]);
  });

  it('keeps to the schema whatever the findings, and is the same text for the same findings', () => {
    fc.assert(
      fc.property(fc.array(anyDiagnostic, { maxLength: 8 }), fc.option(fc.string(), { nil: undefined }), (diagnostics, text) => {
        const content = { command: 'doctor', diagnostics, suppressed: [], sourceText: () => text };
        expect(faultsOf(JSON.parse(sarifReport(content)))).toEqual([]);
        expect(sarifReport(structuredClone({ command: 'doctor', diagnostics }))).toBe(sarifReport({ command: 'doctor', diagnostics }));
      }),
    );
  });

  it('has a rule for each code that occurs, which each result names and points to', () => {
    const { tool, results } = runOf({ diagnostics: all, helpUri: (code) => `https://example.org/${code}` });
    const { rules } = tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([...new Set(all.map(({ code }) => code))].sort());
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    const { summary, help } = wordsOfCodes.WORKSPACE_LOOSE_FILES;
    expect(rules.find(({ id }) => id === 'WORKSPACE_LOOSE_FILES')).toEqual({
      id: 'WORKSPACE_LOOSE_FILES',
      shortDescription: { text: summary },
      fullDescription: { text: `${summary} ${help}` },
      help: { text: help },
      helpUri: 'https://example.org/WORKSPACE_LOOSE_FILES',
      defaultConfiguration: { level: 'warning' },
    });
  });

  it('tells lines and columns of texts, offsets of bytes, and a place for what has none', () => {
    const places = new Map(runOf({ diagnostics: all }).results.map(({ ruleId, locations }) => [ruleId, locations]));
    const artifact = (uri: string) => ({ uri, uriBaseId: '%SRCROOT%' });
    expect(places.get('ASSET_FORMAT_UNSUITABLE')).toEqual([
      {
        physicalLocation: {
          artifactLocation: artifact('assets/hero/asset.json'),
          region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 18 },
        },
        logicalLocations: [{ fullyQualifiedName: '/output/format' }],
      },
    ]);
    expect(places.get('ASSET_NO_INPUTS')).toEqual([
      { physicalLocation: { artifactLocation: artifact('assets/hero/idle.png'), region: { byteOffset: 33, byteLength: 4 } } },
    ]);
    expect(places.get('IO_ABORTED')).toEqual([{ physicalLocation: { artifactLocation: artifact('assets/.prometeu/index.json') } }]);
    expect(places.get('WORKSPACE_LOOSE_FILES')).toEqual([
      { physicalLocation: { artifactLocation: artifact('assets/%1B%5B2J%0Aerror%20FORGED%20x%E2%80%AE') } },
    ]);
  });

  it('starts paths where it is told to, percent-encoded', () => {
    const odd = { ...atBytes, location: { kind: 'file', file: 'assets/a b#?%\ud800/ü.png' } } as const;
    const [result] = runOf({ diagnostics: [odd], pathOf: (file) => `my game/${file}` }).results;
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('my%20game/assets/a%20b%23%3F%25%EF%BF%BD/%C3%BC.png');
  });

  it('numbers other places', () => {
    const [result] = runOf({ diagnostics: [{ ...atText, related: [...atText.related, ...atText.related] }] }).results;
    expect(result?.relatedLocations).toMatchObject([
      { id: 1, message: { text: 'the type is given here' }, logicalLocations: [{ fullyQualifiedName: '/type' }] },
      { id: 2 },
    ]);
  });

  it('tells fixes by lines and columns where the text is at hand, else by bytes, and says whether they are safe', () => {
    const file = 'assets/hero/asset.json';
    const fixed: Diagnostic = {
      ...atText,
      fixes: [
        { title: 'Say so', applicability: 'display-only', edits: [] },
        {
          title: 'Mend',
          applicability: 'safe',
          edits: [
            { file, start: 0, end: 2, newText: '' },
            { file, start: 7, end: 7, newText: 'é' },
          ],
        },
      ],
    };
    const fixesIn = (text: string | undefined) => runOf({ diagnostics: [fixed], sourceText: () => text }).results[0]?.fixes;
    expect(fixesIn('é🎮\nabc')).toEqual([
      {
        description: { text: 'Mend (safe)' },
        artifactChanges: [
          {
            artifactLocation: { uri: file, uriBaseId: '%SRCROOT%' },
            replacements: [
              { deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } },
              { deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 1 }, insertedContent: { text: 'é' } },
            ],
          },
        ],
      },
    ]);
    expect(fixesIn(undefined)?.[0]?.artifactChanges[0]?.replacements.map(({ deletedRegion }) => deletedRegion)).toEqual([
      { byteOffset: 0, byteLength: 2 },
      { byteOffset: 7, byteLength: 0 },
    ]);
  });

  it('keeps errors where only so many results fit, says so, and counts exactly', () => {
    const warnings = Array.from({ length: 10 }, (_, index) =>
      diagnose('STRUCTURE_UNKNOWN_KEY', {
        artifact: 'asset',
        location: { kind: 'file', file: `${index}` },
        data: { key: 'k', didYouMean: null },
      }),
    );
    const run = runOf({ diagnostics: [...warnings, atBytes, atText], limit: 3, exitCode: 1 });
    expect(run.results.map(({ level }) => level)).toEqual(['error', 'error', 'warning']);
    expect(run.properties).toEqual({ counts: { error: 2, warning: 10, info: 0 }, suppressed: 0 });
    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: true,
        exitCode: 1,
        toolExecutionNotifications: [{ descriptor: { id: 'RESULTS_TRUNCATED' }, properties: { results: 3, findings: 12 } }],
      },
    ]);
  });

  it('keeps within 25,000 results unless told otherwise', () => {
    const many = Array.from({ length: 25_001 }, () => atBytes);
    expect(runOf({ diagnostics: many }).results).toHaveLength(25_000);
  });

  it('tells that a list of findings was cut before it came here', () => {
    const [invocation] = runOf({ diagnostics: [atBytes, omitted] }).invocations;
    expect(invocation?.toolExecutionNotifications).toMatchObject([{ properties: { results: 2, findings: 32 } }]);
    expect(runOf({ diagnostics: [atBytes] }).invocations[0]?.toolExecutionNotifications).toEqual([]);
  });

  it('says that it did not run by the exit code alone', () => {
    expect(runOf({ diagnostics: [atWorkspace], exitCode: 2 }).invocations).toMatchObject([{ executionSuccessful: false, exitCode: 2 }]);
    expect(runOf({ diagnostics: [atWorkspace] }).invocations[0]).not.toHaveProperty('exitCode');
  });

  it('shows what a policy left out as suppressed, after everything else, and nothing of the kind without a policy', () => {
    const { results, properties } = runOf({ diagnostics: [atHostileFile], suppressed: [{ diagnostic: atText, by: 'baseline' }] });
    expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ['WORKSPACE_LOOSE_FILES', []],
      ['ASSET_FORMAT_UNSUITABLE', [{ kind: 'external', status: 'accepted', justification: 'baseline' }]],
    ]);
    expect(properties).toMatchObject({ counts: { error: 0, warning: 1 }, suppressed: 1 });
    expect(runOf({ diagnostics: [atText] }).results[0]).not.toHaveProperty('suppressions');
  });

  it('carries the fingerprint, so that a finding is known again', () => {
    expect(runOf({ diagnostics: [atText] }).results[0]?.partialFingerprints).toEqual({ 'prometeuFingerprint/v1': atText.fingerprint });
  });
});

describe('sarifReport', () => {
  it('escapes what a terminal or a log would act on, and keeps its meaning', () => {
    const text = sarifReport({ command: 'doctor', diagnostics: all });
    expect(text).not.toMatch(/[^\n\P{Cc}]|[\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u);
    expect(JSON.parse(text)).toEqual(sarifLog({ command: 'doctor', diagnostics: all }));
  });
});
