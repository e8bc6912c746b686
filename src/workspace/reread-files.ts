import { err, ok } from 'neverthrow';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { gather } from '../ports/gather.js';
import type { PortResult } from '../ports/port-error.js';
import { portFailure } from '../ports/port-failure.js';
import type { EntryStat, ReadPort } from '../ports/read-port.js';
import type { FileReading } from './file-reading.js';
import { isSettled, isSettledAs } from './is-settled.js';
import type { Recall } from './recall.js';

/** A file that is wanted. */
export interface RereadRequest<Parsed> {
  /** Which. */
  readonly path: WorkspacePath;
  /** What it was when it was last read; undefined where it never was. */
  readonly known: PortResult<FileReading<Parsed>> | undefined;
}

/** How files are read again. */
export interface RereadOptions<Parsed> extends Pick<Recall, 'isKnown'> {
  /** Sizes and times as they are now, of files that may be proven by them. */
  readonly stats: ReadonlyMap<WorkspacePath, EntryStat>;
  /** Most bytes of a file. */
  readonly maxBytes: number;
  /** Digests. */
  readonly compute: ComputePort;
  /** Parses a file. The bytes are valid only until it returns. */
  readonly parse: (bytes: Uint8Array, path: WorkspacePath) => Parsed;
  /** The latest time seen before, in milliseconds since 1970. */
  readonly latestMs: number;
  /** Stops between two files. */
  readonly signal?: AbortSignal | undefined;
}

/** Files as they are now. */
export interface RereadFiles<Parsed> {
  /** In the order asked. */
  readonly answers: readonly PortResult<FileReading<Parsed>>[];
  /** The latest time seen. */
  readonly latestMs: number;
}

/**
 * Reads files whole, each parsed once for as long as its bytes stay the same: one that is known and of the same digest keeps
 * what was made of it. Files that need no look get none, and those whose time is proof are only asked for it.
 *
 * @returns the files; Err only where a batch as a whole could not run.
 */
export async function rereadFiles<Parsed>(
  read: ReadPort,
  requests: readonly RereadRequest<Parsed>[],
  { isKnown, stats, maxBytes, compute, parse, latestMs: before, signal }: RereadOptions<Parsed>,
): Promise<PortResult<RereadFiles<Parsed>>> {
  const batch = signal && { signal };
  const answers = new Map<WorkspacePath, PortResult<FileReading<Parsed>>>();
  for (const { path, known } of requests) {
    if (known === undefined) continue;
    const stat = stats.get(path);
    const isProven = stat !== undefined && known.isOk() && isSettledAs(stat, known.value);
    if (isProven || isKnown(path)) answers.set(path, known);
  }
  let latestMs = before;
  const toRead = requests.filter(({ path }) => !answers.has(path));
  const paths = toRead.map(({ path }) => path);
  const readings = await gather<FileReading<Parsed>>('read', paths, (visit) =>
    read.readFiles(
      paths.map((path) => ({ path, maxBytes })),
      (index, answer) => {
        const { path, known } = toRead[index] ?? {};
        if (path === undefined) return;
        const reading = answer.map(({ bytes, stat }): FileReading<Parsed> => {
          latestMs = Math.max(latestMs, stat.modifiedMs);
          const sha256 = digestBytes(bytes, compute);
          const isSame = known?.isOk() === true && known.value.sha256 === sha256;
          return { sha256, stat, settled: isSettled(stat, before), parsed: isSame ? known.value.parsed : parse(bytes, path) };
        });
        visit(index, reading);
      },
      batch,
    ),
  );
  if (readings.isErr()) return err(readings.error);
  for (const [index, { path }] of toRead.entries()) answers.set(path, readings.value[index] ?? portFailure('broken', 'read', path));
  return ok({ answers: requests.map(({ path }) => answers.get(path) ?? portFailure('broken', 'read', path)), latestMs });
}
