import type { TextEdit } from '../../diagnostics/diagnostic.js';

/** Where and what: the edits of one file. */
export type ByteEdit = Omit<TextEdit, 'file'>;

/**
 * Carries out the replacements of a fix in the bytes of one file.
 *
 * @param edits - ordered by start.
 * @returns null where they overlap, or lie outside the bytes.
 */
export function applyByteEdits(bytes: Uint8Array, edits: readonly ByteEdit[]): Uint8Array | null {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { start, end, newText } of edits) {
    if (!(start >= done && end >= start && end <= bytes.length)) return null;
    parts.push(bytes.subarray(done, start), encoder.encode(newText));
    done = end;
  }
  parts.push(bytes.subarray(done));
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
