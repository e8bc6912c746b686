import type { PortResult } from 'prometeu-packer';

/** What every operation of a disk goes through, until the crash. */
export interface CrashGate {
  /** Runs one operation; from the crash on it never settles. */
  readonly pass: <T>(run: () => PortResult<T>) => Promise<PortResult<T>>;
  /** Counts one operation of a batch. */
  readonly step: () => 'alive' | 'dead';
  /** The promise of a process that is gone. */
  readonly never: <T>() => Promise<T>;
  /** Operations begun so far. */
  readonly operations: () => number;
  /** Sets the operation before which the crash comes, counted from 0. */
  readonly crashAt: (operation: number) => void;
  /** Settles with the crash. */
  readonly crashed: Promise<void>;
}

/** Makes a gate that counts from 0 and crashes only when told to. */
export function createCrashGate(): CrashGate {
  let count = 0;
  let last = Number.POSITIVE_INFINITY;
  let tell: () => void = () => undefined;
  const crashed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
  const step = (): 'alive' | 'dead' => {
    if (count >= last) {
      tell();
      return 'dead';
    }
    count += 1;
    return 'alive';
  };
  return {
    pass: (run) => (step() === 'alive' ? Promise.resolve(run()) : never()),
    step,
    never,
    operations: () => count,
    crashAt: (operation) => {
      last = operation;
    },
    crashed,
  };
}
