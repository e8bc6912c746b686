import { portableCompute } from '../../src/codec/portable-compute.js';
import type { ComputePort } from '../../src/ports/compute-port.js';
import { createSourceChecker } from '../../src/sources/create-source-checker.js';
import { defaultSourceBudgets, type SourceBudgets } from '../../src/sources/source-budgets.js';
import type { SourceKind } from '../../src/sources/source-kind.js';
import type { SourceReport } from '../../src/sources/source-report.js';

/** How bytes are checked. */
export interface CheckOptions {
  compute?: ComputePort;
  budgets?: Partial<SourceBudgets>;
  /** Bytes of a push; all at once unless given. */
  pushBytes?: number;
  /** The size claimed for the file. */
  size?: number;
}

/** Checks bytes as the content of `assets/a/file`. Each push gives memory that is overwritten after it. */
export function checkBytes(kind: SourceKind, bytes: Uint8Array, options: CheckOptions = {}): SourceReport {
  const { compute = portableCompute, pushBytes = Math.max(1, bytes.length), size = bytes.length } = options;
  const budgets = { ...defaultSourceBudgets, ...options.budgets };
  const checker = createSourceChecker(kind, { file: 'assets/a/file', size, compute, budgets });
  for (let at = 0; at < bytes.length; at += pushBytes) {
    const piece = Uint8Array.from(bytes.subarray(at, at + pushBytes));
    if (!checker.push(piece)) break;
    piece.fill(0xaa);
  }
  return checker.finish();
}

/** A finding as the contract has it: without the message. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly offset: number;
  readonly length: number;
  readonly data: unknown;
}

/** The findings of a report, in order. Asserts nothing but that all of them speak of the source as bytes. */
export function findingsOf(report: SourceReport): readonly Finding[] {
  return report.diagnostics.map(({ code, severity, artifact, location, data }) => {
    if (artifact !== 'source' || location.kind !== 'bytes' || location.file !== 'assets/a/file')
      throw new Error(`${code} points elsewhere`);
    return { code, severity, offset: location.offset, length: location.length, data };
  });
}

/** The codes of a report, in order. */
export function codesOf(report: SourceReport): readonly string[] {
  return report.diagnostics.map(({ code }) => code);
}
