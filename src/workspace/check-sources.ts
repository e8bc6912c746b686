import { err, ok } from 'neverthrow';
import type { WorkspacePath } from '../paths/workspace-path.js';
import type { ComputePort } from '../ports/compute-port.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { gather } from '../ports/gather.js';
import type { PortError, PortResult } from '../ports/port-error.js';
import { portFailure } from '../ports/port-failure.js';
import type { EntryStat, FileContent, ReadPort } from '../ports/read-port.js';
import { createSourceChecker } from '../sources/create-source-checker.js';
import type { SourceBudgets } from '../sources/source-budgets.js';
import type { SourceKind } from '../sources/source-kind.js';
import type { CheckedSource } from './checked-source.js';
import { hashInPieces } from './hash-in-pieces.js';
import { isSettled, isSettledAs } from './is-settled.js';
import { PIECE, readInPieces } from './read-in-pieces.js';
import { type Recall, recallNothing } from './recall.js';
import type { SoundContents } from './sound-contents.js';

/** A source file to look at: raw ones are only asked for their size, others are read and checked. */
export interface SourceRequest {
  /** Which file. */
  readonly file: WorkspacePath;
  /** What it has to be. */
  readonly kind: SourceKind;
}

/** How source files are read. */
export interface SourceOptions {
  /** Digests and inflation. */
  readonly compute: ComputePort;
  /** Limits of source files. */
  readonly sources: SourceBudgets;
  /** Contents that somebody else has checked, by these rules and limits, and found nothing in. */
  readonly sound?: SoundContents | undefined;
  /** Stops between two files. */
  readonly signal?: AbortSignal | undefined;
  /** The latest time seen before, in milliseconds since 1970. */
  readonly latestMs: number;
}

/** Source files as they are now. */
export interface CheckedSources {
  /** In the order asked. */
  readonly checked: readonly CheckedSource[];
  /** The latest time seen, in milliseconds since 1970. */
  readonly latestMs: number;
}

function failed(error: PortError, kind: SourceKind): CheckedSource {
  return { kind, size: 0, sha256: null, diagnostics: [diagnosePortError(error, 'source')], stat: null, settled: false };
}

function checkSize({ file, kind }: SourceRequest, stat: EntryStat, { compute, sources }: SourceOptions): CheckedSource {
  const { size } = stat;
  if (size > 0 && size <= sources.maxFileBytes) return { kind, size, sha256: null, diagnostics: [], stat, settled: false };
  const { diagnostics } = createSourceChecker('raw', { file, size, compute, budgets: sources }).finish();
  return { kind, size, sha256: null, diagnostics, stat, settled: false };
}

function beginCheck({ file, kind }: SourceRequest, size: number, { compute, sources }: SourceOptions) {
  const checker = createSourceChecker(kind, { file, size, compute, budgets: sources });
  const digest = compute.sha256();
  return {
    push(bytes: Uint8Array): void {
      checker.push(bytes);
      digest.update(bytes);
    },
    finish: (stat: EntryStat, latestMs: number): CheckedSource => {
      const { diagnostics } = checker.finish();
      return { kind, size, sha256: digest.hex(), diagnostics, stat, settled: isSettled(stat, latestMs) };
    },
  };
}

/** What a file of the same bytes was found to be, with the times of now. */
function keep(known: CheckedSource, stat: EntryStat, latestMs: number): CheckedSource {
  return { ...known, stat, settled: isSettled(stat, latestMs) };
}

/** What is known of a content without checking it; null where nothing is. */
function recognise(sha256: string, size: number, stat: EntryStat, { kind }: SourceRequest, { sound }: SourceOptions, before: Before) {
  const { known, latestMs } = before;
  if (known?.sha256 === sha256) return keep(known, stat, latestMs);
  if (sound?.has(kind, sha256) !== true) return null;
  return { kind, size, sha256, diagnostics: [], stat, settled: isSettled(stat, latestMs) };
}

interface Before {
  readonly known: CheckedSource | null;
  readonly latestMs: number;
}

