import { countDiagnostics, type Diagnostic, type Fix, type Location, type RelatedLocation } from 'prometeu-packer';
import { codeFrame } from './code-frame.js';
import { escapeText } from './escape-text.js';
import { explain } from './explain.js';
import { paint } from './paint.js';
import { showCounts } from './show-counts.js';
import { showFacts } from './show-facts.js';
import { showLocation } from './show-location.js';

/** How findings are shown. */
export interface TextOptions {
  /** Whether to colour by ANSI escape sequences; false unless told. */
  readonly color?: boolean;
  /** The text of a file, where it is at hand, to show the line that a finding points at. */
  readonly sourceText?: (file: string) => string | undefined;
}

type LinesOf = (file: string) => readonly string[];

/** Splits each file once, however many findings point into it. */
function createLines(sourceText: (file: string) => string | undefined): LinesOf {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? sourceText(file)?.split(/\r\n|\r|\n/) ?? [];
    known.set(file, lines);
    return lines;
  };
}

function frameOf(location: Location, linesOf: LinesOf): readonly string[] {
  if (location.kind !== 'text') return [];
  const line = linesOf(location.file)[location.range.start.line - 1];
  return line === undefined ? [] : codeFrame(line, location.range);
}

function isWithin(inner: Location, outer: Location): boolean {
  return inner.kind === 'text' && outer.kind === 'text' && inner.file === outer.file && inner.range.start.line === outer.range.start.line;
}

/** Another place, with its line unless that is shown already. */
function showRelated({ message, location }: RelatedLocation, at: Location, linesOf: LinesOf): readonly string[] {
  const frame = isWithin(location, at) ? [] : frameOf(location, linesOf);
  return [`see: ${showLocation(location)}: ${escapeText(message)}`, ...frame.map((line) => `  ${line}`)];
}

function showFix({ title, applicability }: Fix): string {
  return `fix (${applicability}): ${escapeText(title)}`;
}

/**
 * Renders findings for people: severity, code and place, what was found and expected, the line it stands on, other
 * places with their lines, the facts of a version, ways to mend it, and how many findings there are. Each code brings its help once, where it first occurs.
 *
 * @returns text with a final line end. It may change at any time: programs read {@link jsonReport}.
 *
 * @example
 * ```ts
 * import { doctor } from 'prometeu-packer';
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { renderText } from 'prometeu-packer/report';
 *
 * const files = { 'assets/palette/asset.json': '{' };
 * const report = await doctor(createMemoryWorkspace(files));
 * if (report.isOk()) renderText(report.value.diagnostics, { sourceText: (file) => (file in files ? '{' : undefined) });
 * ```
 */
export function renderText(diagnostics: readonly Diagnostic[], { color = false, sourceText = () => undefined }: TextOptions = {}): string {
  const linesOf = createLines(sourceText);
  const explained = new Set<string>();
  const helpFor = (code: string): readonly string[] => {
    const help = explained.has(code) ? undefined : explain(code)?.help;
    explained.add(code);
    return help === undefined ? [] : [`help: ${help}`];
  };
  const blocks = diagnostics.map((diagnostic) => {
    const { severity, code, location, message, related, fixes } = diagnostic;
    const head = `${paint(color, severity, severity)} ${paint(color, 'strong', code)} ${showLocation(location)}`;
    const body = [
      escapeText(message),
      ...frameOf(location, linesOf).map((line) => paint(color, 'faint', `  ${line}`)),
      ...related.flatMap((place) => showRelated(place, location, linesOf)),
      ...showFacts(diagnostic),
      ...fixes.map(showFix),
      ...helpFor(code),
    ];
    return [head, ...body.map((line) => `  ${line}`), ''].join('\n');
  });
  return [...blocks, showCounts(countDiagnostics(diagnostics)), ''].join('\n');
}
