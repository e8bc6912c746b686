import type { CrashModel } from 'prometeu-packer/testing';

/**
 * What has to hold after any crash.
 *
 * - `all-or-nothing` (I1): what is seen is before or after, nothing third; `readers` see at once what recovery makes.
 * - `durable` (I2): once the call has answered, it is after, whatever the disk loses, and no journal comes back.
 * - `untouched` (I3): sources and unknown files are the same bytes in every image, before anything is recovered.
 * - `clean` (I4): nothing of the packer's comes and goes for ever; a second recovery writes nothing.
 * - `told` (I5): recovery answers, and says whether it finished something.
 * - `identity` (I6): uuids and numbers are one to one, and the counter never goes back.
 * - `derived` (I7): a build gives the bytes that it gives without a crash.
 * - `again` (I8): the same change, made again, succeeds.
 * - `registry-last`: while the registry is not yet what it becomes, nothing relies on it: of all that is seen it changes last.
 * - `one-flip`: where the process is killed later, what was after does not become before again.
 * - `run`: it does what it should where nothing interrupts it.
 */
export type CrashInvariant =
  | 'all-or-nothing'
  | 'readers'
  | 'durable'
  | 'untouched'
  | 'clean'
  | 'told'
  | 'identity'
  | 'derived'
  | 'again'
  | 'registry-last'
  | 'one-flip'
  | 'run';

/** Something that did not hold. */
export interface CrashViolation {
  /** The scenario. */
  readonly scenario: string;
  /** What did not hold. */
  readonly invariant: CrashInvariant;
  /** Operation before which the crash came, and that of the crash of the recovery; null where there was none. */
  readonly at: readonly [operation: number | null, nested: number | null];
  /** How the image came about; null for a run as a whole. */
  readonly model: CrashModel | null;
  /** What was found. */
  readonly found: string;
}
