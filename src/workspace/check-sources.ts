import { err, ok } from 'neverthrow';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { gather } from '../ports/gather.js';
import type { PortError, PortResult } from '../ports/port-error.js';
import type { EntryStat, ReadPort } from '../ports/read-port.js';
import { createSourceChecker } from '../sources/create-source-checker.js';
import type { SourceBudgets } from '../sources/source-budgets.js';
import type { SourceKind } from '../sources/source-kind.js';

/** A source file to look at: raw ones are only asked for their size, others are read and checked. */
export interface SourceRequest {
  /** Which file. */
  readonly file: WorkspacePath;
  /** What it has to be. */
  readonly kind: SourceKind;
}

/** What was found of one source file. */
export interface CheckedSource {
  /** Bytes. */
  readonly size: number;
  /** SHA-256 where it was read; null where only its size was asked. */
  readonly sha256: string | null;
  /** Findings about its content. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How source files are read. */
export interface SourceOptions {
  /** Digests and inflation. */
  readonly compute: ComputePort;
  /** Limits of source files. */
  readonly sources: SourceBudgets;
  /** Stops between two files. */
  readonly signal?: AbortSignal | undefined;
}

/** Files up to this size are read whole, in batches; larger ones in pieces of this size. */
const PIECE = 1 << 20;

function failed(error: PortError): CheckedSource {
  return { size: 0, sha256: null, diagnostics: [diagnosePortError(error, 'source')] };
}

function checkSize({ file }: SourceRequest, size: number, { compute, sources }: SourceOptions): CheckedSource {
  const { diagnostics } = createSourceChecker('raw', { file, size, compute, budgets: sources }).finish();
  return { size, sha256: null, diagnostics };
}

function begin({ file, kind }: SourceRequest, size: number, { compute, sources }: SourceOptions) {
  const checker = createSourceChecker(kind, { file, size, compute, budgets: sources });
  const digest = compute.sha256();
  return {
    push(bytes: Uint8Array): void {
      checker.push(bytes);
      digest.update(bytes);
    },
    finish: (): CheckedSource => ({ size, sha256: digest.hex(), diagnostics: checker.finish().diagnostics }),
  };
}

async function checkInPieces(read: ReadPort, request: SourceRequest, options: SourceOptions): Promise<CheckedSource> {
  const opened = await read.openFile(request.file);
  if (opened.isErr()) return failed(opened.error);
  const handle = opened.value;
  const { size } = handle.stat;
  const check = begin(request, size, options);
  const piece = new Uint8Array(PIECE);
  let fault: PortError | null = null;
  for (let position = 0; position < size && fault === null;) {
    const got = await handle.read(piece, position);
    if (options.signal?.aborted === true) fault = { kind: 'aborted', operation: 'read', path: request.file, detail: 'aborted' };
    else if (got.isErr()) fault = got.error;
    else if (got.value === 0) fault = { kind: 'changed', operation: 'read', path: request.file, detail: 'shorter than its size' };
    else check.push(piece.subarray(0, got.value));
    if (got.isOk()) position += got.value;
  }
  const closed = await handle.close();
  if (fault === null && closed.isErr()) fault = closed.error;
  return fault === null ? check.finish() : failed(fault);
}

/**
 * Looks at source files: the size of each, and the content of those that are to be PNG or WAV. Memory stays flat
 * whatever their size.
 *
 * @returns what was found, in the order asked; or the port's error where the batch as a whole could not run.
 */
export async function checkSources(
  read: ReadPort,
  requests: readonly SourceRequest[],
  options: SourceOptions,
): Promise<PortResult<readonly CheckedSource[]>> {
  const batch = options.signal && { signal: options.signal };
  const paths = requests.map(({ file }) => file);
  const stats = await gather<EntryStat>('stat', paths, (visit) => read.statPaths(paths, visit, batch));
  if (stats.isErr()) return err(stats.error);

  const checked = requests.map((request, index): CheckedSource => {
    const stat = stats.value[index];
    if (stat === undefined) return failed({ kind: 'broken', operation: 'stat', path: request.file, detail: 'no answer' });
    return stat.isErr() ? failed(stat.error) : checkSize(request, stat.value.size, options);
  });

  const toRead = [...requests.entries()].filter(([index, { kind }]) => kind !== 'raw' && checked[index]?.diagnostics.length === 0);
  const small = toRead.filter(([index]) => (checked[index]?.size ?? 0) <= PIECE);
  const files = small.map(([, { file }]) => ({ path: file, maxBytes: PIECE }));
  const ran = await read.readFiles(
    files,
    (at, answer) => {
      const [index, request] = small[at] ?? [];
      if (index === undefined || request === undefined) return;
      if (answer.isErr()) {
        checked[index] = failed(answer.error);
        return;
      }
      const check = begin(request, answer.value.bytes.length, options);
      check.push(answer.value.bytes);
      checked[index] = check.finish();
    },
    batch,
  );
  if (ran.isErr()) return err(ran.error);
  for (const [index, request] of toRead) {
    if ((checked[index]?.size ?? 0) > PIECE) checked[index] = await checkInPieces(read, request, options);
  }
  return ok(checked);
}
