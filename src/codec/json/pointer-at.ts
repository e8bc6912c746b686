import { walkJson } from './walk-json.js';
import { pointerTo, type OpenContainer } from './open-container.js';
import { unescapeToken } from './unescape-token.js';
import { textBetween } from './utf8.js';

/**
 * The value that a byte of a JSON text belongs to: its key, its text, or for a bracket the array or object itself; between two
 * values, the one that comes next.
 *
 * @param bytes - a strict JSON text in UTF-8.
 * @returns an RFC 6901 pointer; empty for the document as a whole, also for what lies outside of the text.
 */
export function pointerAt(bytes: Uint8Array, offset: number): string {
  const open: OpenContainer[] = [];
  let found: string | undefined;
  const meet = (end: number) => {
    if (found === undefined && end > offset) found = pointerTo(open);
  };
  const begin = () => {
    const inner = open.at(-1);
    if (inner?.keys === null) inner.step = typeof inner.step === 'number' ? inner.step + 1 : 0;
  };
  walkJson(bytes, {
    open(kind, start) {
      begin();
      meet(start + 1);
      open.push({ keys: kind === 'object' ? new Map() : null, step: null });
    },
    close(end) {
      open.pop();
      meet(end);
    },
    key(start, end) {
      const inner = open.at(-1);
      if (inner !== undefined) inner.step = unescapeToken(textBetween(bytes, start, end));
      meet(end);
    },
    scalar(_start, end) {
      begin();
      meet(end);
    },
    comment: () => undefined,
    trailingComma: () => undefined,
    unexpected: () => undefined,
  });
  return found ?? '';
}
