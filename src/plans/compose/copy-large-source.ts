import { type Err, err, ok, type Result } from 'neverthrow';
import type { PathState } from '../../diagnostics/catalogue/plan-codes.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { PortError } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { StagingContext } from '../apply/apply-context.js';
import type { BufferedWriter } from './buffered-writer.js';
import { ioFailure } from '../apply/io-failure.js';
import type { PlacedSource } from './place-sources.js';
import { readWhole } from './read-whole.js';
import type { RecipeDigests } from './recipe-digests.js';
import { sourceDifference } from './source-difference.js';
import { stalePlan } from '../apply/stale-plan.js';
import { stateOfError } from '../apply/state-of-error.js';
import { withReadHandle } from './with-read-handle.js';

/** Bytes read at once. */
const PIECE = 1024 * 1024;

/** Copies one large source in pieces, and checks size and digest of the very bytes that were copied. */
export async function copyLargeSource(
  { read, signal }: Pick<StagingContext, 'read' | 'signal'>,
  source: PlacedSource,
  writer: BufferedWriter,
  digests: RecipeDigests,
  onPiece: (bytes: number) => void,
): Promise<Result<void, Failure>> {
  const { input, gap } = source;
  const { file, size } = input;
  const stale = (found: PathState): Failure => stalePlan([sourceDifference(input, found)]);
  const ofLength = (length: number): Err<void, Failure> => err(stale({ kind: 'file', sha256: null, length }));
  const fail = (error: PortError): Failure => stateOfError(error).match(stale, (fault) => ioFailure('compose', fault));
  return withReadHandle(read, file, fail, async (handle): Promise<Result<void, Failure>> => {
    if (handle.stat.size !== size) return ofLength(handle.stat.size);
    const digest = digests.begin(source);
    const zeros = await writer.take(gap);
    if (zeros.isErr()) return err(fail(zeros.error));
    zeros.value.fill(0);
    onPiece(gap);
    for (let position = 0; position < size; position += PIECE) {
      if (signal?.aborted === true) return portFailure('aborted', 'read', file).mapErr(fail);
      const room = await writer.take(Math.min(PIECE, size - position));
      if (room.isErr()) return err(fail(room.error));
      const copied = await readWhole(handle, room.value, position);
      if (copied.isErr()) return err(fail(copied.error));
      if (copied.value < room.value.length) return ofLength(position + copied.value);
      digest.update(room.value);
      onPiece(room.value.length);
    }
    const beyond = await handle.read(new Uint8Array(1), size);
    if (beyond.isErr()) return err(fail(beyond.error));
    if (beyond.value > 0) return ofLength(size + 1);
    const difference = digest.finish();
    return difference === null ? ok() : err(stalePlan([difference]));
  });
}
