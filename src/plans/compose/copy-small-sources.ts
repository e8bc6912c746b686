import { err, ok, type Result } from 'neverthrow';
import { isNonEmpty } from '../../base/non-empty.js';
import type { PathDifference, PathState } from '../../diagnostics/catalogue/plan-codes.js';
import { compareDiagnostics } from '../../diagnostics/compare-diagnostics.js';
import type { Failure } from '../../diagnostics/outcome.js';
import type { PortError } from '../../ports/port-error.js';
import type { StagingContext } from '../apply/apply-context.js';
import { ioFailure } from '../apply/io-failure.js';
import type { SourceGroup } from './place-sources.js';
import type { RecipeDigests, WholeSource } from './recipe-digests.js';
import type { SideDigests } from './side-digests.js';
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

/** The check of digests that are still worked out; null where all is checked. While it lasts the bytes must stay as they are. */
export type DigestCheck = Promise<Result<void, Failure>> | null;

/**
 * Reads a group of small sources in one call, each into its place, zeros between them, and checks size and digest of the very
 * bytes that stand there afterwards.
 *
 * @param room - as much memory as the group and its gaps take.
 */
export async function copySmallSources(
  { read: port, signal }: Pick<StagingContext, 'read' | 'signal'>,
  group: SourceGroup,
  room: Uint8Array,
  digests: RecipeDigests,
  side: Pick<SideDigests, 'digest'>,
): Promise<Result<DigestCheck, Failure>> {
  let end = 0;
  const copies = group.map((source): WholeSource => {
    const start = end + source.gap;
    room.fill(0, end, start);
    end = start + source.input.size;
    return { source, start };
  });
  const differences: PathDifference[] = [];
  const errors: PortError[] = [];
  const ran = await port.readFiles(
    group.map(({ input: { file, size } }) => ({ path: file, maxBytes: size })),
    (index, answer) => {
      const copy = copies[index];
      if (copy === undefined) return;
      const { input } = copy.source;
      if (answer.isOk() && answer.value.bytes.length === input.size) return room.set(answer.value.bytes, copy.start);
      const found = answer.map(({ bytes }): PathState => ({ kind: 'file', sha256: null, length: bytes.length })).orElse(stateOfError);
      if (found.isErr()) errors.push(found.error);
      else differences.push(sourceDifference(input, found.value));
    },
    signal && { signal },
  );
  if (ran.isErr()) errors.push(ran.error);
  const read = failWith(errors, differences);
  if (read.isErr()) return err(read.error);
  const whole = digests.addWhole(copies, room);
  const check = (found: readonly string[]): Result<void, Failure> => failWith([], whole.keep(found));
  const digested = side.digest(whole.parts);
  return digested instanceof Promise ? ok(digested.then(check)) : check(digested).map(() => null);
}
