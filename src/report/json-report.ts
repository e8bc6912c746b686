import {
  compareStrings,
  countDiagnostics,
  type Diagnostic,
  type PolicyOutcome,
  type SeverityCounts,
  type SuppressedDiagnostic,
} from 'prometeu-packer';
import { escapeJson } from './escape-json.js';
import { type CodeExplanation, explain } from './explain.js';

/** What a report is made of. */
export interface ReportContent {
  /** What was run. */
  readonly command: string;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the process answers, where it is one: 0, 1 or 2. */
  readonly exitCode?: number;
  /** What a policy made of the findings, where there is one: `diagnostics` are those that it left. */
  readonly policy?: Pick<PolicyOutcome, 'before' | 'suppressed'>;
  /** What a workspace allows, where that was asked; plain data. */
  readonly verdict?: object;
  /** What the command made or found; plain data. A BigInt in it is written as the text of its decimal digits. */
  readonly result?: object | null;
}

/** A finding that a policy left out, as a report names it. */
export interface SuppressedFinding extends Pick<Diagnostic, 'code' | 'severity' | 'location' | 'fingerprint'> {
  /** What left it out: a rule that ignores its code, or the baseline. */
  readonly by: SuppressedDiagnostic['by'];
}

/** A report as it is written. Keys come in this order; a change of meaning counts `report_version` up. */
export interface JsonReport {
  /** Version of this shape. */
  readonly report_version: 1;
  /** What was run. */
  readonly command: string;
  /** Whether it ran and no finding is an error. */
  readonly ok: boolean;
  /** What the process answers: 0, 1 or 2; left out where it is none. */
  readonly exit_code?: number;
  /** Findings by severity, those that a list only counts included. */
  readonly counts: SeverityCounts;
  /** What a policy did; left out where there was none. */
  readonly policy?: {
    /** Findings by severity, before the policy. */
    readonly before: SeverityCounts;
    /** What it left out. */
    readonly suppressed: readonly SuppressedFinding[];
  };
  /** What a workspace allows; left out where that was not asked, null where it cannot be written as JSON. */
  readonly verdict?: object | null;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
  /** What there is to say of each code that occurs, by code. */
  readonly rules: Readonly<Record<string, Omit<CodeExplanation, 'code'>>>;
  /** What the command made or found; null where nothing came of it, or where it cannot be written as JSON: a cycle, say. */
  readonly result: object | null;
}

function rulesOf(diagnostics: readonly Diagnostic[]): JsonReport['rules'] {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(compareStrings);
  return Object.fromEntries(
    codes.flatMap((code) => {
      const explained = explain(code);
      if (explained === undefined) return [];
      const { summary, help, severity } = explained;
      return [[code, { summary, help, severity }]];
    }),
  );
}

function showPolicy({ before, suppressed }: NonNullable<ReportContent['policy']>): NonNullable<JsonReport['policy']> {
  return {
    before,
    suppressed: suppressed.map(({ by, diagnostic: { code, severity, location, fingerprint } }) => ({
      by,
      code,
      severity,
      location,
      fingerprint,
    })),
  };
}

function textOfBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** A value as its JSON holds it; null where it has none, so that what a caller gives makes no report fail. */
function asWritten(value: object | null): object | null {
  try {
    return JSON.parse(JSON.stringify(value, textOfBigInt)) as object | null;
  } catch {
    return null;
  }
}

/**
 * Renders a report as JSON: two spaces, keys in a fixed order, a final line end, and escapes for whatever could forge a
 * line or reverse the reading direction of a log. The same findings give the same bytes on every machine.
 *
 * @see {@link JsonReport} for the shape.
 *
 * @example
 * ```ts
 * import { doctor } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { jsonReport } from 'prometeu-packer/report';
 *
 * const report = await doctor(createMemoryWorkspace());
 * const diagnostics = report.isOk() ? report.value.diagnostics : [];
 * console.log(JSON.parse(jsonReport({ command: 'doctor', diagnostics })).command); // doctor
 * ```
 */
export function jsonReport({ command, diagnostics, exitCode, policy, verdict, result }: ReportContent): string {
  const counts = countDiagnostics(diagnostics);
  const report: JsonReport = {
    report_version: 1,
    command,
    ok: counts.error === 0 && exitCode !== 2,
    ...(exitCode !== undefined && { exit_code: exitCode }),
    counts,
    ...(policy !== undefined && { policy: showPolicy(policy) }),
    ...(verdict !== undefined && { verdict: asWritten(verdict) }),
    diagnostics,
    rules: rulesOf(diagnostics),
    result: asWritten(result ?? null),
  };
  return `${escapeJson(JSON.stringify(report, textOfBigInt, 2))}\n`;
}
