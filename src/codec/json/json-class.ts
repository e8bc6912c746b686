import type { JsonCode } from './json-fault.js';

/**
 * The classes of unreadable JSON in the order in which they are judged (CONTRACT section 2): the first that applies is
 * the only one reported. Bytes over the budget come before all others of them, depth, nodes and strings after `malformed-json`.
 */
export type JsonClass =
  'over-budget' | 'empty' | 'encoding' | 'merge-conflict' | 'malformed-json' | 'wrong-root' | 'duplicate-key' | 'reserved-key' | 'values';

const CLASS_OF: Readonly<Record<JsonCode, JsonClass>> = {
  JSON_TOO_LARGE: 'over-budget',
  JSON_EMPTY: 'empty',
  JSON_BOM: 'encoding',
  JSON_NOT_UTF8: 'encoding',
  JSON_MERGE_CONFLICT: 'merge-conflict',
  JSON_LFS_POINTER: 'merge-conflict',
  JSON_SYNTAX: 'malformed-json',
  JSON_TRAILING_COMMA: 'malformed-json',
  JSON_COMMENT: 'malformed-json',
  JSON_TRAILING_TEXT: 'malformed-json',
  JSON_TOO_DEEP: 'over-budget',
  JSON_TOO_MANY_NODES: 'over-budget',
  JSON_STRING_TOO_LONG: 'over-budget',
  JSON_WRONG_ROOT: 'wrong-root',
  JSON_DUPLICATE_KEY: 'duplicate-key',
  JSON_RESERVED_KEY: 'reserved-key',
  JSON_NUMBER_RANGE: 'values',
  JSON_LONE_SURROGATE: 'values',
};

/** The class that a code belongs to. `values` is judged with the structure, after the version; every other one before. */
export function jsonClassOf(code: JsonCode): JsonClass {
  return CLASS_OF[code];
}
