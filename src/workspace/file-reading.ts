import type { EntryStat } from '../ports/read-port.js';

/** A file that was read whole and parsed. */
export interface FileReading<Parsed> {
  /** SHA-256 of the very bytes that were parsed. */
  readonly sha256: string;
  /** What the host said of the file when it was read. */
  readonly stat: EntryStat;
  /** Whether its time tells of any later change. */
  readonly settled: boolean;
  /** What was made of the bytes. */
  readonly parsed: Parsed;
}
