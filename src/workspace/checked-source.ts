import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { EntryStat } from '../ports/read-port.js';
import type { SourceKind } from '../sources/source-kind.js';

/** What was found of one source file. */
export interface CheckedSource {
  /** What it had to be. */
  readonly kind: SourceKind;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 where it was read; null where only its size was asked. */
  readonly sha256: string | null;
  /** Findings about its content. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the host said of the file: of the very one that was read, or where only its size was asked; null where it told nothing. */
  readonly stat: EntryStat | null;
  /** Whether its time tells of any later change. */
  readonly settled: boolean;
}
