import type { EncodingHint } from '../../diagnostics/catalogue/json-codes.js';
import { firstBadByte } from './first-bad-byte.js';
import type { JsonFault } from './json-fault.js';

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

/** `n` is a NUL byte, `x` any other: how the two ASCII characters that every JSON text begins with look (RFC 4627, section 3). */
const NUL_PATTERNS: readonly (readonly [string, EncodingHint])[] = [
  ['nnnx', 'utf-32be'],
  ['xnnn', 'utf-32le'],
  ['nxnx', 'utf-16be'],
  ['xnxn', 'utf-16le'],
];

/** UTF-32LE stands before UTF-16LE, whose mark it begins with. */
const MARKS: readonly (readonly [readonly number[], EncodingHint])[] = [
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function hintOf(bytes: Uint8Array): EncodingHint | null {
  const marked = MARKS.find(([mark]) => startsWith(bytes, mark));
  if (marked !== undefined) return marked[1];
  const pattern = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? 'n' : 'x')).join('');
  return NUL_PATTERNS.find(([nuls]) => nuls === pattern)?.[1] ?? null;
}

/**
 * What is wrong with the encoding of a text that is not JSON as it stands: JSON_BOM, JSON_NOT_UTF8, both or nothing.
 * ASCII in UTF-16 or UTF-32 is valid UTF-8 full of NULs; since JSON has no raw NUL, it is told by them.
 *
 * @param isUtf8 - whether the bytes could be decoded; where not, there is a fault.
 */
export function encodingFaults(bytes: Uint8Array, isUtf8: boolean): readonly JsonFault<'JSON_BOM' | 'JSON_NOT_UTF8'>[] {
  const faults: JsonFault<'JSON_BOM' | 'JSON_NOT_UTF8'>[] = [];
  if (startsWith(bytes, UTF8_MARK)) {
    faults.push({ code: 'JSON_BOM', offset: 0, length: UTF8_MARK.length, pointer: '', data: {}, related: [] });
  }
  const hint = hintOf(bytes);
  if (!isUtf8 || hint !== null) {
    const offset = (isUtf8 ? undefined : firstBadByte(bytes)) ?? Math.max(0, bytes.indexOf(0));
    faults.push({ code: 'JSON_NOT_UTF8', offset, length: 1, pointer: '', data: { byte: bytes[offset] ?? 0, hint }, related: [] });
  }
  return faults;
}
