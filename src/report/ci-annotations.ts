import { countDiagnostics, fileOf, type Diagnostic, type Severity } from 'prometeu-packer';
import { escapeText } from './escape-text.js';
import { explain } from './explain.js';
import { showCounts } from './show-counts.js';
import { workflowCommand } from './workflow-command.js';

/** How annotations are made. */
export interface CiAnnotationOptions {
  /** Most annotations of one severity: 10 unless told, which is what GitHub shows of one step. */
  readonly limit?: number;
  /** Most annotations in all: 50 unless told, which is what GitHub shows of one job. Errors come first. */
  readonly total?: number;
  /** The path of a file from the root of the repository, with `/`; as it is unless told. */
  readonly pathOf?: (file: string) => string;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Takes findings of one severity so that as many files as can be have one: the first of each file, then the second, and so on. */
function spread(diagnostics: readonly Diagnostic[], limit: number): readonly Diagnostic[] {
  const seen = new Map<string, number>();
  const turns = diagnostics.map((diagnostic) => {
    const file = fileOf(diagnostic.location);
    const turn = seen.get(file) ?? 0;
    seen.set(file, turn + 1);
    return { diagnostic, turn };
  });
  const first = [...turns].sort((a, b) => a.turn - b.turn).slice(0, Math.max(0, limit));
  const kept = new Set(first.map(({ diagnostic }) => diagnostic));
  return diagnostics.filter((diagnostic) => kept.has(diagnostic));
}

function choose(diagnostics: readonly Diagnostic[], limitOf: (severity: Severity) => number, total: number): readonly Diagnostic[] {
  const chosen: Diagnostic[] = [];
  for (const severity of ORDER) {
    const room = Math.min(limitOf(severity), total - chosen.length);
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    for (const diagnostic of spread(found, room)) chosen.push(diagnostic); // there may be more than a call takes arguments
  }
  return chosen;
}

/** Columns only within one line: GitHub takes none otherwise. */
function placeOf({ location }: Diagnostic, pathOf: (file: string) => string): Readonly<Record<string, string | number>> {
  if (location.kind === 'workspace') return {};
  const file = escapeText(pathOf(location.file));
  if (location.kind !== 'text') return { file };
  const { start, end } = location.range;
  const lines = { file, line: start.line, endLine: end.line };
  return start.line === end.line ? { ...lines, col: start.column, endColumn: end.column } : lines;
}

function annotate(diagnostic: Diagnostic, pathOf: (file: string) => string): string {
  const { severity, code, message, location } = diagnostic;
  const at = location.kind === 'bytes' ? `at byte ${location.offset}: ` : '';
  const help = explain(code)?.help;
  const lines = [`${at}${escapeText(message)}`, ...(help === undefined ? [] : [`help: ${help}`])];
  return workflowCommand(COMMANDS[severity], { ...placeOf(diagnostic, pathOf), title: code }, lines.join('\n'));
}

/**
 * Renders findings as annotations of GitHub Actions (`::error file=…::…`), within the number of annotations that a step
 * shows. Errors come before warnings, and every file has one before any has two. Where not all fit, or a list of findings
 * was cut already, a notice tells the exact numbers. Print the text of the findings too: annotations are a choice of them.
 *
 * @returns lines with a final line end; the empty string where there is nothing to say.
 *
 * @example
 * ```ts
 * import { doctor } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { ciAnnotations, guardCiText, renderText } from 'prometeu-packer/report';
 *
 * const report = await doctor(createMemoryWorkspace({ 'assets/hero/asset.json': '{' }));
 * const found = report.isOk() ? report.value.diagnostics : [];
 * const annotations = ciAnnotations(found, { pathOf: (file) => `game/${file}` });
 * console.log(annotations.startsWith('::error ')); // true
 * const log = guardCiText(renderText(found)) + annotations; // what a step prints
 * ```
 */
export function ciAnnotations(
  diagnostics: readonly Diagnostic[],
  { limit = 10, total = 50, pathOf = (file) => file }: CiAnnotationOptions = {},
): string {
  const counts = countDiagnostics(diagnostics);
  const all = choose(diagnostics, () => limit, total);
  const fits = all.length === diagnostics.length && !diagnostics.some(({ code }) => code === 'DIAGNOSTICS_OMITTED');
  // The notice is an annotation itself, and takes the room of one.
  const shown = fits ? all : choose(diagnostics, (severity) => (severity === 'info' ? limit - 1 : limit), total - 1);
  const lines = shown.map((diagnostic) => annotate(diagnostic, pathOf));
  if (fits) return lines.map((line) => `${line}\n`).join('');
  const text = `${showCounts(counts)} in all; ${shown.length} of them are annotated, errors first. The log has the rest.`;
  return [...lines, workflowCommand('notice', { title: 'prometeu-packer' }, text), ''].join('\n');
}
