import type { JsonType } from '../../diagnostics/catalogue/json-codes.js';
import { LOWER_N, MINUS, QUOTE, isDigit } from './ascii.js';
import { createFaultLog } from './fault-log.js';
import type { ByteSpan, JsonFault } from './json-fault.js';
import type { JsonLimits } from './json-limits.js';
import { type OpenContainer, pointerTo } from './open-container.js';
import { syntaxFault } from './syntax-fault.js';
import { checkKey } from './check-key.js';
import { checkNumber } from './check-number.js';
import { checkString } from './check-string.js';
import type { WrittenToken } from './inspecting.js';
import { placedSpan } from './placed-span.js';
import { unescapeToken } from './unescape-token.js';
import { textBetween } from './utf8.js';
import { walkJson } from './walk-json.js';

/** What a close look at a text finds. */
export interface Inspection {
  /** Every fault from the grammar on, in text order, at most 50 of one code. */
  readonly faults: readonly JsonFault[];
  /** Whether every number is written just as JavaScript prints it. */
  readonly plainNumbers: boolean;
}

function scalarType(first: number | undefined): JsonType {
  if (first === QUOTE) return 'string';
  if (first === MINUS || isDigit(first)) return 'number';
  return first === LOWER_N ? 'null' : 'boolean';
}

/**
 * Looks at every token of a text: the slow way, taken only where there may be something to say. Beyond the depth limit
 * only the grammar is judged, and levels and values are counted.
 *
 * @param bytes - `text` in UTF-8.
 */
export function inspectJson(bytes: Uint8Array, text: string, limits: JsonLimits): Inspection {
  const log = createFaultLog();
  const open: OpenContainer[] = [];
  const inspecting = { limits, log, open };
  const faults: JsonFault[] = [];
  let depth = 0;
  let deepest = 0;
  let nodes = 0;
  let plainNumbers = true;
  let tooDeep: (ByteSpan & { readonly pointer: string }) | undefined;
  let tooMany: typeof tooDeep;
  let root: { readonly type: JsonType; readonly start: number } | undefined;

  const isAscii = text.length === bytes.length;
  const isTracked = (): boolean => depth <= limits.maxDepth;
  const written = (start: number, end: number): WrittenToken => ({
    offset: start,
    length: end - start,
    text: isAscii ? text.slice(start, end) : textBetween(bytes, start, end),
  });
  const beginValue = (type: JsonType, start: number): void => {
    root ??= { type, start };
    const parent = open.at(-1);
    if (isTracked() && parent?.keys === null) parent.step = typeof parent.step === 'number' ? parent.step + 1 : 0;
    nodes += 1;
    if (nodes > limits.maxNodes) tooMany ??= placedSpan({ offset: start, length: 1 }, open);
  };
  const endValue = (end: number): void => {
    if (depth > 0 || root === undefined || root.type === 'object') return;
    const { type, start } = root;
    const data = { found: type, expected: 'object' } as const;
    faults.push({ code: 'JSON_WRONG_ROOT', offset: start, length: end - start, pointer: '', data, related: [] });
  };

  walkJson(bytes, {
    open(kind, start) {
      beginValue(kind, start);
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (isTracked()) open.push({ keys: kind === 'object' ? new Map() : null, step: null });
      else tooDeep ??= placedSpan({ offset: start, length: 1 }, open);
    },
    close(end) {
      if (isTracked()) open.pop();
      depth -= 1;
      endValue(end);
    },
    key(start, end) {
      const parent = open.at(-1);
      if (!isTracked() || parent === undefined || parent.keys === null) return;
      const token = written(start, end);
      const key = unescapeToken(token.text);
      parent.step = key;
      checkString(token, 'key', inspecting);
      checkKey(token, key, parent.keys, inspecting);
    },
    scalar(start, end) {
      const type = scalarType(bytes[start]);
      beginValue(type, start);
      if (isTracked() && (type === 'string' || type === 'number')) {
        const token = written(start, end);
        if (type === 'string') checkString(token, 'value', inspecting);
        else {
          checkNumber(token, inspecting);
          plainNumbers &&= String(Number(token.text)) === token.text;
        }
      }
      endValue(end);
    },
    comment: (start, end) => log.add('JSON_COMMENT', () => ({ ...placedSpan({ offset: start, length: end - start }, open), data: {} })),
    trailingComma: (at) => log.add('JSON_TRAILING_COMMA', () => ({ ...placedSpan({ offset: at, length: 1 }, open), data: {} })),
    unexpected: (at, expected) => faults.push(syntaxFault(bytes, at, expected, pointerTo(open))),
  });

  if (tooDeep !== undefined) {
    faults.push({ code: 'JSON_TOO_DEEP', ...tooDeep, data: { limit: limits.maxDepth, found: deepest }, related: [] });
  }
  if (tooMany !== undefined) {
    faults.push({ code: 'JSON_TOO_MANY_NODES', ...tooMany, data: { limit: limits.maxNodes, found: nodes }, related: [] });
  }
  return { faults: [...faults, ...log.list()].sort((a, b) => a.offset - b.offset), plainNumbers };
}
