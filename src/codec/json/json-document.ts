import type { Passed } from '../../base/passed.js';
import type { TextRange } from '../../diagnostics/location.js';
import type { JsonFault } from './json-fault.js';

/** A fault that is judged with the structure, after the version. */
export type JsonValueFault = JsonFault<'JSON_NUMBER_RANGE' | 'JSON_LONE_SURROGATE'>;

/**
 * A JSON text that was read. It shares no memory with the bytes it came from. No key stands twice in an object or is
 * reserved; bytes, depth, values and strings are within the budgets. Only the strict reader makes it.
 */
export interface JsonDocument extends Passed<'strict-json'> {
  /** What `JSON.parse` makes of the text. */
  readonly value: unknown;
  /** The text: encoded as UTF-8 it gives back the very bytes that were read. */
  readonly text: string;
  /** Whether every number is written just as JavaScript prints it, so that no `1.0`, `1e2` or `-0` is among them. */
  readonly plainNumbers: boolean;
  /**
   * Whether the text has a layout that somebody was told to look for (`JsonReadOptions.recognise`), who vouches for what the
   * value says.
   */
  readonly recognised: boolean;
  /** Numbers that JavaScript would change, and strings with half a surrogate pair: at most 50 of each. */
  readonly valueFaults: readonly JsonValueFault[];
  /**
   * Where the value at a pointer (RFC 6901) stands, or its key with the quotes. Of a pointer that leads nowhere: the
   * nearest value above. An item of an array and the whole document have no key: the value.
   */
  locate(pointer: string, part: 'value' | 'key'): TextRange;
  /**
   * The value at a pointer, or its key, as it is written, such as `1.0` or `"a\u0062"`; undefined where the pointer leads
   * nowhere, or to what has no key.
   */
  tokenAt(pointer: string, part?: 'value' | 'key'): string | undefined;
  /** The same for a key of the top level, without looking through the text where the value tells. */
  topLevelToken(key: string): string | undefined;
}
