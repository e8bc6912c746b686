import { ok } from 'neverthrow';
import type { PortResult, WriteHandle, WriteHost, WritePort } from 'prometeu-packer';

/**
 * One step that changes names or flushes: what it does, and the how manieth of its like it is in a run, counted from 1. Other
 * steps may come between, as where something has to be swept first: it is still the same step.
 */
export type StepLabel = string;

/** What to do with one step of each run. */
export interface StepChange {
  /** Which. */
  readonly step: StepLabel;
  /** Leaves it out, or does it only after the next one. */
  readonly how: 'drop' | 'delay';
}

type Run = () => Promise<PortResult<void>>;

/** Steps that answer nothing, so that one can be left out, or done later, without anybody finding out. */
function createStepper(change: StepChange | null, labels: StepLabel[]) {
  let held: Run | null = null;
  const counts = new Map<string, number>();
  return async (action: string, run: Run): Promise<PortResult<void>> => {
    const count = (counts.get(action) ?? 0) + 1;
    counts.set(action, count);
    const label = `${action} #${count}`;
    labels.push(label);
    if (label === change?.step) {
      if (change.how === 'delay') held = run;
      return ok();
    }
    const answer = await run();
    const late = held;
    held = null;
    if (late !== null) (await late()).unwrapOr(undefined);
    return answer;
  };
}

/**
 * A host whose steps are left out or done in another order: as if the engine asked for them so.
 *
 * @returns the host, and the label of each step, which grow as it is used.
 */
export function reorderOperations(
  host: WriteHost,
  change: StepChange | null,
): { readonly host: WriteHost; readonly labels: readonly StepLabel[] } {
  const labels: StepLabel[] = [];
  const step = createStepper(change, labels);
  const { write } = host;
  const handleOf = (handle: WriteHandle, path: string): WriteHandle => ({
    write: (bytes, position) => handle.write(bytes, position),
    sync: () => step(`sync ${nameOf(path)}`, () => handle.sync()),
    close: async () => ok(), // a step done later still needs it open
  });
  const changed: WritePort = {
    capabilities: write.capabilities,
    makeFolder: (path) => write.makeFolder(path),
    createFile: async (path) => (await write.createFile(path)).map((handle) => handleOf(handle, path)),
    rename: (from, to) => step(`rename ${nameOf(to)}`, () => write.rename(from, to)),
    remove: (path) => step(`remove ${nameOf(path)}`, () => write.remove(path)),
    syncFolder: (path) => step(`sync-folder ${path === '' ? '.' : path}`, () => write.syncFolder(path)),
    lock: (path) => write.lock(path),
    breakLock: (path, token) => write.breakLock(path, token),
  };
  return { host: { ...host, write: changed }, labels };
}

/** A path without the token of what is staged: the same in every run. */
function nameOf(path: string): string {
  return path.replace(/\.([^/]+)\.[0-9a-f]+\.prometeu\.tmp$/, '(staged) $1');
}