function checkWhole({ bytes, stat }: FileContent, request: SourceRequest, options: SourceOptions, before: Before): CheckedSource {
  if (before.known !== null || options.sound !== undefined) {
    const recognised = recognise(digestBytes(bytes, options.compute), bytes.length, stat, request, options, before);
    if (recognised !== null) return recognised;
  }
  const check = beginCheck(request, bytes.length, options);
  check.push(bytes);
  return check.finish(stat, before.latestMs);
}

async function checkInPieces(read: ReadPort, request: SourceRequest, options: SourceOptions, before: Before): Promise<CheckedSource> {
  const { file, kind } = request;
  const { signal } = options;
  if (before.known !== null || options.sound !== undefined) {
    const hashed = await hashInPieces(read, file, options);
    if (hashed.isErr()) return failed(hashed.error, kind);
    const { stat, sha256 } = hashed.value;
    const recognised = recognise(sha256, stat.size, stat, request, options, before);
    if (recognised !== null) return recognised;
  }
  const ran = await readInPieces(read, file, { begin: (size) => beginCheck(request, size, options), signal });
  return ran.match(
    ({ stat, taker }) => taker.finish(stat, before.latestMs),
    (error) => failed(error, kind),
  );
}

/**
 * Looks at source files: the size of each, and the content of those that are to be PNG or WAV. Memory stays flat
 * whatever their size. A file of bytes that were checked before is not checked again.
 *
 * @returns what was found; or the port's error where the batch as a whole could not run.
 */
export async function checkSources(
  read: ReadPort,
  requests: readonly SourceRequest[],
  options: SourceOptions,
  { memory, isKnown, asksTimes }: Recall = recallNothing(),
): Promise<PortResult<CheckedSources>> {
  const batch = options.signal && { signal: options.signal };
  const knownOf = ({ file, kind }: SourceRequest): CheckedSource | null => {
    const known = memory?.sources.get(file);
    return known?.kind === kind ? known : null;
  };
  const checked: (CheckedSource | undefined)[] = requests.map((request) =>
    isKnown(request.file) ? (knownOf(request) ?? undefined) : undefined,
  );
  const asked = [...requests.entries()].filter(([index]) => checked[index] === undefined);
  const paths = asked.map(([, { file }]) => file);
  const stats = await gather<EntryStat>('stat', paths, (visit) => read.statPaths(paths, visit, batch));
  if (stats.isErr()) return err(stats.error);
  let { latestMs } = options;
  for (const stat of stats.value) if (stat.isOk() && stat.value.kind === 'file') latestMs = Math.max(latestMs, stat.value.modifiedMs);

  const toRead: (readonly [number, SourceRequest])[] = [];
  for (const [place, [index, request]] of asked.entries()) {
    const stat = stats.value[place] ?? portFailure('broken', 'stat', request.file, 'no answer');
    const known = knownOf(request);
    if (stat.isErr()) checked[index] = failed(stat.error, request.kind);
    else if (asksTimes && known !== null && isSettledAs(stat.value, known)) checked[index] = known;
    else {
      const sized = checkSize(request, stat.value, options);
      checked[index] = sized;
      if (request.kind !== 'raw' && sized.diagnostics.length === 0) toRead.push([index, request]);
    }
  }

  const small = toRead.filter(([index]) => (checked[index]?.size ?? 0) <= PIECE);
  const files = small.map(([, { file }]) => ({ path: file, maxBytes: PIECE }));
  const ran = await read.readFiles(
    files,
    (at, answer) => {
      const [index, request] = small[at] ?? [];
      if (index === undefined || request === undefined) return;
      checked[index] = answer.match(
        (content) => checkWhole(content, request, options, { known: knownOf(request), latestMs }),
        (error) => failed(error, request.kind),
      );
    },
    batch,
  );
  if (ran.isErr()) return err(ran.error);
  const large = toRead.filter(([index]) => (checked[index]?.size ?? 0) > PIECE);
  for (const [index, request] of large) {
    checked[index] = await checkInPieces(read, request, options, { known: knownOf(request), latestMs });
  }
  const found = requests.map(
    ({ file, kind }, index) => checked[index] ?? failed({ kind: 'broken', operation: 'read', path: file, detail: 'no answer' }, kind),
  );
  return ok({ checked: found, latestMs });
}
