import type { Diagnostic, Severity } from 'prometeu-packer';
import { highlightJson, type JsonTokenKind } from './highlight-json.js';

/** A stretch of a text that looks the same throughout. */
export interface MarkedText {
  /** The text. */
  readonly text: string;
  /** What it is in JSON; null for what has no colour. */
  readonly token: JsonTokenKind | null;
  /** The worst finding on it; null where there is none. */
  readonly severity: Severity | null;
}

/** Where a finding stands in a text as it is shown, in UTF-16 code units; at least one unit wide. */
export interface MarkedSpan {
  /** The finding. */
  readonly diagnostic: Diagnostic;
  /** First unit. */
  readonly start: number;
  /** Unit after the last one. */
  readonly end: number;
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** The first unit of each line of a text whose lines end with `\n`. */
export function lineStartsOf(shown: string): readonly number[] {
  const starts = [0];
  for (let at = shown.indexOf('\n'); at >= 0; at = shown.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Where findings stand in a text whose lines end with `\n`; those that stand in no text are left out. One that goes over
 * several lines is shown on the first: a whole object underlined would hide what is wrong inside it.
 */
export function markedSpans(shown: string, diagnostics: readonly Diagnostic[]): readonly MarkedSpan[] {
  const starts = lineStartsOf(shown);
  const place = (line: number, column: number): number => {
    const start = starts[line - 1] ?? shown.length;
    const next = starts[line] ?? shown.length + 1;
    return Math.min(start + column - 1, Math.max(start, next - 1));
  };
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.location.kind !== 'text') return [];
    const { start, end } = diagnostic.location.range;
    const from = Math.min(place(start.line, start.column), Math.max(0, shown.length - 1));
    const last = end.line > start.line ? (starts[start.line] ?? shown.length + 1) - 1 : place(end.line, end.column);
    const to = Math.max(from + 1, last);
    return [{ diagnostic, start: from, end: Math.min(to, shown.length) }];
  });
}

/**
 * Cuts a text into stretches by what it is and by what was found on it.
 *
 * @param shown - the text with `\n` for each line end.
 * @returns the whole text, in order.
 */
export function markText(shown: string, spans: readonly MarkedSpan[]): readonly MarkedText[] {
  const tokens = highlightJson(shown);
  const edges = new Set([0, shown.length]);
  for (const { start, end } of [...tokens, ...spans]) edges.add(start).add(end);
  const sorted = [...edges].sort((a, b) => a - b);
  let token = 0;
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? start;
    while ((tokens[token]?.end ?? Infinity) <= start) token++;
    const here = tokens[token];
    const found = spans.filter((span) => span.start < end && span.end > start).map(({ diagnostic }) => diagnostic.severity);
    const worst = found.sort((a, b) => RANK[b] - RANK[a])[0] ?? null;
    return { text: shown.slice(start, end), token: here !== undefined && here.start <= start ? here.kind : null, severity: worst };
  });
}
