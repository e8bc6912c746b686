import type { Result } from 'neverthrow';

/** A SHA-256 being computed. */
export interface Sha256Stream {
  /** Adds bytes. The memory may be reused after the call. */
  update(bytes: Uint8Array): void;
  /** The digest as 64 lower-case hexadecimal digits. The stream is used up. */
  hex(): string;
}

/**
 * Why a zlib stream could not be inflated.
 *
 * - `corrupt`: it breaks a rule of RFC 1950 or 1951. - `truncated`: its bytes end too early.
 * - `checksum`: all of it inflates, and the Adler-32 at its end is that of other bytes.
 * - `too-large`: it gives more than was allowed.
 * - `disputed`: the host's own inflater refuses it and the portable one takes it.
 */
export type InflateFault = 'corrupt' | 'truncated' | 'checksum' | 'too-large' | 'disputed';

/** A whole zlib stream that was inflated. */
export interface InflateEnd {
  /** Bytes that were given after the end of the stream. */
  readonly unused: number;
}

/** Takes the next inflated bytes. The memory is valid only until it returns, and it must not throw. */
export type InflateVisitor = (chunk: Uint8Array) => void;

/**
 * A zlib stream (RFC 1950) being inflated. Output and faults may come at any call, as late as the last one; what all calls
 * together give, and whether they end in a fault, depends on nothing but the bytes of the stream.
 */
export interface Inflater {
  /** Takes the next bytes of the stream. After a fault every further call answers it again. The memory may be reused after the call. */
  push(bytes: Uint8Array, onOutput: InflateVisitor): Result<void, InflateFault>;
  /** Says that no more bytes come. Ok means: the stream is whole, its checksum right, and all its output was given. */
  finish(onOutput: InflateVisitor): Result<InflateEnd, InflateFault>;
}

/**
 * Digests bytes beside its caller, on another thread of the host. It only ever saves time: what it does not answer, its caller
 * digests itself.
 */
export interface DigestHelper {
  /**
   * Memory whose bytes the helper can be given, zeros at first: no two calls give the same bytes, and the helper changes none. What
   * stands there is what is published.
   */
  memory(length: number): Uint8Array;
  /**
   * Begins to digest each of some parts of such memory; none of it may be changed until they are answered.
   *
   * @returns the SHA-256 of each part, in order, as 64 lower-case hexadecimal digits, or null where the helper ceased meanwhile;
   * null at once where it would be no quicker: it is not ready yet, or has enough to do.
   */
  digest(parts: readonly Uint8Array[]): Promise<readonly string[] | null> | null;
  /** Gives the helper up, whatever it has to do still. */
  close(): Promise<void>;
}

/**
 * Digests, checksums and inflation, as streams and without waiting. A portable one is built in; a host injects its native
 * one, which must give the same answers.
 */
export interface ComputePort {
  /** Begins a SHA-256. */
  sha256(): Sha256Stream;
  /** The SHA-256 of some bytes at once: what a stream gives of them, where a host has a shorter way. */
  digest?(bytes: Uint8Array): string;
  /**
   * Somebody to digest so many bytes beside the caller, who closes it in any case; null, or no such method, where a host has
   * nobody, or so few bytes are not worth it.
   */
  digestHelper?(bytes: number): DigestHelper | null;
  /**
   * The CRC-32 (IEEE 802.3) of some bytes, an integer from 0 to 2^32-1. `previous` is the CRC of the bytes before them; 0 at
   * the start.
   */
  crc32(bytes: Uint8Array, previous: number): number;
  /** Begins to inflate one zlib stream that may give at most `maxOutput` bytes; one more answers `too-large`. */
  inflate(maxOutput: number): Inflater;
}
