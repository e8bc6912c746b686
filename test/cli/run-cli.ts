import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sampleGameFolder } from '../../etc/make-sample-game.mjs';
import { run } from '../../src/cli/run.js';
import { reportSchema } from '../report/report-schema.js';
import type { JsonReport } from '../../src/report/json-report.js';

/** What a run of the program left behind. */
export interface CliRun {
  /** The exit code. */
  readonly code: number;
  /** What went to stdout. */
  readonly stdout: string;
  /** What went to stderr. */
  readonly stderr: string;
}

/** How the program is run. */
export interface CliOptions {
  /** Whether a person watches stderr; false unless told. */
  readonly isTerminal?: boolean;
  /** Whether stdout takes colours; false unless told. */
  readonly color?: boolean;
  /** Fires to stop it. */
  readonly signal?: AbortSignal;
}

/** Runs the program in this process. */
export async function runCli(cwd: string, argv: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const { isTerminal = false, color = false, signal = new AbortController().signal } = options;
  const written = { stdout: '', stderr: '' };
  const code = await run(argv, {
    cwd,
    stdout: (text) => void (written.stdout += text),
    stderr: (text) => void (written.stderr += text),
    isTerminal,
    color,
    version: () => '0.0.0-test',
    signal,
  });
  return { code, ...written };
}

const isReport = reportSchema();

/** Runs the program in this process with `--format json`; answers its report besides, which keeps to the published schema. */
export async function runJson(
  cwd: string,
  argv: readonly string[],
  options: CliOptions = {},
): Promise<CliRun & { readonly report: JsonReport }> {
  const done = await runCli(cwd, [...argv, '--format', 'json'], options);
  const report: unknown = JSON.parse(done.stdout);
  if (!isReport(report)) throw new Error(`the report does not keep to its schema: ${JSON.stringify(isReport.errors)}`);
  return { ...done, report: report as JsonReport };
}

/** An empty folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'prometeu-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the sample game that is removed after the test. */
export function sampleGame(): string {
  const folder = temporaryFolder();
  cpSync(sampleGameFolder, folder, { recursive: true });
  return folder;
}
