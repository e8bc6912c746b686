import type { Diagnostic, Location, TextPosition } from 'prometeu-packer';
import { explain, jsonReport, renderText } from 'prometeu-packer/report';
import { holds } from './boundary.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Line and column of a byte, said another way than the source says it. */
function placeOf(bytes: Uint8Array, offset: number): Omit<TextPosition, 'offset'> | null {
  const before = decode(bytes.subarray(0, offset));
  if (before === null) return null;
  const isInsideCrLf = before.endsWith('\r') && bytes[offset] === 0x0a;
  const lines = (isInsideCrLf ? `${before.slice(0, -1)}.` : before).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function checkPosition(position: TextPosition, bytes: Uint8Array, isText: boolean): void {
  const { offset, line, column } = position;
  holds(Number.isInteger(offset) && offset >= 0 && offset <= bytes.length, 'a place is inside the text', position, bytes.length);
  if (!isText) return;
  const place = placeOf(bytes, offset);
  holds(place?.line === line && place.column === column, 'line and column are those of the byte', position, place);
}

function checkLocation(location: Location, bytes: Uint8Array, isText: boolean): void {
  if (location.kind === 'text') {
    const { start, end } = location.range;
    checkPosition(start, bytes, isText);
    checkPosition(end, bytes, isText);
    holds(start.offset <= end.offset, 'a range runs forward', location);
    holds(location.pointer === '' || location.pointer.startsWith('/'), 'a pointer is one', location);
  }
  if (location.kind === 'bytes') {
    const { offset, length } = location;
    holds(offset >= 0 && length >= 0 && offset + length <= bytes.length, 'a place is inside the bytes', location, bytes.length);
  }
}

// Control characters, bidirectional overrides and half surrogate pairs: what a terminal would obey, or a log could not hold.
const obeyed = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]/u;

function checkRenderings(diagnostics: readonly Diagnostic[], text: string | null): void {
  const rendered = renderText(diagnostics, { sourceText: () => text ?? undefined });
  holds(
    rendered.split('\n').every((line) => !obeyed.test(line)),
    'a rendering forges nothing',
    rendered,
  );
  const report = jsonReport({ command: 'doctor', diagnostics });
  holds((JSON.parse(report) as { readonly diagnostics: readonly unknown[] }).diagnostics.length === diagnostics.length, 'a report is JSON');
}

/** Holds findings about a file against its bytes: known codes, places inside the file, nothing that a terminal obeys. */
export function checkDiagnostics(diagnostics: readonly Diagnostic[], bytes: Uint8Array): void {
  if (diagnostics.length === 0) return;
  const text = decode(bytes);
  for (const { code, severity, message, location, related, fixes, fingerprint } of diagnostics) {
    holds(explain(code) !== undefined, 'a code is known', code);
    holds(code !== 'INTERNAL_DEFECT', 'there is no defect', message);
    holds(['error', 'warning', 'info'].includes(severity), 'a severity is one', severity);
    holds(message !== '' && !obeyed.test(message), 'a message forges nothing', message);
    holds(/^[0-9a-f]{16}$/.test(fingerprint), 'a fingerprint is one', fingerprint);
    for (const place of [location, ...related.map((other) => other.location)]) checkLocation(place, bytes, text !== null);
    for (const { edits } of fixes) {
      let at = 0;
      for (const { start, end } of edits) {
        holds(start >= at && end >= start && end <= bytes.length, 'edits stand in order, inside the file', edits);
        at = end;
      }
    }
  }
  if (bytes.length % 4 === 0) checkRenderings(diagnostics, text); // a part of them, for they take long
}
