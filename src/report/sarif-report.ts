import {
  compareStrings,
  countDiagnostics,
  type Diagnostic,
  type Severity,
  type SeverityCounts,
  type SuppressedDiagnostic,
} from 'prometeu-packer';
import { escapeJson } from './escape-json.js';
import { explain } from './explain.js';
import type { SarifContent } from './sarif-content.js';
import type { SarifLog, SarifNotification, SarifResult, SarifRule } from './sarif-log.js';
import { createSarifResultMaker, SARIF_LEVELS } from './sarif-result.js';

/** More than this many results in a run are refused by GitHub. */
const MOST_RESULTS = 25_000;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** A finding that may be among the results; `by` says what leaves it out, where something does. */
interface Candidate {
  readonly diagnostic: Diagnostic;
  readonly by: SuppressedDiagnostic['by'] | null;
}

/** All findings, those before that matter more: what is left out by a policy last, errors before warnings before infos. */
function candidatesOf({ diagnostics, suppressed = [] }: SarifContent): readonly Candidate[] {
  const all: readonly Candidate[] = [...diagnostics.map((diagnostic) => ({ diagnostic, by: null })), ...suppressed];
  const rank = ({ diagnostic, by }: Candidate): number => ORDER.indexOf(diagnostic.severity) + (by === null ? 0 : ORDER.length);
  return [...all].sort((a, b) => rank(a) - rank(b));
}

function ruleOf(code: string, helpUri: SarifContent['helpUri']): SarifRule {
  const { summary, help, severity } = explain(code) ?? { summary: code, help: code, severity: 'error' };
  const uri = helpUri?.(code);
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${help}` },
    help: { text: help },
    ...(uri !== undefined && { helpUri: uri }),
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
  };
}

function totalOf({ error, warning, info }: SeverityCounts): number {
  return error + warning + info;
}

function truncation(results: number, findings: number): readonly SarifNotification[] {
  if (results === findings) return [];
  const text = `${results} of ${findings} findings are among the results, errors first; the counts of the run are exact.`;
  return [{ descriptor: { id: 'RESULTS_TRUNCATED' }, level: 'warning', message: { text }, properties: { results, findings } }];
}

/**
 * Findings as a log in SARIF 2.1.0, for code scanning. Errors come first, so that a service that shows only so many
 * results drops none of them for a warning; where there are more than `limit`, or a list of findings was cut already, a
 * notification says so, and the counts of the run stay exact.
 *
 * @see {@link sarifReport} for the same as text.
 *
 * @example
 * ```ts
 * import { sarifLog } from 'prometeu-packer/report';
 *
 * console.log(sarifLog({ command: 'doctor', diagnostics: [] }).version); // 2.1.0
 * ```
 */
export function sarifLog(content: SarifContent): SarifLog {
  const { command, diagnostics, suppressed, exitCode, version, limit = MOST_RESULTS } = content;
  const kept = candidatesOf(content).slice(0, limit);
  const codes = [...new Set(kept.map(({ diagnostic }) => diagnostic.code))].sort(compareStrings);
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const makeResult = createSarifResultMaker(content);
  const results = kept.map(({ diagnostic, by }): SarifResult => {
    const result = makeResult(diagnostic, indexes.get(diagnostic.code) ?? -1);
    if (suppressed === undefined) return result;
    return { ...result, suppressions: by === null ? [] : [{ kind: 'external', status: 'accepted', justification: by }] };
  });
  const counts = countDiagnostics(diagnostics);
  const left = totalOf(countDiagnostics((suppressed ?? []).map(({ diagnostic }) => diagnostic)));
  const invocation = {
    executionSuccessful: exitCode !== 2,
    ...(exitCode !== undefined && { exitCode }),
    toolExecutionNotifications: [...truncation(results.length, totalOf(counts) + left)],
  };
  const rules = codes.map((code) => ruleOf(code, content.helpUri));
  const driver = { name: 'prometeu-packer' as const, ...(version !== undefined && { semanticVersion: version }), rules };
  const run = {
    tool: { driver },
    automationDetails: { id: `prometeu-packer/${command}/` },
    invocations: [invocation],
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that the paths of findings start at.' } } },
    columnKind: 'utf16CodeUnits' as const,
    results,
    properties: { counts, suppressed: left },
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

/**
 * Renders findings as a SARIF 2.1.0 file: two spaces, a final line end, and escapes for whatever could forge a line or
 * reverse the reading direction of a log.
 *
 * @example
 * ```ts
 * import { doctor } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { sarifReport } from 'prometeu-packer/report';
 *
 * const report = await doctor(createMemoryWorkspace({ 'assets/hero/asset.json': '{' }));
 * const diagnostics = report.isOk() ? report.value.diagnostics : [];
 * const log = sarifReport({ command: 'doctor', diagnostics }); // upload it with github/codeql-action/upload-sarif
 * console.log(JSON.parse(log).runs.length); // 1
 * ```
 */
export function sarifReport(content: SarifContent): string {
  return `${escapeJson(JSON.stringify(sarifLog(content), null, 2))}\n`;
}
