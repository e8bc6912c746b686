import { err, ok, type Result } from 'neverthrow';
import { isNonEmpty } from '../../base/non-empty.js';
import type { PathDifference, PathState } from '../../diagnostics/catalogue/plan-codes.js';
import { compareDiagnostics } from '../../diagnostics/compare-diagnostics.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { PortError } from '../../ports/port-error.js';
import type { StagingContext } from '../apply/apply-context.js';
import { ioFailure } from '../apply/io-failure.js';
import type { PlacedSource } from './place-sources.js';
import type { RecipeDigests } from './recipe-digests.js';
import { sourceDifference } from './source-difference.js';
import { stalePlan } from '../apply/stale-plan.js';
import { stateOfError } from '../apply/state-of-error.js';

function failWith(errors: readonly PortError[], differences: readonly PathDifference[]): Result<void, Failure> {
  const faults = [
    ...errors.flatMap((error) => [...ioFailure('compose', error)]),
    ...(differences.length > 0 ? stalePlan(differences) : []),
  ];
  faults.sort(compareDiagnostics); // a port answers in any order
  return isNonEmpty(faults) ? err(faults) : ok();
}

/**
 * Reads a group of small sources in one call, each into its place, and checks size and digest of the very bytes that
 * stand there afterwards.
 *
 * @param room - zeros, as many as the group and its gaps take.
 */
export async function copySmallSources(
  { read, signal }: Pick<StagingContext, 'read' | 'signal'>,
  group: readonly PlacedSource[],
  room: Uint8Array,
  digests: RecipeDigests,
): Promise<Result<void, Failure>> {
  let end = 0;
  const copies = group.map((source) => {
    const start = end + source.gap;
    end = start + source.input.size;
    return { source, place: room.subarray(start, end) };
  });
  const differences: PathDifference[] = [];
  const errors: PortError[] = [];
  const ran = await read.readFiles(
    group.map(({ input: { file, size } }) => ({ path: file, maxBytes: size })),
    (index, answer) => {
      const copy = copies[index];
      if (copy === undefined) return;
      const { source, place } = copy;
      if (answer.isOk() && answer.value.bytes.length === place.length) return place.set(answer.value.bytes);
      const found = answer.map(({ bytes }): PathState => ({ kind: 'file', sha256: null, length: bytes.length })).orElse(stateOfError);
      if (found.isErr()) errors.push(found.error);
      else differences.push(sourceDifference(source.input, found.value));
    },
    signal && { signal },
  );
  if (ran.isErr()) errors.push(ran.error);
  const copied = failWith(errors, differences);
  if (copied.isErr()) return copied;
  for (const { source, place } of copies) {
    const digest = digests.begin(source);
    digest.update(place);
    const difference = digest.finish();
    if (difference !== null) differences.push(difference);
  }
  return failWith([], differences);
}
