import type { ComputePort } from '../ports/compute-port.js';
import type { Note } from './note.js';
import type { SourceBudgets } from './source-budgets.js';

/** What a walk knows of the file whose bytes it reads. */
export interface CheckedFile {
  /** Bytes of the file. A walk never asks for more. */
  readonly size: number;
  /** Checksums and inflation. */
  readonly compute: ComputePort;
  /** How large things may be. */
  readonly budgets: SourceBudgets;
  /** Takes findings, in any order. */
  readonly note: Note;
}
