import { compareDiagnostics } from '../diagnostics/compare-diagnostics.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ComputePort } from '../ports/compute-port.js';
import { runWalk } from './run-walk.js';
import type { CheckedFile } from './checked-file.js';
import { noteInto } from './note.js';
import { walkPng } from './png/walk-png.js';
import type { SourceBudgets } from './source-budgets.js';
import type { SourceKind } from './source-kind.js';
import type { SourceReport } from './source-report.js';
import { walkWav } from './wav/walk-wav.js';

/** What a checker is told of a file. */
export interface SourceCheckOptions {
  /** Path from the workspace root, for diagnostics. */
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Checksums and inflation. */
  readonly compute: ComputePort;
  /** How large things may be. */
  readonly budgets: SourceBudgets;
}

/** A source file being checked. Memory stays the same whatever the size of the file. */
export interface SourceChecker {
  /**
   * Takes the next bytes of the file, from its first one on, as many as there are. The memory may be reused after the call.
   *
   * @returns whether the bytes after them can still change the report.
   */
  push(chunk: Uint8Array): boolean;
  /** Says that no more bytes come, and answers what was found out. */
  finish(): SourceReport;
}

/** A checker that asks for no bytes. */
function settled(report: SourceReport): SourceChecker {
  return { push: () => false, finish: () => report };
}

/**
 * Begins to check a source file of the given kind; see {@link SourceReport} for the answer. Raw bytes are not read: whatever
 * they are, they are what they should be.
 *
 * Codes: SOURCE_EMPTY, SOURCE_OVER_BUDGET, SOURCE_CHANGED_WHILE_READ, SOURCE_FORMAT_MISMATCH, and those that begin with PNG_
 * or WAV_.
 */
export function createSourceChecker(kind: SourceKind, options: SourceCheckOptions): SourceChecker {
  const { file, size, budgets } = options;
  const diagnostics: Diagnostic[] = [];
  const note = noteInto(diagnostics, file);
  if (size === 0) note('SOURCE_EMPTY', { offset: 0, length: 0 }, { bytes: 0 });
  if (size > budgets.maxFileBytes) note('SOURCE_OVER_BUDGET', { offset: 0, length: size }, { found: size, limit: budgets.maxFileBytes });
  if (kind === 'raw') return settled({ diagnostics, summary: { kind } });
  if (diagnostics.length > 0) return settled({ diagnostics, summary: null });

  const checked: CheckedFile = { size, compute: options.compute, budgets, note };
  const run = runWalk<SourceReport['summary']>(kind === 'png' ? walkPng(checked) : walkWav(checked));
  let received = 0;
  return {
    push(chunk) {
      received += chunk.length;
      run.push(chunk);
      return run.result() === undefined;
    },
    finish() {
      const result = run.result();
      if (result !== undefined && received <= size) return { diagnostics: diagnostics.toSorted(compareDiagnostics), summary: result.value };
      const changed: Diagnostic[] = [];
      noteInto(changed, file)('SOURCE_CHANGED_WHILE_READ', { offset: 0, length: received }, { expected: size, found: received });
      return { diagnostics: changed, summary: null }; // what was found of another file may not be true of this one
    },
  };
}
