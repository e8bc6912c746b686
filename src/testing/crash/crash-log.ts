import type { CrashFile, CrashFolder, CrashNode } from './crash-node.js';
import { overwrite } from './overwrite.js';

/** Bytes written into a file. */
export interface DataStep {
  /** Tells the steps apart. */
  readonly kind: 'data';
  /** The operation that it is a step of. */
  readonly operation: number;
  /** Which file, whatever its name is. */
  readonly file: CrashFile;
  /** Where the bytes go. */
  readonly position: number;
  /** How many there are. */
  readonly length: number;
  /** All of the file afterwards. */
  readonly content: Uint8Array;
  /** The operation that brought it to stable storage; infinite as long as none did. */
  durableFrom: number;
}

/** One name in a folder that begins or ceases to stand for something. */
export interface NameChange {
  /** The folder. */
  readonly folder: CrashFolder;
  /** The name in it. */
  readonly name: string;
  /** What it stands for from now on; null where the name is gone. */
  readonly node: CrashNode | null;
}

/** Names that change together; of a rename the new one first. */
export interface NameStep {
  /** Tells the steps apart. */
  readonly kind: 'names';
  /** The operation that it is a step of. */
  readonly operation: number;
  /** The changes, each with the operation that brought it to stable storage. */
  readonly changes: readonly (NameChange & { durableFrom: number })[];
}

/** One step between what the program sees and what stands on stable storage. */
export type CrashStep = DataStep | NameStep;

/** All steps since a disk was mounted, in order. Doing one changes what the program sees at once. */
export interface CrashLog {
  /** The steps. */
  readonly steps: readonly CrashStep[];
  /** Writes into a file. */
  readonly write: (file: CrashFile, position: number, bytes: Uint8Array) => void;
  /** Changes names, together. */
  readonly change: (...changes: readonly NameChange[]) => void;
  /** Brings the data of a file to stable storage; not its name. */
  readonly syncFile: (file: CrashFile) => void;
  /** Brings the names in a folder to stable storage; not what they stand for. */
  readonly syncFolder: (folder: CrashFolder) => void;
}

/** Whether a step may be lost by a crash that comes before an operation. */
export function isPending(step: CrashStep, operation: number): boolean {
  const changes = step.kind === 'data' ? [step] : step.changes;
  return changes.some(({ durableFrom }) => durableFrom >= operation);
}

/**
 * Begins a log.
 *
 * @param operation - the number of the operation that is under way.
 * @param earlier - steps that were done already.
 */
export function createCrashLog(clock: () => number, operation: () => number, earlier: readonly CrashStep[] = []): CrashLog {
  const steps: CrashStep[] = [...earlier];
  const never = Number.POSITIVE_INFINITY;
  const settle = (change: { durableFrom: number }): void => {
    change.durableFrom = Math.min(change.durableFrom, operation());
  };
  return {
    steps,
    write: (file, position, bytes) => {
      file.bytes = overwrite(file.bytes, position, bytes);
      file.modifiedMs = clock();
      const { length } = bytes;
      steps.push({ kind: 'data', operation: operation(), file, position, length, content: file.bytes, durableFrom: never });
    },
    change: (...changes) => {
      steps.push({ kind: 'names', operation: operation(), changes: changes.map((change) => ({ ...change, durableFrom: never })) });
      for (const { folder, name, node } of changes) {
        if (node === null) folder.entries.delete(name);
        else folder.entries.set(name, node);
        folder.modifiedMs = clock();
      }
    },
    syncFile: (file) => {
      for (const step of steps) if (step.kind === 'data' && step.file === file) settle(step);
    },
    syncFolder: (folder) => {
      for (const step of steps) {
        if (step.kind === 'data') continue;
        const last = step.changes.findLastIndex((change) => change.folder === folder);
        step.changes.slice(0, last + 1).forEach(settle); // an old name goes only after the new one
      }
    },
  };
}
