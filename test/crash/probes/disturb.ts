import { parseWorkspacePath, type PackerHost, type PortOperation, type WorkspacePath } from 'prometeu-packer';
import { withFaults, type CrashDisk } from 'prometeu-packer/testing';
import type { CrashSubject } from '../crash-subject.js';
import { carryOut, type CrashYardstick } from '../crash-yardstick.js';

/** One operation that a run asked for. */
interface Call {
  readonly operation: PortOperation;
  readonly path: string;
}

/** A run during which someone else did something. */
export interface DisturbedRun {
  /** The disk afterwards. */
  readonly disk: CrashDisk;
  /** What the run asked for, before and after it was disturbed. */
  readonly calls: readonly Call[];
  /** Whether it answered Ok. */
  readonly isOk: boolean;
  /** The codes that it told. */
  readonly codes: ReadonlySet<string>;
}

/** A path that is known to be one. */
export function pathOf(text: string): WorkspacePath {
  return parseWorkspacePath(text)._unsafeUnwrap();
}

const SPARE = 'spare.txt';

/** What somebody else's edit makes of a file. */
export const EDITED = new TextEncoder().encode('edited by hand\n');

/**
 * Carries a scenario out while another process does something in one step, just before operation `at`. It may put the
 * edited text in the place of any file: it stands ready beside the assets.
 *
 * @returns undefined where the run has no such operation.
 */
export async function disturb(
  yardstick: CrashYardstick,
  subject: CrashSubject,
  at: number,
  act: (other: PackerHost, spare: WorkspacePath) => void,
): Promise<DisturbedRun | undefined> {
  const disk = yardstick.fresh();
  const other = disk.host();
  const spare = pathOf(SPARE);
  const handle = (await other.write.createFile(spare))._unsafeUnwrap();
  (await handle.write(EDITED, 0))._unsafeUnwrap();
  (await handle.sync())._unsafeUnwrap();
  (await handle.close())._unsafeUnwrap();
  const calls: Call[] = [];
  const run = await carryOut(disk, yardstick, subject, (host) =>
    withFaults(host, (operation, path, call) => {
      if (call === at) act(other, spare);
      calls.push({ operation, path });
      return undefined;
    }),
  );
  if (run.crashed || calls.length <= at) return undefined;
  const told = run.value.match(
    ({ diagnostics }) => diagnostics.map(({ code }) => code),
    (failure) => failure.map(({ code }) => code),
  );
  return { disk, calls, isOk: run.value.isOk(), codes: new Set(told) };
}
