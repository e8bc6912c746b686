import type { ComputePort, LockWitness, PackerHost } from 'prometeu-packer';
import type { CrashModel } from './crash-model.js';
import { createCrashReadPort } from './crash-read-port.js';
import type { CrashStorage } from './crash-storage.js';
import { createCrashWritePort } from './crash-write-port.js';

/** The machine that a disk is in, between two crashes. */
export interface CrashMachine {
  /** How many crashes there were before. */
  readonly crashes: number;
  /** How many of them stopped the machine. */
  readonly boots: number;
}

function hex(count: number, digits: number): string {
  return count.toString(16).padStart(digits, '0');
}

/** The machine after a crash of one model. */
export function crashMachineAfter({ crashes, boots }: CrashMachine, model: CrashModel): CrashMachine {
  return { crashes: crashes + 1, boots: model === 'killed' ? boots : boots + 1 };
}

/** Makes the function that starts processes: each has another number, and those of before a crash are proven dead. */
export function createCrashProcess(storage: CrashStorage, { crashes, boots }: CrashMachine, compute: ComputePort): () => PackerHost {
  const alive = new Set<number>();
  let tokens = 0;
  let uuids = 0;
  const newToken = (): string => `${hex(crashes, 8)}${hex((tokens += 1), 8)}`;
  return () => {
    const pid = (crashes + 1) * 1000 + alive.size;
    alive.add(pid);
    const witness: LockWitness = {
      self: { host: 'crash-disk', bootId: `boot ${boots}`, pid, processStart: 'start' },
      processStart: (other) => (alive.has(other) ? 'start' : null),
    };
    return {
      read: createCrashReadPort(storage),
      write: createCrashWritePort(storage, witness, newToken),
      compute,
      newToken,
      identity: { newUuid: () => `${hex(crashes, 8)}-0000-4000-8000-${hex((uuids += 1), 12)}` },
    };
  };
}
