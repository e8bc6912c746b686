import { adler32 } from '../adler32.js';

const HISTORY = 32_768; // how far back DEFLATE may reach
const SIZE = HISTORY + 98_304;
const LONGEST_MATCH = 258;

/** Inflated bytes: the last ones given away, which matches may repeat, and those not given away yet. */
export interface OutputWindow {
  /** All of them, oldest first, then free space. */
  readonly bytes: Uint8Array;
  /** Next free byte. */
  at: number;
  /** First byte that was not given away. */
  fresh: number;
  /** Bytes that may still be given away. */
  allowance: number;
  /** Adler-32 of what was given away. */
  sum: number;
}

/** An empty window that may give away at most `maxOutput` bytes in all. */
export function createOutputWindow(maxOutput: number): OutputWindow {
  return { bytes: new Uint8Array(SIZE), at: 0, fresh: 0, allowance: maxOutput, sum: 1 };
}

/** Whether the longest match still fits. */
export function hasRoom(window: OutputWindow): boolean {
  return window.at <= SIZE - LONGEST_MATCH;
}

/** Appends as much of `source` as fits; answers how many bytes that was. */
export function append(window: OutputWindow, source: Uint8Array): number {
  const taken = Math.min(SIZE - window.at, source.length);
  window.bytes.set(source.subarray(0, taken), window.at);
  window.at += taken;
  return taken;
}

/** Appends `length` bytes that repeat those from `distance` back on, themselves included; false where nothing stands so far back. */
export function repeat(window: OutputWindow, distance: number, length: number): boolean {
  const { bytes, at } = window;
  if (distance > at) return false;
  for (let to = at; to < at + length; to += 1) bytes[to] = bytes[to - distance] as number;
  window.at = at + length;
  return true;
}

/**
 * Gives away what is fresh, then keeps only the history.
 *
 * @returns false where there was more than the window may give away; what it may was given.
 */
export function flush(window: OutputWindow, onOutput: (chunk: Uint8Array) => void): boolean {
  const fresh = window.bytes.subarray(window.fresh, window.at);
  const chunk = fresh.subarray(0, window.allowance);
  if (chunk.length > 0) onOutput(chunk);
  window.sum = adler32(chunk, window.sum);
  window.allowance -= chunk.length;
  if (window.at > HISTORY) {
    window.bytes.copyWithin(0, window.at - HISTORY, window.at);
    window.at = HISTORY;
  }
  window.fresh = window.at;
  return chunk.length === fresh.length;
}
