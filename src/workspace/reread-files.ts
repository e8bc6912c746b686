import { err, ok } from 'neverthrow';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { digestBytes } from '../ports/digest-bytes.js';
import type { PortResult } from '../ports/port-error.js';
import { portFailure } from '../ports/port-failure.js';
import type { BatchVisitor, EntryStat, FileContent, ReadPort, ReadRequest } from '../ports/read-port.js';
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
  const answers: (PortResult<FileReading<Parsed>> | undefined)[] = [];
  const toRead: ReadRequest[] = [];
  const places: number[] = [];
  for (const [place, { path, known }] of requests.entries()) {
    const stat = known === undefined ? undefined : stats.get(path);
    const isProven = stat !== undefined && known?.isOk() === true && isSettledAs(stat, known.value);
    answers.push(isProven || isKnown(path) ? known : undefined);
    if (answers[place] !== undefined) continue;
    toRead.push({ path, maxBytes });
    places.push(place);
  }
  let latestMs = before;
  const visit: BatchVisitor<FileContent> = (index, answer) => {
    const place = places[index];
    const request = place === undefined ? undefined : requests[place];
    if (place === undefined || request === undefined) return;
    const { path, known } = request;
    answers[place] = answer.map(({ bytes, stat }): FileReading<Parsed> => {
      latestMs = Math.max(latestMs, stat.modifiedMs);
      const sha256 = digestBytes(bytes, compute);
      const isSame = known?.isOk() === true && known.value.sha256 === sha256;
      return { sha256, stat, settled: isSettled(stat, before), parsed: isSame ? known.value.parsed : parse(bytes, path) };
    });
  };
  const ran = await read.readFiles(toRead, visit, batch);
  if (ran.isErr()) return err(ran.error);
  return ok({
    answers: requests.map(({ path }, place) => answers[place] ?? portFailure('broken', 'read', path, 'no answer')),
    latestMs,
  });
}
