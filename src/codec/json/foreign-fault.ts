import { MAX_PER_CODE_AND_FILE } from '../../diagnostics/collector.js';
import { LINE_FEED, isBlank } from './ascii.js';
import type { ByteSpan, JsonFault } from './json-fault.js';
import { textBetween } from './utf8.js';

const MARKER_LENGTH = 7;
const OURS = 0x3c; // <
const THEIRS = 0x3e; // >
const BASE = 0x7c; // |
const BETWEEN = 0x3d; // =

function isMarker(bytes: Uint8Array, start: number): boolean {
  const sign = bytes[start];
  if (sign !== OURS && sign !== THEIRS && sign !== BASE && sign !== BETWEEN) return false;
  for (let at = start + 1; at < start + MARKER_LENGTH; at++) {
    if (bytes[at] !== sign) return false;
  }
  const after = bytes[start + MARKER_LENGTH];
  return after === undefined || isBlank(after);
}

function conflictFault(bytes: Uint8Array): JsonFault<'JSON_MERGE_CONFLICT'> | undefined {
  const listed: ByteSpan[] = [];
  let markers = 0;
  let sided = false;
  for (let line = 0; line < bytes.length;) {
    if (isMarker(bytes, line)) {
      markers += 1;
      sided ||= bytes[line] === OURS || bytes[line] === THEIRS;
      if (markers <= MAX_PER_CODE_AND_FILE) listed.push({ offset: line, length: MARKER_LENGTH });
    }
    const lineEnd = bytes.indexOf(LINE_FEED, line);
    line = lineEnd < 0 ? bytes.length : lineEnd + 1;
  }
  const [first, ...related] = listed;
  if (first === undefined || !sided) return undefined;
  return { code: 'JSON_MERGE_CONFLICT', ...first, pointer: '', data: { markers }, related };
}

const POINTER_START = 'version https://git-lfs.github.com/spec/';
const LONGEST_POINTER_FILE = 1024; // by the LFS specification
const OID = /\noid (sha256:[0-9a-f]{64})\n/;

function pointerFault(bytes: Uint8Array): JsonFault<'JSON_LFS_POINTER'> | undefined {
  if (bytes.length >= LONGEST_POINTER_FILE) return undefined;
  const text = textBetween(bytes, 0, bytes.length);
  if (!text.startsWith(POINTER_START)) return undefined;
  const oid = OID.exec(text)?.[1] ?? null;
  return { code: 'JSON_LFS_POINTER', offset: 0, length: bytes.length, pointer: '', data: { oid }, related: [] };
}

/** What a text that is not JSON is instead: a file with merge conflict markers, or a git LFS pointer; undefined where neither. */
export function foreignFault(bytes: Uint8Array): JsonFault<'JSON_MERGE_CONFLICT' | 'JSON_LFS_POINTER'> | undefined {
  return conflictFault(bytes) ?? pointerFault(bytes);
}
