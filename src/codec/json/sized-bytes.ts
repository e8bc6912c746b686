import { err, ok, type Result } from 'neverthrow';
import { passed, type Passed } from '../../base/passed.js';
import type { JsonFault } from './json-fault.js';

/** A text's bytes, no more of them than the budget allows. */
export interface SizedBytes extends Passed<'bytes'> {
  /** The bytes. */
  readonly bytes: Uint8Array;
}

const LARGEST_TEXT = 2 ** 29 - 24;

/** The first gate: bytes are counted before they are looked at. */
export function sizedBytes(bytes: Uint8Array, maxBytes: number): Result<SizedBytes, JsonFault<'JSON_TOO_LARGE'>> {
  const limit = Math.min(maxBytes, LARGEST_TEXT);
  const found = bytes.length;
  if (found <= limit) return ok(passed<SizedBytes>({ bytes }));
  return err({ code: 'JSON_TOO_LARGE', offset: limit, length: found - limit, pointer: '', data: { limit, found }, related: [] });
}
