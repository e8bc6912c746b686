import type { JsonDocument } from '../../../src/codec/json/json-document.js';
import type { JsonFault } from '../../../src/codec/json/json-fault.js';
import { type JsonReadOptions, readJson } from '../../../src/codec/json/read-json.js';

/** The bytes of texts, and of lists of numbers that stand for themselves, one after the other. */
export function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  if (parts.length === 1 && typeof parts[0] === 'string') return new TextEncoder().encode(parts[0]);
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
}

/** A view of the bytes of a text. */
export function viewOf(text: string): DataView {
  const { buffer, byteOffset, byteLength } = bytesOf(text);
  return new DataView(buffer, byteOffset, byteLength);
}

function readAny(text: string | Uint8Array, options?: JsonReadOptions) {
  return readJson(typeof text === 'string' ? bytesOf(text) : text, { ...options, root: 'any' });
}

/** The document of a text that must be readable; any type may stand at the top level. */
export function documentOf(text: string | Uint8Array, options?: JsonReadOptions): JsonDocument {
  return readAny(text, options)._unsafeUnwrap();
}

/** The faults of a text that must be refused; any type may stand at the top level. */
export function faultsOf(text: string | Uint8Array, options?: JsonReadOptions): readonly JsonFault[] {
  return readAny(text, options)._unsafeUnwrapErr();
}

/** The codes of a text that must be refused, in order. */
export function codesOf(text: string | Uint8Array, options?: JsonReadOptions): readonly string[] {
  return faultsOf(text, options).map(({ code }) => code);
}
